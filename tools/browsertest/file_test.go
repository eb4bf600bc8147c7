package browsertest

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/chromedp/chromedp"

	"fortyeight/keyformat"
	"fortyeight/tools/internal/browser"
)

// keyFile is laid out as Windows lays out a saved key, in our own words.
func keyFile(id, key string) string {
	return "BitLocker recovery key\r\n\r\nCompare the beginning of this with your screen.\r\n\r\nIdentifier:\r\n\r\n\t" + id +
		"\r\n\r\nRecovery Key:\r\n\r\n\t" + key + "\r\n\r\nhttps://go.microsoft.com/fwlink/?LinkID=260589\r\n"
}

// german is the same as a German Windows labels it, with braces that scripts
// keep.
func german(id, key string) string {
	return "Wiederherstellungsschlüssel\n\nBezeichner:\n{" + id + "}\n\nWiederherstellungsschlüssel:\n" + key + "\n"
}

func utf16File(text string, order binary.AppendByteOrder, mark bool) []byte {
	var b []byte
	if mark {
		b = order.AppendUint16(b, 0xFEFF)
	}
	for _, u := range utf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

// startupKey makes the header of a .BEK file for an ID, and zeros for its
// secret (domain.md §2.9).
func startupKey() []byte {
	b := make([]byte, 156)
	for at, v := range map[int]uint32{0: 156, 4: 1, 8: 48, 12: 156} {
		binary.LittleEndian.PutUint32(b[at:], v)
	}
	copy(b[16:], []byte{0xf9, 0x63, 0xd7, 0x3f, 0xc7, 0x74, 0x90, 0x4e, 0x8f, 0xa2, 0x1f, 0x6a, 0x2e, 0x2b, 0x4e, 0x0c})
	return b
}

// choose gives the page a file as the file button does.
func choose(t *testing.T, tab *browser.Tab, name string, data []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	tab.Do(chromedp.SetUploadFiles(chromedp.CSS("#file"), []string{path}))
}

func TestKeyFiles(t *testing.T) {
	limit := keyformat.MaxText
	padded := func(n int) []byte {
		text := keyFile(sampleID, sample)
		return append([]byte(text), bytes.Repeat([]byte{' '}, n-len(text))...)
	}
	name := "BitLocker Recovery Key " + sampleID + ".TXT"
	tests := []struct {
		reason, name string
		data         []byte
		id           string
		want         string // words of the answer's title
		key          bool   // the key is put into the empty field
	}{
		{"as Windows saves it", name, utf16File(keyFile(sampleID, sample), binary.LittleEndian, true), sampleID, "answer.file-matches.title", true},
		{"the beginning of the ID on the screen", name, utf16File(keyFile(sampleID, sample), binary.LittleEndian, true), sampleID[:8], "answer.file-matches-beginning.title", true},
		{"without its mark", name, utf16File(keyFile(sampleID, sample), binary.LittleEndian, false), sampleID, "answer.file-matches.title", true},
		{"big-endian", name, utf16File(keyFile(sampleID, sample), binary.BigEndian, true), sampleID, "answer.file-matches.title", true},
		{"UTF-8 and German", "Schlüssel.txt", []byte(german(sampleID, sample)), sampleID, "answer.file-matches.title", true},
		{"no ID typed yet", name, utf16File(keyFile(sampleID, sample), binary.LittleEndian, true), "", "answer.file-holds.title", true},
		{"another ID", name, utf16File(keyFile(sampleID, sample), binary.LittleEndian, true), otherID, "answer.file-other.title", false},
		{"the ID only in the name", name, []byte(sample), sampleID, "answer.file-matches.title", true},
		{"no ID at all", "key.txt", []byte(sample), sampleID, "answer.file-unlabelled.title", true},
		{"a damaged key", name, []byte(strings.Replace(keyFile(sampleID, sample), "516978", "516979", 1)), sampleID, "answer.file-damaged.title", false},
		{"a startup key", sampleID + ".BEK", startupKey(), sampleID, "answer.file-startup-key.title", false},
		{"empty", "empty.txt", nil, sampleID, "answer.file-empty.title", false},
		{"a letter", "letter.txt", []byte("Dear all,\n"), sampleID, "answer.file-no-key.title", false},
		{"at the limit", name, padded(limit), sampleID, "answer.file-matches.title", true},
		{"above the limit", name, padded(limit + 1), sampleID, "file.too-large", false},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			tab := open(t, site)
			if tt.id != "" {
				enter(tab, "#id", tt.id)
			}
			choose(t, tab, tt.name, tt.data)
			fileAnswer(tab, tt.want)
			if !tt.key {
				if got := value(tab, "#key"); got != "" {
					t.Error("a key came into the field")
				}
				return
			}
			tab.Wait(`document.querySelector("#key").value !== ""`)
			if got := value(tab, "#key"); got != sample {
				t.Error("the key in the field is not the file's")
			}
			switch {
			case tt.id == "":
				verdict(tab, "key-well-formed")
			case strings.Contains(tt.want, "unlabelled"):
				verdict(tab, "key-id-unknown")
			default:
				verdict(tab, "key-matches")
			}
		})
	}
}

// TestFileBesideTypedKey: a file never takes away what was typed, and its key
// can be put above and taken back.
func TestFileBesideTypedKey(t *testing.T) {
	const typed = "111111-111111-111111-111111-111111-111111-111111-111111"
	tab := open(t, site)
	enter(tab, "#id", sampleID)
	enter(tab, "#key", typed)
	verdict(tab, "key-id-unknown")
	choose(t, tab, "k.txt", []byte(keyFile(sampleID, sample)))
	fileAnswer(tab, "answer.file-matches.title")
	if value(tab, "#key") != typed {
		t.Fatal("the file changed what was typed")
	}
	click(tab, ".js-file-use")
	verdict(tab, "key-matches")
	browser.Eval[any](tab, `document.execCommand("undo")`)
	verdict(tab, "key-id-unknown")
	if value(tab, "#key") != typed {
		t.Error("undo does not bring back what was typed")
	}
	click(tab, ".js-file-remove")
	tab.Wait(`document.querySelector(".js-file-answer").hidden`)
	if value(tab, "#key") != typed {
		t.Error("removing the file changed the field")
	}
}

// TestIDAfterFile: the answers follow when the Key ID comes last.
func TestIDAfterFile(t *testing.T) {
	tab := open(t, site)
	choose(t, tab, "k.txt", []byte(keyFile(sampleID, sample)))
	fileAnswer(tab, "answer.file-holds.title")
	enter(tab, "#id", sampleID[:8])
	fileAnswer(tab, "answer.file-matches-beginning.title")
	verdict(tab, "key-matches-beginning")
}

// TestHostileNames: a file's name is text, whatever it holds.
func TestHostileNames(t *testing.T) {
	name := "<img src=x onerror=alert(1)>\u202e.txt"
	tab := open(t, site)
	choose(t, tab, name, []byte("nothing"))
	fileAnswer(tab, "answer.file-no-key.title")
	if got := browser.Eval[string](tab, `document.querySelector(".js-file-name").textContent`); got != name {
		t.Errorf("the name is shown as %q", got)
	}
	if n := browser.Eval[int](tab, `document.querySelectorAll("img").length`); n != 0 {
		t.Error("the name became an element")
	}
}
