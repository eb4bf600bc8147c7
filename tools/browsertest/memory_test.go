package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/leak"
)

// TestForgetLeavesNoDigits: after Forget no worker is left, and no group of the key,
// in whatever form, is among what the page's JavaScript can reach, in its document or in what a
// screen reader is told. The same search finds it before. What a test
// evaluates stays on the heap, so none of this test's expressions holds a digit of the key.
func TestForgetLeavesNoDigits(t *testing.T) {
	tab := openWith(t, site.URL, spyWorkers+spyPrint)
	key := leak.Canary()
	slip := []byte(secret)
	slip[23] = '0' + (slip[23]-'0'+1)%10
	enter(tab, "#key", string(slip))
	repairs(tab)
	browser.Eval[any](tab, `document.querySelector("#key").select()`)
	insert(tab, secret)
	verdict(tab, "key-well-formed")
	enter(tab, "#id", sampleID)
	choose(t, tab, "keys.txt", []byte(keyFile(sampleID, secret)+"\n\n"+keyFile(otherID, sample)))
	answered(tab, "match.one.title")
	verdict(tab, "key-matches")
	row(tab, "show")
	tab.Wait(`/^\d{6}(-\d{6}){7}$/.test(` + digits + `)`)
	click(tab, ".js-type")
	tab.Wait(`/^\d{6}$/.test(document.querySelector(".js-now").textContent)`)
	tab.Do(chromedp.KeyEvent(kb.ArrowRight))
	tab.Wait(`document.querySelector(".js-count").textContent === ` + quoted(strings.ReplaceAll(say("typing.count"), "{n}", "2")))
	click(tab, ".js-scan")
	tab.Wait(`document.querySelector(".js-field path")`)
	tab.Do(chromedp.KeyEvent(kb.Escape), chromedp.KeyEvent(kb.Escape))
	tab.Wait(`document.querySelector(".js-typing").hidden`)
	click(tab, ".js-print-it")
	tab.Wait(`document.querySelector(".js-paper .fe-sheet") && !document.querySelector(".js-go").disabled`)
	click(tab, ".js-go")
	tab.Wait(`printed === 1 && document.activeElement.id === "print-drill"`)
	insert(tab, secret)
	tab.Wait(shows(".js-drill-answer", say("sheet.print.drill.same")))
	click(tab, ".js-print .js-stage-close")

	places := map[string]func() []string{
		"what the page's JavaScript reaches": tab.HeapStrings,
		"the document": func() []string {
			return browser.Eval[[]string](tab, `[document.documentElement.outerHTML, document.body.textContent, ...[...document.querySelectorAll("input, textarea, select")].map((field) => field.value)]`)
		},
		"what a screen reader is told": tab.Accessible,
	}
	held := func(all []string) (found []string) {
		for _, text := range all {
			if piece := key.Find(text); piece != "" {
				found = append(found, fmt.Sprintf("%s, in a text of %d characters that begins with %q", piece, len(text), veiled(text)))
			}
		}
		return found
	}
	for what, look := range places {
		if len(held(look())) == 0 {
			t.Errorf("before Forget the key is not found in %s: the search shows nothing", what)
		}
	}
	if n := browser.Eval[int](tab, `workersAlive`); n != 3 {
		t.Errorf("%d workers before Forget, want three", n)
	}
	click(tab, ".js-forget")
	wantEmpty(t, tab)
	if n := browser.Eval[int](tab, `workersAlive`); n != 0 {
		t.Errorf("%d workers after Forget", n)
	}
	for what, look := range places {
		found := held(look())
		// What only waits for its end, as an answer that nobody wants any more, may take a moment.
		for tries := 0; len(found) > 0 && tries < 4; tries++ {
			found = held(look())
		}
		for _, one := range found {
			t.Errorf("after Forget, in %s: %s", what, one)
		}
	}
}

// veiled is the beginning of a text with its digits covered.
func veiled(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '#'
		}
		return r
	}, text[:min(len(text), 60)])
}
