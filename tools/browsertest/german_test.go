package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"fortyeight/site/find"
	"fortyeight/tools/internal/browser"
)

// tabTo presses Tab until the focus is on what a selector names, as somebody
// without a mouse does. It fails after as many presses as no page needs.
func tabTo(t *testing.T, tab *browser.Tab, selector string) {
	t.Helper()
	for range 150 {
		tab.Do(chromedp.KeyEvent(kb.Tab))
		if browser.Eval[bool](tab, fmt.Sprintf(`document.activeElement.matches(%q)`, selector)) {
			if !browser.Eval[bool](tab, `((box) => box.width > 0 && box.bottom > 0 && box.top < innerHeight)(document.activeElement.getBoundingClientRect())`) {
				t.Errorf("%s has the focus and cannot be seen", selector)
			}
			return
		}
	}
	t.Fatalf("Tab does not reach %s", selector)
}

// answerByKeyboard gives one answer to the question that is asked, and goes on.
// Space chooses, in a group of radio buttons after the arrow keys.
func answerByKeyboard(t *testing.T, tab *browser.Tab, question, answer string) {
	t.Helper()
	focused(tab, "ask-"+question)
	tabTo(t, tab, "[data-question="+question+"] .js-choice")
	want := question + "-" + answer
	for range 8 {
		if browser.Eval[string](tab, `document.activeElement.id`) == want {
			break
		}
		if browser.Eval[string](tab, `document.activeElement.type`) == "radio" {
			tab.Do(chromedp.KeyEvent(kb.ArrowDown))
		} else {
			tab.Do(chromedp.KeyEvent(kb.Tab))
		}
	}
	if !browser.Eval[bool](tab, `document.activeElement.checked`) {
		tab.Do(chromedp.KeyEvent(" "))
	}
	tab.Wait(fmt.Sprintf(`document.querySelector("#%s").checked`, want))
	tab.Do(chromedp.KeyEvent(kb.Enter))
}

// TestGermanPath: somebody is locked out, has no idea where the key is, reads
// German, holds a phone and uses its keyboard alone. From the front page to the
// last group, each step can be reached, and is told in German.
func TestGermanPath(t *testing.T) {
	german := readLanguage(t, "de")
	tab := browser.Page(t)
	tab.Size(360, 640)
	tab.Open(site.URL + "/de/")
	german.reads(t, tab, "heading Schlüssel prüfen", "textbox Wiederherstellungsschlüssel", "textbox Schlüssel-ID vom blauen Bildschirm",
		"navigation Seiten", "link Finden", "list Die acht Gruppen. Wählen Sie eine, um im Text dorthin zu gehen.")

	tabTo(t, tab, `.fe-nav a[href="/de/find/"]`)
	tab.Do(chromedp.KeyEvent(kb.Enter))
	tab.Wait(`location.pathname === "/de/find/"`)
	asks(tab, "owner", "Frage 1 von 6")
	tabTo(t, tab, "[data-question=owner] .js-choice")
	german.reads(t, tab, "heading Wo ist mein Schlüssel?", "heading Wem gehört der PC?", "group Wem gehört der PC?", "radio Mir, und ich habe ihn selbst eingerichtet", "button Weiter")
	browser.Eval[any](tab, `document.querySelector("#ask-owner").focus()`)

	answers := find.Answers{}
	for _, one := range []struct{ question, answer string }{
		{"owner", "other"}, {"accounts", "microsoft"}, {"setup", "no"}, {"screen", "plain"}, {"running", "no"}, {"copies", "none"},
	} {
		answers[one.question] = []string{one.answer}
		answerByKeyboard(t, tab, one.question, one.answer)
	}
	focused(tab, "result")
	places := finder(t).Order(answers)
	found(tab, places...)
	german.reads(t, tab, "heading Sehen Sie hier nach, in dieser Reihenfolge", "heading Microsoft-Konto", "heading Wer den PC eingerichtet hat", "heading Ist es der richtige?",
		"link Gefunden? Dann prüfen", "button Liste drucken", fmt.Sprintf("status %d Orte kommen infrage, die wahrscheinlichsten zuerst.", len(places)-1))

	tabTo(t, tab, fmt.Sprintf(`[data-place=%s] .fe-spot__check a`, places[0]))
	tab.Do(chromedp.KeyEvent(kb.Enter))
	tab.Wait(`location.pathname === "/de/" && document.querySelector("#key") !== null`)
	tabTo(t, tab, "#id")
	tab.Do(chromedp.KeyEvent(sampleID[:8]))
	tab.Wait(shows(".js-id-note", german.say("id.beginning")))
	browser.Eval[any](tab, `document.querySelector("main").focus()`)
	tabTo(t, tab, "#key")
	tab.Do(chromedp.KeyEvent(sampleID[:8] + kb.Enter + strings.Replace(sample, "590458", "590459", 1)))
	tab.Wait(gives(german.say, "key-wrong"))
	tab.Wait(shows(".js-group:nth-child(3) .js-word", german.say("group.not-multiple-of-11")))
	tab.Wait(shows(".js-group:nth-child(8) .js-word", german.say("group.right")))
	german.reads(t, tab, "StaticText Noch stimmt etwas nicht", "button Gruppe 3 590459 falsch", "DisclosureTriangle Wann ist eine Gruppe falsch?")

	tab.Do(chromedp.KeyEvent(strings.Repeat(kb.Backspace, len(sample)-len("042647-302313-59045")) + "8" + sample[len("042647-302313-590458"):]))
	tab.Wait(gives(german.say, "key-matches-beginning"))
	german.reads(t, tab, "StaticText Das ist der Schlüssel für diese Schlüssel-ID", "button Gruppe 3 590458 stimmt", "button Eintippen", "button Drucken", "button Alles vergessen")

	tabTo(t, tab, ".js-type")
	tab.Do(chromedp.KeyEvent(kb.Enter))
	for n, group := range strings.Split(sample, "-") {
		tab.Wait(shows(".js-now", group))
		german.reads(t, tab, "heading Eintippen", "group Die Gruppe zum Eintippen", fmt.Sprintf("status Gruppe %d von 8: %s", n+1, strings.Join(strings.Split(group, ""), " ")))
		tab.Do(chromedp.KeyEvent(kb.ArrowRight))
	}
	tab.Wait(shows(".js-count", german.say("typing.done")))
	german.reads(t, tab, "status Alle acht Gruppen sind gezeigt Drücken Sie am gesperrten PC die Eingabetaste. Startet er, sind Sie hier fertig.", "button Schließen")
	tab.Do(chromedp.KeyEvent(kb.Escape))
	tab.Wait(`document.activeElement.matches(".js-type")`)
}

// TestGermanLooks: German words are longer, and everything still fits the
// smallest phone: the checker, the typing view and what is printed.
func TestGermanLooks(t *testing.T) {
	german := readLanguage(t, "de")
	pictures := os.Getenv("FORTYEIGHT_PICTURES")
	looks := func(t *testing.T, tab *browser.Tab, name string) {
		t.Helper()
		for _, width := range []int64{320, 360, 1280} {
			tab.Size(width, 640)
			if wrong := browser.Eval[string](tab, fits); wrong != "" {
				t.Errorf("%s at %d px: %s", name, width, wrong)
			}
			if cut := browser.Eval[string](tab, `[...document.querySelectorAll(".js-group .js-word, button")].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline").map((one) => one.textContent.trim()).join("; ")`); cut != "" {
				t.Errorf("%s at %d px: cut off: %s", name, width, cut)
			}
			tab.ScreenshotTo(pictures, fmt.Sprintf("german-%s-%d", name, width))
		}
	}
	for _, scene := range []struct{ name, id, key, answer string }{
		{"empty", "", "", "key-none"},
		{"wrong", "", strings.NewReplacer("590458", "590459", "116567", "11657", "516978", "720896").Replace(sample), "key-wrong"},
		{"repair", "", strings.Replace(sample, "590458", "590468", 1), "key-wrong"},
		{"other", otherID, sampleID + "\n" + sample, "key-other"},
		{"match", sampleID, sampleID + "\n" + sample, "key-matches"},
	} {
		tab := browser.Page(t)
		tab.Open(site.URL + "/de/")
		enter(tab, "#id", scene.id)
		enter(tab, "#key", scene.key)
		tab.Wait(gives(german.say, scene.answer))
		if scene.name == "repair" {
			repairs(tab)
		}
		looks(t, tab, scene.name)
		if scene.name != "match" {
			continue
		}
		click(tab, ".js-type")
		tab.Wait(shows(".js-now", sample[:6]))
		looks(t, tab, "typing")
		click(tab, ".fe-stage:not([hidden]) .js-stage-close")
		click(tab, ".js-print-it")
		tab.Wait(`document.querySelector(".js-paper .fe-sheet") !== null`)
		looks(t, tab, "print")
		for _, field := range []string{"device", "drive", "owner", "note"} {
			enter(tab, "#print-"+field, "Donaudampfschifffahrt-Laptop im Zweigstellenarchiv")
		}
		for _, one := range []string{"a4", "letter", "card", "label"} {
			paper(tab, one)
			if text := onPaper(tab); !strings.Contains(text, german.say("sheet.key-id")) && !strings.Contains(text, german.say("sheet.list-key")) {
				t.Errorf("the paper %s does not name the Key ID in German", one)
			}
			if cut := cutOff(tab); cut != "" {
				t.Errorf("the paper %s: outside the sheet stands %s", one, cut)
			}
			data, pages := pdf(t, tab)
			if len(pages) != 1 {
				t.Errorf("the paper %s takes %d pages", one, len(pages))
			}
			if pictures != "" {
				if err := os.WriteFile(filepath.Join(pictures, "german-"+one+".pdf"), data, 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
