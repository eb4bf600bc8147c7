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
	"github.com/chromedp/chromedp/kb"

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
	chooseFor(t, tab, "#file", name, data)
}

func chooseFor(t *testing.T, tab *browser.Tab, field, name string, data []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	tab.Do(chromedp.SetUploadFiles(chromedp.CSS(field), []string{path}))
}

// answered waits until the answer about files has that title: words of a key,
// with {name} replaced from pairs.
func answered(tab *browser.Tab, key string, pairs ...string) {
	tab.Wait(`!document.querySelector(".js-files-answer").hidden && ` + shows(".js-files-answer .js-title", fillIn(say(key), pairs...)))
}

// finished waits until all that was chosen has been read.
func finished(tab *browser.Tab) {
	tab.Wait(`!document.querySelector(".js-progress").hidden && document.querySelector(".js-bar").hidden && document.querySelector(".js-read").textContent !== ""`)
}

// digitless fails if the digits of a group stand anywhere in the panel, be it
// in an attribute.
func digitless(t *testing.T, tab *browser.Tab) {
	t.Helper()
	// Among the digits of an ID, or of a name, can be six in a row.
	const group = `/(?<![0-9A-Z"])\d{6}(?![0-9A-Z])/i`
	if found := browser.Eval[string](tab, `document.querySelector(".js-files").outerHTML.match(`+group+`)?.index.toString() ?? ""`); found != "" {
		t.Errorf("digits of a key stand in the panel, at %s", found)
	}
}

// row presses a button of the first row in the answer.
func row(tab *browser.Tab, act string) {
	click(tab, `.js-answer-rows [data-act="`+act+`"]`)
}

// digits returns the key that is shown, or "".
const digits = `[...document.querySelectorAll(".fe-keys__group")].map((group) => group.textContent).join("-")`

func TestKeyFiles(t *testing.T) {
	name := "BitLocker Recovery Key " + sampleID + ".TXT"
	text := keyFile(sampleID, sample)
	large := append([]byte(text), bytes.Repeat([]byte{' '}, 3<<20)...)
	tests := []struct {
		reason, name string
		data         []byte
		id           string
		want         string // words of the answer's title
		key          bool   // a key is offered
	}{
		{"as Windows saves it", name, utf16File(text, binary.LittleEndian, true), sampleID, "match.one", true},
		{"the beginning of the ID on the screen", name, utf16File(text, binary.LittleEndian, true), sampleID[:8], "match.one", true},
		{"without its mark", name, utf16File(text, binary.LittleEndian, false), sampleID, "match.one", true},
		{"big-endian", name, utf16File(text, binary.BigEndian, true), sampleID, "match.one", true},
		{"UTF-8 and German", "Schlüssel.txt", []byte(german(sampleID, sample)), sampleID, "match.one", true},
		{"no ID typed yet", name, utf16File(text, binary.LittleEndian, true), "", "match.found-one", true},
		{"another ID", name, utf16File(text, binary.LittleEndian, true), otherID, "match.none", false},
		{"an ID with the same beginning", name, []byte(text), sampleID[:4] + "AAAA", "match.near", true},
		{"the ID only in the name", name, []byte(sample), sampleID, "match.one-file-name", true},
		{"no ID at all", "key.txt", []byte(sample), sampleID, "match.unlabelled", true},
		{"no ID at all, and none typed", "key.txt", []byte(sample), "", "match.unlabelled", true},
		{"a startup key", sampleID + ".BEK", startupKey(), sampleID, "match.nothing", false},
		{"empty", "empty.txt", nil, sampleID, "match.empty", false},
		{"a letter", "letter.txt", []byte("Dear all,\n"), sampleID, "match.nothing", false},
		{"3 MB", name, large, sampleID, "match.one", true},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			tab := open(t, site)
			if tt.id != "" {
				enter(tab, "#id", tt.id)
			}
			choose(t, tab, tt.name, tt.data)
			answered(tab, tt.want+".title")
			digitless(t, tab)
			if value(tab, "#key") != "" {
				t.Error("a key came into the field that nobody asked for")
			}
			offered := browser.Eval[bool](tab, `document.querySelector(".js-answer-rows [data-act]") !== null`)
			if offered != tt.key {
				t.Fatalf("a key is offered: %v, want %v", offered, tt.key)
			}
			if !tt.key {
				return
			}
			row(tab, "show")
			tab.Wait(digits + ` === "` + sample + `"`)
			row(tab, "show")
			tab.Wait(digits + ` === ""`)
			digitless(t, tab)
			row(tab, "use")
			tab.Wait(`document.querySelector("#key").value === "` + sample + `"`)
			switch tt.want {
			case "match.one", "match.one-file-name":
				verdict(tab, "key-matches")
			case "match.near":
				verdict(tab, "key-other")
			case "match.found-one":
				verdict(tab, "key-well-formed")
			}
		})
	}
}

// TestFileBesideTypedKey: a file says whose the typed key is, never takes it
// away, and its key can be put in its place and taken back.
func TestFileBesideTypedKey(t *testing.T) {
	const typed = "111111-111111-111111-111111-111111-111111-111111-111111"
	tab := open(t, site)
	enter(tab, "#id", sampleID)
	enter(tab, "#key", sample)
	verdict(tab, "key-id-unknown")
	choose(t, tab, "k.txt", []byte(keyFile(sampleID, sample)))
	verdict(tab, "key-matches")
	browser.Eval[any](tab, `document.querySelector("#key").select()`)
	insert(tab, typed)
	verdict(tab, "key-id-unknown")
	row(tab, "use")
	verdict(tab, "key-matches")
	browser.Eval[any](tab, `document.execCommand("undo")`)
	verdict(tab, "key-id-unknown")
	if value(tab, "#key") != typed {
		t.Error("undo does not bring back what was typed")
	}
	click(tab, ".js-files-remove")
	tab.Wait(`document.querySelector(".js-files-answer").hidden && document.querySelectorAll(".fe-keys__row").length === 0`)
	if value(tab, "#key") != typed {
		t.Error("removing the files changed the field")
	}
}

// TestIDAfterFile: the answer follows the Key ID as it is typed.
func TestIDAfterFile(t *testing.T) {
	tab := open(t, site)
	choose(t, tab, "keys.txt", []byte(keyFile(sampleID, sample)+"\n\n"+keyFile(otherID, otherKey)))
	answered(tab, "match.found-several.title", "count", "2")
	press(tab, "#id", strings.ToLower(sampleID[:8]))
	answered(tab, "match.one.title")
	tab.Wait(shows(".js-answer-rows .js-first", sampleID[:8]))
	press(tab, "#id", strings.Repeat(kb.Backspace, 8)+otherID[:8])
	tab.Wait(shows(".js-answer-rows .js-first", otherID[:8]))
	press(tab, "#id", strings.Repeat(kb.Backspace, 8)+"00000000")
	answered(tab, "match.none.title")
	tab.Wait(`document.querySelector(".js-said").textContent.includes(` + quoted(say("match.none.title")) + `)`)
	press(tab, "#id", kb.Backspace)
	answered(tab, "match.found-several.title", "count", "2")
}

// TestAnswers: which of the keys, or why none of them.
func TestAnswers(t *testing.T) {
	several := "PC,Key ID,Key,Created\n" +
		"OLD," + sampleID[:8] + "," + otherKey + ",2021-05-01\n" +
		"NEW," + sampleID[:8] + "," + sample + ",2024-05-01\n"
	tests := []struct {
		reason, name string
		data         []byte
		id           string
		want         string
		device       string // of the first key that is offered
	}{
		{"one beginning, two keys: the newest first", "keys.csv", []byte(several), sampleID, "match.several", "NEW"},
		{"a startup key among keys", "x.txt", nil, sampleID, "match.startup-key", ""},
		{"a list without keys", "list.json", []byte(`{"value":[{"id":"` + sampleID + `","createdDateTime":"2024-01-01T00:00:00Z"}]}`), sampleID, "match.without-key", ""},
		{"an O for a zero", "keys.csv", []byte(several), "3FD763F9-74C7-4E9O-8FA2-1F6A2E2B4E0C", "match.noisy", "NEW"},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			tab := open(t, site)
			enter(tab, "#id", tt.id)
			choose(t, tab, "other.txt", []byte(keyFile(otherID, otherKey)))
			finished(tab)
			if tt.data == nil {
				choose(t, tab, sampleID+".BEK", startupKey())
			} else {
				choose(t, tab, tt.name, tt.data)
			}
			answered(tab, tt.want+".title")
			if got := browser.Eval[string](tab, `document.querySelector(".js-answer-rows .js-device")?.textContent ?? ""`); got != tt.device {
				t.Errorf("the first key that is offered is of %q, want %q", got, tt.device)
			}
			if tt.want != "match.several" {
				return
			}
			click(tab, ".js-type-several")
			tab.Wait(`!document.querySelector(".js-typing").hidden && document.querySelectorAll(".js-list li").length === 2`)
		})
	}
}

// TestRepaired: a key that was read from damaged digits says so, on the list
// and on paper.
func TestRepaired(t *testing.T) {
	damaged := strings.Replace(sample, "071500", "O715O0", 1)
	tab := open(t, site)
	choose(t, tab, "keys.txt", []byte(keyFile(sampleID, damaged)+"\n\n"+keyFile(otherID, otherKey)))
	answered(tab, "match.found-several.title", "count", "2")
	enter(tab, "#id", sampleID[:8])
	answered(tab, "match.one-repaired.title")
	if browser.Eval[bool](tab, `document.querySelector(".js-answer-rows .js-repaired").hidden`) {
		t.Error("it is not marked as repaired")
	}
	row(tab, "show")
	tab.Wait(digits + ` === "` + sample + `"`)
	if n := browser.Eval[int](tab, `document.querySelectorAll('.fe-keys__group[data-tone="repaired"]').length`); n != 1 {
		t.Errorf("%d groups are marked as repaired, want 1", n)
	}
	row(tab, "print")
	tab.Wait(`document.querySelector(".js-paper .fe-sheet")`)
	if paper := browser.Eval[string](tab, `document.querySelector(".js-paper").textContent`); !strings.Contains(paper, say("sheet.repaired")) {
		t.Error("the sheet does not say that the key was repaired")
	}
}

// TestFileButtonsAreDescribed: a screen reader tells of the file buttons what can
// be done with them, and not the parts of an answer that is not there yet.
func TestFileButtonsAreDescribed(t *testing.T) {
	tab := browser.Page(t)
	tab.Open(site.URL)
	described := 0
	for _, one := range tab.Accessible() {
		if strings.HasPrefix(strings.Trim(one, `"`), say("files.hint")) && strings.Trim(one, `"`) != say("files.hint") {
			t.Errorf("a file button is described by %s", one)
		}
		if strings.Trim(one, `"`) == say("files.hint") {
			described++
		}
	}
	if described < 3 { // the hint itself, and the two that it describes
		t.Errorf("%d parts of the page say how files come in", described)
	}
}
