package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"fortyeight/tools/internal/browser"
)

const (
	oneKey  = `[{key: "` + sample + `", id: "` + sampleID + `"}]`
	twoKeys = `[{key: "` + sample + `", id: "` + sampleID + `"}, {key: "` + canary + `"}]`
)

// spySenses replaces what a headless browser has no device for: the wake lock,
// voices, and being hidden.
const spySenses = `
	window.locks = 0;
	Object.defineProperty(navigator, "wakeLock", { value: {
		async request() {
			window.locks++;
			return { released: false, async release() { if (!this.released) { this.released = true; window.locks--; } } };
		},
	} });
	window.voices = [];
	window.spoken = [];
	speechSynthesis.getVoices = () => window.voices;
	speechSynthesis.speak = ({ text }) => window.spoken.push(text);
	let hidden = false;
	Object.defineProperty(document, "hidden", { get: () => hidden });
	window.hide = (on) => { hidden = on; document.dispatchEvent(new Event("visibilitychange")); };`

// openTyping opens the typing view by its button.
func openTyping(t *testing.T, orders string) *browser.Tab {
	t.Helper()
	tab := openFixture(t, orders, spySenses)
	click(tab, "#type")
	atGroup(tab, 1)
	return tab
}

// atGroup waits until the view shows a group of the sample, to eyes and to a
// screen reader.
func atGroup(tab *browser.Tab, n int) {
	group := strings.Split(sample, "-")[n-1]
	count := strings.ReplaceAll(say("typing.count"), "{n}", fmt.Sprint(n))
	tab.Wait(shows(".js-now", group))
	tab.Wait(shows(".js-spoken", count+": "+strings.Join(strings.Split(group, ""), " ")))
}

func TestTypingKeys(t *testing.T) {
	tab := openTyping(t, oneKey)
	for _, step := range []struct {
		keys string
		at   int
	}{{kb.ArrowRight, 2}, {" ", 3}, {kb.ArrowLeft, 2}, {kb.Enter, 3}, {kb.Backspace, 2}, {kb.ArrowLeft, 1}, {kb.ArrowLeft, 1}} {
		tab.Do(chromedp.KeyEvent(step.keys))
		atGroup(tab, step.at)
	}
	if got := browser.Eval[string](tab, `document.querySelector(".js-next").textContent`); got != strings.Split(sample, "-")[1] {
		t.Error("the next group does not stand beside the first")
	}
	for range 8 {
		tab.Do(chromedp.KeyEvent(kb.ArrowRight))
	}
	tab.Wait(shows(".js-count", say("typing.done")))
	if !browser.Eval[bool](tab, `document.querySelector(".js-forward").disabled && document.querySelector(".js-refused").open`) {
		t.Error("after the last group it goes on, or the help is shut")
	}
	tab.Do(chromedp.KeyEvent(kb.ArrowLeft))
	atGroup(tab, 8)
}

func TestTypingButtonsTapsAndSwipes(t *testing.T) {
	tab := openTyping(t, oneKey)
	click(tab, ".js-forward")
	atGroup(tab, 2)
	tab.Do(chromedp.KeyEvent(" ")) // the button has the focus: it is pressed once
	atGroup(tab, 3)
	click(tab, ".js-back")
	atGroup(tab, 2)
	click(tab, ".js-show") // a click in the middle
	atGroup(tab, 3)
	swipe(t, tab, 300, 60)
	atGroup(tab, 4)
	swipe(t, tab, 60, 300)
	atGroup(tab, 3)
	swipe(t, tab, 200, 200) // a tap
	atGroup(tab, 4)
	swipe(t, tab, 40, 40) // a tap where a thumb goes back
	atGroup(tab, 3)
}

// swipe moves a finger across the view's digits.
func swipe(t *testing.T, tab *browser.Tab, from, to float64) {
	t.Helper()
	y := browser.Eval[float64](tab, `(() => { const box = document.querySelector(".js-show").getBoundingClientRect(); return box.top + box.height / 2 })()`)
	for _, step := range []struct {
		kind input.DispatchTouchEventType
		x    float64
	}{{input.DispatchTouchEventTypeTouchStart, from}, {input.DispatchTouchEventTypeTouchMove, (from + to) / 2}, {input.DispatchTouchEventTypeTouchMove, to}, {input.DispatchTouchEventTypeTouchEnd, 0}} {
		params := input.DispatchTouchEventParams{Type: step.kind, TouchPoints: []*input.TouchPoint{}}
		if step.kind != input.DispatchTouchEventTypeTouchEnd {
			params.TouchPoints = []*input.TouchPoint{{X: step.x, Y: y}}
		}
		if _, err := chromedp.Call(tab.Ctx, input.DispatchTouchEvent, params); err != nil {
			t.Fatal(err)
		}
	}
}

// TestTypingTakesThePlace: nothing of the page beside the view is in reach,
// Escape goes back to where somebody was, and the place is kept.
func TestTypingTakesThePlace(t *testing.T) {
	tab := openTyping(t, oneKey)
	if browser.Eval[bool](tab, `document.querySelector("h1").getClientRects().length > 0`) {
		t.Error("the page shows beside the view")
	}
	if !browser.Eval[bool](tab, `document.featurePolicy.allowsFeature("screen-wake-lock")`) {
		t.Error("the policy header forbids the wake lock")
	}
	if got := browser.Eval[int](tab, `locks`); got != 1 {
		t.Errorf("%d wake locks while the view is open, want 1", got)
	}
	tab.Do(chromedp.KeyEvent(kb.ArrowRight))
	atGroup(tab, 2)
	tab.Do(chromedp.KeyEvent(kb.Escape))
	tab.Wait(`document.querySelector(".js-typing").hidden`)
	if got := browser.Eval[string](tab, `document.activeElement.id + locks + left`); got != "type01" {
		t.Errorf("focus, wake locks and calls after Escape are %q, want type01", got)
	}
	if browser.Eval[bool](tab, `/\d{3}/.test(document.querySelector(".js-typing").textContent)`) {
		t.Error("digits stand in a view that is closed")
	}
	click(tab, "#type")
	atGroup(tab, 2)
	browser.Eval[any](tab, `typing.forget()`)
	click(tab, "#type")
	atGroup(tab, 1)
}

func TestTypingHidesDigits(t *testing.T) {
	tab := openTyping(t, oneKey)
	tab.Do(chromedp.KeyEvent(kb.ArrowRight))
	atGroup(tab, 2)
	browser.Eval[any](tab, `hide(true)`)
	if browser.Eval[bool](tab, `/\d{3}/.test(document.body.textContent)`) {
		t.Error("digits stand in a page that is hidden")
	}
	browser.Eval[any](tab, `hide(false)`)
	tab.Do(chromedp.KeyEvent(kb.ArrowRight)) // turns nothing that is not seen
	click(tab, ".js-uncover")
	atGroup(tab, 2)
	if got := browser.Eval[string](tab, `document.activeElement.className`); !strings.Contains(got, "js-show") {
		t.Errorf("the focus is on %q", got)
	}
}

func TestTypingAloud(t *testing.T) {
	tab := openTyping(t, oneKey)
	click(tab, ".js-aloud")
	tab.Wait(shows(".js-aloud-note", say("typing.aloud-no-voice")))
	browser.Eval[any](tab, `void (voices = [{localService: false, lang: "en-GB"}, {localService: true, lang: "de-DE"}])`)
	click(tab, ".js-aloud")
	tab.Wait(shows(".js-aloud-note", say("typing.aloud-no-voice")))
	if got := browser.Eval[int](tab, `spoken.length`); got != 0 {
		t.Fatal("a voice from elsewhere speaks")
	}
	// A made-up voice cannot be given to the browser's own utterance.
	browser.Eval[any](tab, `void (window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } })`)
	browser.Eval[any](tab, `void (voices = [{localService: true, lang: "en-GB"}])`)
	click(tab, ".js-aloud")
	tab.Wait(`spoken.length === 1`)
	tab.Do(chromedp.KeyEvent(kb.ArrowRight))
	tab.Wait(`spoken.length === 2`)
	if got := browser.Eval[string](tab, `spoken[1]`); got != "Group 2 of 8. 3, 0, 2, 3, 1, 3" {
		t.Errorf("it says %q", got)
	}
	click(tab, ".js-aloud")
	click(tab, ".js-forward")
	atGroup(tab, 3)
	if got := browser.Eval[int](tab, `spoken.length`); got != 2 {
		t.Error("it goes on after it was told to stop")
	}
}

func TestTypingCandidates(t *testing.T) {
	tab := openTyping(t, twoKeys)
	tab.Wait(shows(".js-which", "Key 1 of 2, Key ID 3FD763F9"))
	click(tab, ".js-list li:nth-child(2) button")
	tab.Wait(shows(".js-now", canary[:6]))
	tab.Wait(shows(".js-which", "Key 2 of 2"))
	for range 8 {
		tab.Do(chromedp.KeyEvent(kb.ArrowRight))
	}
	tab.Wait(shows(".js-list li:nth-child(2) .js-tried", say("typing.candidate-tried")))
}
