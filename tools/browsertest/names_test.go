package browsertest

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"fortyeight/tools/internal/browser"
)

// What a stranger may call a device, a file or an owner: markup, what turns the
// line, what is no character, and a word longer than any line. The last part is
// harmless and must be shown as it is.
const (
	markup      = `<img src=x onerror=window.pwned=1><script>window.pwned=1</script>`
	turning     = "\u202egpj\u2066\u200f"
	harmless    = "👩\u200d👩\u200d👧 שלום"
	hostileName = markup + turning + harmless
)

// nothingRan fails if a name became a part of the page.
func nothingRan(t *testing.T, tab *browser.Tab) {
	t.Helper()
	if got := browser.Eval[string](tab, `JSON.stringify([typeof window.pwned, document.querySelectorAll("img[src=x], script:not([src]):not([type])").length])`); got != `["undefined",0]` {
		t.Errorf("a name became markup, or ran: %s", got)
	}
}

// turns is whether a text has a mark that turns the line.
const turns = `/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u`

// TestHostileNames: names of files and devices are text in the list, within the
// page, and turn nothing that stands beside them.
func TestHostileNames(t *testing.T) {
	tab := openWith(t, site.URL, "")
	long := strings.Repeat("W", 3000)
	file := strings.ReplaceAll(hostileName, "/", "\u2044") + ".csv"
	rows := "ComputerName,ID,Key\n" +
		"\"" + hostileName + "\"," + sampleID + "," + sample + "\n" +
		"\"" + long + "\",4FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C,000011-000000-000000-000000-000000-000000-000000-000000\n"
	choose(t, tab, file, []byte(rows))
	finished(tab)
	tab.Wait(settled + ` && document.querySelectorAll(".js-rows > li").length === 2`)
	tab.Size(320, 568)
	nothingRan(t, tab)
	list := browser.Eval[string](tab, `document.querySelector(".js-rows").textContent`)
	for _, want := range []string{markup, harmless, long} {
		if !strings.Contains(list, want) {
			t.Errorf("the list lacks %.40q", want)
		}
	}
	if browser.Eval[bool](tab, turns+`.test(document.body.textContent)`) {
		t.Error("a mark that turns the line is on the page")
	}
	if wide := browser.Eval[int](tab, `document.documentElement.scrollWidth`); wide > 320 {
		t.Errorf("a long name makes the page %d px wide", wide)
	}
}

// TestHostileNamesOnASheet: what is printed beside a key is text too.
func TestHostileNamesOnASheet(t *testing.T) {
	name, err := json.Marshal(hostileName)
	if err != nil {
		t.Fatal(err)
	}
	const fields = `{key: %q, id: %q, device: %s.repeat(9000), drive: %[3]s, owner: %[3]s, note: %[3]s}` // a device of 1 MB
	tab := openPrinting(t, "["+fmt.Sprintf(fields, sample, sampleID, name)+"]")
	nothingRan(t, tab)
	text := onPaper(tab)
	if !strings.Contains(text, markup[:30]) || !strings.Contains(text, strings.ReplaceAll(sample, "-", " ")) {
		t.Error("the paper lacks the name, or the key")
	}
	if browser.Eval[bool](tab, turns+`.test(document.querySelector(".js-paper").textContent)`) {
		t.Error("a mark that turns the line is on the paper")
	}
}
