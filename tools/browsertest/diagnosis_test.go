package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"fortyeight/keyformat/keytest"
	"fortyeight/tools/internal/browser"
)

// paste brings text into a field by way of the clipboard, as people do.
func paste(tab *browser.Tab, field, text string) {
	browser.Eval[any](tab, fmt.Sprintf(`(() => {
		const source = document.createElement("textarea");
		source.id = "source";
		source.value = %q;
		document.body.append(source);
		source.select();
	})()`, text))
	edit(tab, "copy")
	browser.Eval[any](tab, `document.querySelector("#source").remove()`)
	focus(tab, field)
	browser.Eval[any](tab, fmt.Sprintf(`document.querySelector(%q).select()`, field))
	edit(tab, "paste")
}

// edit gives the page a command of the keyboard, such as "paste".
func edit(tab *browser.Tab, command string) {
	key := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeRawKeyDown, Commands: []string{command}}
	if _, err := chromedp.Call(tab.Ctx, input.DispatchKeyEvent, key); err != nil {
		panic(err)
	}
}

// told waits until the verdict names what stands there instead of a key.
func told(tab *browser.Tab, diagnosis string) {
	tab.Wait(shows(".js-verdict .js-title", say("diagnosis."+diagnosis+".title")))
	tab.Wait(shows(".js-verdict .js-text", say("diagnosis."+diagnosis+".text")))
}

// aside is what the verdict says quietly of a text that can become a key yet.
func aside(diagnosis string) string {
	sentence := strings.Replace(say("diagnosis.beside"), "{title}", say("diagnosis."+diagnosis+".title"), 1)
	return strings.Replace(sentence, "{text}", say("diagnosis."+diagnosis+".text"), 1)
}

// TestDiagnoses pastes everything that people take for a recovery key: the page
// names it, as the command and the package do.
func TestDiagnoses(t *testing.T) {
	tab := open(t, site)
	pasted := 0
	for _, d := range keytest.Diagnoses(t) {
		if d.Expect == "nothing" {
			continue
		}
		t.Run(d.Name, func(t *testing.T) {
			paste(tab, "#key", "-")
			tab.Wait(shows(".js-verdict .js-title", say("answer.key-none.title")))
			paste(tab, "#key", d.Text)
			told(tab, d.Expect)
		})
		pasted++
	}
	if pasted < 20 {
		t.Errorf("only %d texts were pasted", pasted)
	}
}

// TestHiddenGroup pastes keys of which nobody can read the third group: the
// others keep their places, and no wrong claim is made of how many keys fit.
func TestHiddenGroup(t *testing.T) {
	for _, hidden := range []string{"XXXXXX", "______", "??????"} {
		t.Run(hidden, func(t *testing.T) {
			tab := open(t, site)
			paste(tab, "#key", strings.Replace(sample, "590458", hidden, 1))
			waitStates(tab, "right", "right", "not-digits", "right", "right", "right", "right", "right")
			if hidden == "XXXXXX" {
				told(tab, "redacted")
				return
			}
			verdict(tab, "key-wrong")
			tab.Wait(`!document.querySelector(".js-repair").hidden`)
			tab.Wait(shows(".js-repair-lead", strings.Replace(say("repair.too-many"), "{groups}", "3", 1)))
		})
	}
}

// TestTypingIsNotDiagnosed types a key group by group and holds that the title
// says nothing else than to go on; once typing rests, what is missing is said in
// the second line, and the title stays.
func TestTypingIsNotDiagnosed(t *testing.T) {
	tab := open(t, site)
	browser.Eval[any](tab, `(() => {
		window.titles = new Set();
		const title = document.querySelector(".js-verdict .js-title");
		new MutationObserver(() => titles.add(title.textContent)).observe(title, { childList: true, characterData: true, subtree: true });
	})()`)
	press(tab, "#key", sample[:48])
	waitStates(tab, "right", "right", "right", "right", "right", "right", "right")
	tab.Wait(shows(".js-verdict .js-text", aside("seven-groups")))
	verdict(tab, "key-unfinished")
	press(tab, "#key", sample[48:])
	verdict(tab, "key-well-formed")
	seen := browser.Eval[[]string](tab, `[...titles].filter((title) => title !== "")`)
	want := []string{say("answer.key-unfinished.title"), say("answer.key-well-formed.title")}
	if strings.Join(seen, "|") != strings.Join(want, "|") {
		t.Errorf("while a key is typed the titles are %q, want %q", seen, want)
	}
}

// TestTypedCode types a code for signing in, which breaks the rule: that is said
// first, and what it looks like after it, once nothing more comes.
func TestTypedCode(t *testing.T) {
	tab := open(t, site)
	press(tab, "#key", "482913")
	verdict(tab, "key-wrong")
	tab.Wait(shows(".js-verdict .js-problems li:last-child", aside("six-digit-code")))
	verdict(tab, "key-wrong")
}

// TestDamagedBesideClean pastes two keys of which one has a slip.
func TestDamagedBesideClean(t *testing.T) {
	tab := open(t, site)
	paste(tab, "#key", sample+"\n\nOld one: "+strings.Replace(sample, "590458", "590459", 1))
	verdict(tab, "key-well-formed")
	want := strings.NewReplacer("{line}", "3", "{groups}", "3").Replace(say("found.damaged"))
	want = strings.Replace(say("found.damaged-next"), "{sentence}", want, 1)
	tab.Wait(`[...document.querySelectorAll(".js-verdict .js-problems li")].some((li) => li.textContent === ` + fmt.Sprintf("%q", want) + `)`)
}

// TestVeryManyKeys pastes an export: the first keys are listed, the others
// counted, and the one for the Key ID is found among all.
func TestVeryManyKeys(t *testing.T) {
	tab := open(t, site)
	var text strings.Builder
	for i := range 60 { // longer texts go into the list of files
		fmt.Fprintf(&text, "%06d-000011-000022-000033-000044-000055-000066-000077\n", 11*i)
	}
	text.WriteString(sampleID + "\n" + sample)
	paste(tab, "#key", text.String())
	if n := repairs(tab); n != 50 {
		t.Errorf("%d keys are listed, want 50", n)
	}
	tab.Wait(shows(".js-repair-note", strings.Replace(say("found.more"), "{count}", "11", 1)))
	enter(tab, "#id", sampleID[:8])
	verdict(tab, "key-matches-beginning")
	tab.Wait(shows(".js-group:nth-child(1) .js-digits", sample[:6]))
}
