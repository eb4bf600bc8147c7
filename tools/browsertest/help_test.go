package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"fortyeight/tools/internal/browser"
)

// TestHelpOpensInPlace: what somebody wants to know about a verdict opens below
// it, by mouse and by keyboard, and the key is still there afterwards.
func TestHelpOpensInPlace(t *testing.T) {
	for _, test := range []struct{ name, id, key, answer, topic string }{
		{"a wrong digit", "", strings.Replace(sample, "590458", "590468", 1), "key-wrong", "group"},
		{"a digit too many", "", sample + "1", "key-wrong", "shape"},
		{"no slip", "", sample, "key-well-formed", "well-formed"},
		{"another drive", otherID, sampleID + "\n" + sample, "key-other", "other"},
		{"a match", sampleID, sampleID + "\n" + sample, "key-matches", "matches"},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := open(t, site)
			if test.id != "" {
				enter(tab, "#id", test.id)
			}
			enter(tab, "#key", test.key)
			verdict(tab, test.answer)
			question := browser.Eval[string](tab, fmt.Sprintf(`document.querySelector('.js-help-topic[data-topic=%q]').content.querySelector("summary").textContent`, test.topic))
			tab.Wait(fmt.Sprintf(`document.querySelector(".js-help summary")?.textContent === %q`, question))
			sent := tab.Sent()
			press(tab, ".js-help summary", "\r")
			tab.Wait(`document.querySelector(".js-help p").checkVisibility()`)
			if wrong := browser.Eval[string](tab, fits); wrong != "" {
				t.Error(wrong)
			}
			if now := tab.Sent(); len(now) != len(sent) {
				t.Errorf("asking sent %v", now[len(sent):])
			}
			if got := value(tab, "#key"); got != test.key {
				t.Errorf("the field holds other text than before")
			}
			link := browser.Eval[string](tab, `(({target, pathname}) => target + " " + pathname)(document.querySelector(".js-help a"))`)
			if !strings.HasPrefix(link, "_blank /guide/") {
				t.Errorf("the link leads to %q; it must leave the page as it is", link)
			}
			click(tab, ".js-forget")
			tab.Wait(`document.querySelector(".js-help").hidden`)
		})
	}
}

// TestHelpOnOtherSecrets: a text that is no key at all gets its own answer.
func TestHelpOnOtherSecrets(t *testing.T) {
	tab := open(t, site)
	enter(tab, "#key", "AB2CD-EF3GH-JK4LM-NP5QR-ST6UV") // as product keys look
	tab.Wait(shows(".js-verdict .js-title", say("diagnosis.25-characters.title")))
	if got := browser.Eval[string](tab, `document.querySelector(".js-help a").pathname`); got != "/guide/other-secrets/" {
		t.Errorf("the help leads to %q", got)
	}
}

// TestCommandIsCopied: the button is there with its script, copies the command
// as it is typed, and says so.
func TestCommandIsCopied(t *testing.T) {
	tab := browser.Page(t)
	tab.Size(360, 640)
	tab.Open(site.URL + "/guide/is-it-on/")
	tab.Wait(`!document.querySelector(".js-command .js-copy").hidden`)
	browser.Eval[any](tab, `void (navigator.clipboard.writeText = async (text) => { window.copied = text; })`)
	click(tab, ".js-command .js-copy")
	tab.Wait(`document.querySelector(".js-command .js-said").textContent !== ""`)
	if got := browser.Eval[string](tab, `window.copied`); got != "manage-bde -status" {
		t.Errorf("what was copied is %q", got)
	}
}
