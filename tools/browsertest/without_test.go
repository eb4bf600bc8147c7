package browsertest

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"fortyeight/keyformat/keytest"
	sitebuild "fortyeight/site"
	"fortyeight/tools/internal/browser"
)

// maxPlain is how large the check without a program may be, in bytes of its
// source: small enough to be read in a minute.
const maxPlain = 2 << 10

// TestPlainCheck holds the check that needs no program to the shared vectors.
func TestPlainCheck(t *testing.T) {
	source, err := fs.ReadFile(sitebuild.Assets(), "check/plain.js")
	if err != nil {
		t.Fatal(err)
	}
	if len(source) > maxPlain {
		t.Errorf("plain.js has %d bytes and may have %d", len(source), maxPlain)
	}
	tab := browser.Page(t)
	tab.Open("about:blank")
	browser.Eval[any](tab, `window.plainCheck = (() => {`+strings.Replace(string(source), "export ", "", 1)+`; return plainCheck; })()`)
	keytest.RunRule(t, func(t *testing.T, text string) keytest.Result {
		quoted, _ := json.Marshal(text)
		var out struct {
			State  string
			Groups []struct{ Text, State string }
		}
		if err := json.Unmarshal([]byte(browser.Eval[string](tab, fmt.Sprintf(`JSON.stringify(plainCheck(%s))`, quoted))), &out); err != nil {
			t.Fatal(err)
		}
		got := keytest.Result{State: out.State}
		var digits []string
		for _, g := range out.Groups {
			got.Groups = append(got.Groups, g.State)
			digits = append(digits, g.Text)
		}
		if out.State == "valid" {
			got.Key = strings.Join(digits, "-")
		}
		return got
	})
}

// TestWithoutPrograms takes WebAssembly away: typing, the states of the groups
// and the typing view still work, and the page says what does not.
func TestWithoutPrograms(t *testing.T) {
	tab := openWith(t, site.URL, `delete globalThis.WebAssembly`)
	tab.Wait(shows(".js-program-text", say("program.unsupported")))
	if !browser.Eval[bool](tab, `document.querySelector(".js-program-retry").hidden`) {
		t.Error("another try is offered, which cannot help")
	}
	enter(tab, "#key", strings.Replace(sample, "590458", "590468", 1))
	waitStates(tab, "right", "right", "not-multiple-of-11", "right", "right", "right", "right", "right")
	verdict(tab, "key-wrong")
	browser.Eval[any](tab, `document.querySelector("#key").select()`)
	insert(tab, sample)
	verdict(tab, "key-well-formed")
	if browser.Eval[bool](tab, `!document.querySelector(".js-print-it").hidden`) {
		t.Error("a sheet is offered, which needs a program")
	}
	click(tab, ".js-type")
	tab.Wait(`document.querySelector(".js-now").textContent === "` + sample[:6] + `"`)
}
