package enginetest

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/skip2/go-qrcode"

	"fortyeight/tools/internal/engine"
)

// lend does what a scenario asks for.
func lend(page *engine.Page, a ask, files string) {
	switch a.Do {
	case "type":
		page.Type(a.Text)
	case "press":
		page.Press(a.X, a.Y)
	case "files":
		if a.Framed {
			page.SetFilesInFrame(a.Selector, filepath.Join(files, a.Text))
		} else {
			page.SetFiles(a.Selector, filepath.Join(files, a.Text))
		}
	case "size":
		page.Size(int(a.X), int(a.Y))
	}
}

// keyFiles writes the same key in three kinds of files and on a picture, and returns their folder.
func keyFiles(t *testing.T) string {
	folder := t.TempDir()
	text := "BitLocker recovery key\r\n\r\nIdentifier:\r\n\r\n\t" + sampleID + "\r\n\r\nRecovery Key:\r\n\r\n\t" + sample + "\r\n"
	windows := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(text)) {
		windows = binary.LittleEndian.AppendUint16(windows, u)
	}
	cell := func(at, text string) string {
		return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, at, text)
	}
	workbook := archive(t, "xl/workbook.xml", `<workbook><sheets><sheet name="Keys" sheetId="1" id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData><row r="1">`+cell("A1", "Device")+cell("B1", "Key ID")+cell("C1", "Recovery key")+
			`</row><row r="2">`+cell("A2", "LAPTOP-7")+cell("B2", sampleID)+cell("C2", sample)+`</row></sheetData></worksheet>`)
	for name, data := range map[string][]byte{
		"key.txt": windows, "keys.xlsx": workbook, "stick.zip": archive(t, "Documents/key.txt", string(windows)),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := qrcode.WriteFile(strings.ReplaceAll(sample, "-", ""), qrcode.Highest, 400, filepath.Join(folder, "sheet.png")); err != nil {
		t.Fatal(err)
	}
	return folder
}

// archive is a ZIP of members, name and content in turn.
func archive(t *testing.T, members ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		f, err := w.Create(members[i])
		if err == nil {
			_, err = io.WriteString(f, members[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
