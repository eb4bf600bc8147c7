package office

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"fortyeight/keyformat/keyfile"
)

// parts are the files of a workbook.
type parts map[string]string

func (p parts) Open(name string) (io.ReadCloser, error) {
	text, ok := p[name]
	if !ok {
		return nil, keyfile.ErrBroken
	}
	return io.NopCloser(strings.NewReader(text)), nil
}

// workbook returns the lines of a workbook with one sheet.
func workbook(t *testing.T, p parts) (lines []string, err error) {
	t.Helper()
	p["xl/workbook.xml"] = `<x:workbook xmlns:x="…"><x:sheets><x:sheet name="A &amp; B" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`
	p["xl/_rels/workbook.xml.rels"] = `<Relationships><Relationship Target="/xl/worksheets/s.xml" Id="rId1"/></Relationships>`
	err = Workbook(t.Context(), p, func(string) keyfile.Emit {
		return func(line []byte, number int) error {
			for len(lines) < number {
				lines = append(lines, "")
			}
			lines[number-1] = string(line)
			return nil
		}
	})
	return lines, err
}

func TestCells(t *testing.T) {
	for reason, test := range map[string]struct{ shared, styles, sheet, want string }{
		"inline, with entities": {"", "", `<row r="1"><c r="A1" t="inlineStr"><is><t>a&lt;b</t></is></c><c r="B1" t="str"><f>x</f><v>&#x41;</v></c></row>`, "a<b\tA"},
		"shared, rich, phonetic": {`<sst><si><t>one</t></si><si><r><t>two </t></r><r><rPr/><t xml:space="preserve">parts</t></r><rPh><t>no</t></rPh></si></sst>`, "",
			`<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>9</v></c></row>`, "two parts\tone\t"},
		"gaps":                 {"", "", `<row r="1"><c r="B1"><v>1</v></c><c r="D1"><v>2</v></c></row>`, "\t1\t\t2"},
		"no references":        {"", "", `<row><c><v>1</v></c><c/><c><v>2</v></c></row>`, "1\t\t2"},
		"tabs and line breaks": {"", "", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\tb\nc</v></c></row>", "a b c"},
		"dates": {"", `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="0.00 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
			`<row r="1"><c r="A1" s="0"><v>45322</v></c><c r="B1" s="1"><v>45322</v></c><c r="C1" s="2"><v>45322.5</v></c><c r="D1" s="3"><v>2</v></c></row>`, "45322\t2024-01-31\t2024-01-31 12:00:00\t2"},
	} {
		p := parts{"xl/worksheets/s.xml": "<worksheet><sheetData>" + test.sheet + "</sheetData></worksheet>"}
		if test.shared != "" {
			p["xl/sharedStrings.xml"] = test.shared
		}
		if test.styles != "" {
			p["xl/styles.xml"] = test.styles
		}
		lines, err := workbook(t, p)
		if err != nil || len(lines) != 1 || lines[0] != test.want {
			t.Errorf("%s: %q, %v; want %q", reason, lines, err, test.want)
		}
	}
}

func TestDateText(t *testing.T) {
	for number, want := range map[string]string{
		"45351": "2024-02-29", "45352": "2024-03-01", "36526": "2000-01-01", "45322.999999": "2024-02-01", "45322.25": "2024-01-31 06:00:00",
	} {
		if got, ok := dateText(number, false); !ok || got != want {
			t.Errorf("%s is %q, want %q", number, got, want)
		}
	}
	if got, _ := dateText("43860", true); got != "2024-01-31" {
		t.Errorf("from 1904: %q", got)
	}
	for _, number := range []string{"", "x", "0", "-1", "1e99", "NaN"} {
		if got, ok := dateText(number, false); ok {
			t.Errorf("%q is %q", number, got)
		}
	}
}

func TestSheetThatBreaksOff(t *testing.T) {
	lines, err := workbook(t, parts{"xl/worksheets/s.xml": `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2`})
	if len(lines) != 1 || lines[0] != "1" {
		t.Errorf("%q, %v; want the first row", lines, err)
	}
}

func FuzzTags(f *testing.F) {
	f.Add([]byte(`<a b="c"><!-- x > --><?y?><d/>&amp;&#65;&#x;</a>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		tags := newTags(bytes.NewReader(data))
		for n := 0; tags.next(); n++ {
			if n > 2*len(data)+2 {
				t.Fatal("there are more tags than bytes")
			}
			tags.attr("b")
		}
		if tags.err == nil {
			t.Error("it ended without an error")
		}
	})
}

// TestOneStringInEveryCell: twenty bytes of a cell name a string of 128 KiB, over
// and over. It ends in time, and says so.
func TestOneStringInEveryCell(t *testing.T) {
	if testing.Short() || runtime.GOOS == "js" {
		t.Skip("it copies a gigabyte")
	}
	const length = 128 << 10
	p := parts{
		"xl/sharedStrings.xml":       "<sst><si><t>" + strings.Repeat("x", length) + "</t></si></sst>",
		"xl/worksheets/s.xml":        "<sheetData>" + strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, MaxShared/length+2),
		"xl/workbook.xml":            `<workbook><sheets><sheet name="A" r:id="r"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Target="worksheets/s.xml" Id="r"/></Relationships>`,
	}
	bytes := 0
	err := Workbook(t.Context(), p, func(string) keyfile.Emit {
		return func(line []byte, _ int) error {
			bytes += len(line)
			return nil
		}
	})
	if !errors.Is(err, keyfile.ErrTooLarge) || bytes != MaxShared {
		t.Errorf("%d bytes came out of the cells, and then %v; want %d, and that it is too large", bytes, err, MaxShared)
	}
}

// TestMostSheets: of a workbook with more sheets than are read that is said.
func TestMostSheets(t *testing.T) {
	for sheets, want := range map[int]error{maxSheets: nil, maxSheets + 1: keyfile.ErrTooLarge} {
		p := parts{
			"xl/workbook.xml":            "<sheets>" + strings.Repeat(`<sheet name="A" r:id="r"/>`, sheets) + "</sheets>",
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Target="s.xml" Id="r"/></Relationships>`,
			"xl/s.xml":                   `<row><c><v>1</v></c></row>`,
		}
		read := 0
		err := Workbook(t.Context(), p, func(string) keyfile.Emit {
			return func([]byte, int) error {
				read++
				return nil
			}
		})
		if read != maxSheets || !errors.Is(err, want) {
			t.Errorf("%d sheets: %d are read, %v", sheets, read, err)
		}
	}
}

// FuzzWorkbook reads a workbook of whatever files. A line has no line end in it,
// is no longer than a cell may be and its row has room for, and the second
// reading is the first.
func FuzzWorkbook(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>45322</v></c></row>`, `<sst><si><t>one</t></si></sst>`, `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`)
	f.Add(`<row r="99999999999"><c r="ZZZZZZ1" t="inlineStr"><is><t>a&#10;b</t></is></c></row><row r="-1"><c t="s"><v>-1</v></c></row>`, `<sst><si><rPh><t>no`, `<numFmts><numFmt numFmtId="x" formatCode="[h]:mm"/>`)
	f.Fuzz(func(t *testing.T, rows, shared, styles string) {
		p := parts{
			"xl/workbook.xml":            `<workbook><sheets><sheet name="A" r:id="r"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Target="s.xml" Id="r"/></Relationships>`,
			"xl/s.xml":                   "<sheetData>" + rows, "xl/sharedStrings.xml": shared, "xl/styles.xml": styles,
		}
		read := func() (all []byte) {
			Workbook(t.Context(), p, func(string) keyfile.Emit {
				return func(line []byte, number int) error {
					if bytes.ContainsAny(line, "\n\r") || number < 1 {
						t.Errorf("line %d is %q", number, line)
					}
					all = append(append(all, line...), '\n')
					return nil
				}
			})
			return all
		}
		if first := read(); !bytes.Equal(first, read()) {
			t.Error("the second reading is another one")
		}
	})
}
