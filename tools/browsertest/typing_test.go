package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"fortyeight/tools/internal/browser"
)

func TestDigitByDigit(t *testing.T) {
	tab := open(t, site)
	var typed []string
	for i, group := range strings.Split(sample, "-") {
		for j := range group {
			press(tab, "#key", group[j:j+1])
			if j < 5 {
				waitStates(tab, append(typed, "unfinished")...)
			}
		}
		typed = append(typed, "right")
		waitStates(tab, typed...)
		if i < 7 {
			verdict(tab, "key-unfinished")
		}
	}
	verdict(tab, "key-well-formed")
	if got := browser.Eval[bool](tab, `document.querySelector(".js-actions").hidden`); got {
		t.Error("a well-formed key cannot be copied")
	}
}

func TestPastedWithNoise(t *testing.T) {
	tests := []struct{ reason, text string }{
		{"a label with digits", "Windows 11 key 2: " + sample},
		{"a page of other text", "Hello,\n\nhere it is, valid since 2026-11-24:\n\n“" + strings.ReplaceAll(sample, "-", " – ") + "”\n\nTicket 260589\n"},
		{"other digits", strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r - '0' + '٠'
			}
			return r
		}, sample)},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			tab := open(t, site)
			enter(tab, "#key", tt.text)
			verdict(tab, "key-well-formed")
			if got := value(tab, "#key"); got != tt.text {
				t.Error("the text was changed")
			}
		})
	}
}

func TestWrongGroups(t *testing.T) {
	groups := strings.Split(sample, "-")
	tests := []struct{ group, text, state, problem string }{
		{"3", "590459", "not-multiple-of-11", "not-multiple-of-11"},
		{"1", "046247", "not-multiple-of-11", "not-multiple-of-11"},
		{"8", "720896", "above-720885", "above-720885"},
		{"5", "55432", "short", "group-short"},
		{"2", "3023313", "too-long", "group-long"},
		{"4", "O71500", "not-digits", "group-strange"},
	}
	for _, tt := range tests {
		t.Run(tt.state+" "+tt.group, func(t *testing.T) {
			tab := open(t, site)
			wrong := append([]string(nil), groups...)
			want := strings.Fields(strings.Repeat("right ", 8))
			n := tt.group[0] - '1'
			wrong[n], want[n] = tt.text, tt.state
			enter(tab, "#key", strings.Join(wrong, "-"))
			waitStates(tab, want...)
			verdict(tab, "key-wrong")
			sentence := strings.ReplaceAll(say("problem."+tt.problem), "{group}", tt.group)
			if got := browser.Eval[string](tab, `document.querySelector(".js-problems").textContent`); got != sentence {
				t.Errorf("the page says %q, want %q", got, sentence)
			}
			if browser.Eval[string](tab, `document.querySelector("#key").getAttribute("aria-invalid")`) != "true" {
				t.Error("the field is not marked as invalid")
			}
			// The live region tells it once typing has paused.
			tab.Wait(fmt.Sprintf(`document.querySelector(".js-said").textContent.includes(%q)`, sentence))

			// Its tile leads to the digits; typing over them mends the key.
			click(tab, fmt.Sprintf(".js-group:nth-child(%s) button", tt.group))
			insert(tab, groups[n])
			verdict(tab, "key-well-formed")
			if got := value(tab, "#key"); got != sample {
				t.Error("the group was not replaced in its place")
			}
		})
	}
}

func TestEditingInTheMiddle(t *testing.T) {
	tab := open(t, site)
	enter(tab, "#key", strings.Replace(sample, "590458", "59458", 1))
	waitStates(tab, "right", "right", "short", "right", "right", "right", "right", "right")
	tab.Do(chromedp.Focus(chromedp.ID("key")))
	browser.Eval[any](tab, `document.querySelector("#key").setSelectionRange(16, 16)`)
	tab.Do(chromedp.KeyEvent("0"))
	verdict(tab, "key-well-formed")
	if got := browser.Eval[int](tab, `document.querySelector("#key").selectionStart`); got != 17 {
		t.Errorf("the cursor went to %d, want 17", got)
	}
	tab.Do(chromedp.KeyEvent(kb.Backspace))
	waitStates(tab, "right", "right", "short", "right", "right", "right", "right", "right")

	// Undo is the browser's own and brings back what was there.
	browser.Eval[any](tab, `document.execCommand("undo")`)
	verdict(tab, "key-well-formed")
}

func TestKeyID(t *testing.T) {
	tab := open(t, site)
	for _, tt := range []struct{ typed, state, note string }{
		{"3FD7", "unfinished", "id.unfinished"},
		{"3fd763f9", "beginning", "id.beginning"},
		{"O2345678", "wrong", "problem.id-strange"},
		{sampleID, "whole", "id.whole"},
	} {
		browser.Eval[any](tab, `document.querySelector("#id").select()`)
		enter(tab, "#id", tt.typed)
		tab.Wait(shows(".js-id-note", say(tt.note)))
		if got := browser.Eval[string](tab, `document.querySelector(".js-id-field").dataset.state`); got != tt.state {
			t.Errorf("%s: state %s, want %s", tt.typed, got, tt.state)
		}
		browser.Eval[any](tab, `document.querySelector("#id").select()`)
	}
	enter(tab, "#key", sample)
	verdict(tab, "key-id-unknown")
	browser.Eval[any](tab, `document.querySelector("#key").select()`)
	enter(tab, "#key", sampleID+"\n"+sample)
	verdict(tab, "key-matches")
	browser.Eval[any](tab, `document.querySelector("#key").select()`)
	enter(tab, "#key", otherID+"\n"+sample)
	verdict(tab, "key-other")
}
