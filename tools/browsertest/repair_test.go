package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"fortyeight/tools/internal/browser"
)

// repairs waits for the list of what a text could have been and returns its
// length.
func repairs(tab *browser.Tab) int {
	tab.Wait(`!document.querySelector(".js-repair").hidden`)
	return browser.Eval[int](tab, `document.querySelectorAll(".fe-repair__take").length`)
}

// offer returns the place, from 1, of the candidate that changes a group to
// these digits, or 0.
func offer(tab *browser.Tab, digits string) int {
	return browser.Eval[int](tab, fmt.Sprintf(`1 + [...document.querySelectorAll(".fe-repair__row")].findIndex((row) =>
		[...row.querySelectorAll(".fe-repair__digits")].some((d) => d.textContent === %q))`, digits))
}

func TestRepair(t *testing.T) {
	tests := []struct{ reason, from, to string }{
		{"a wrong digit", "590458", "590468"},
		{"neighbours swapped", "302313", "303213"},
		{"a digit lost", "554323", "55432"},
		{"a digit doubled", "116567", "1165567"},
		{"a look-alike letter", "071500", "O71500"},
		{"an unreadable digit", "412181", "41?181"},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			tab := open(t, site)
			enter(tab, "#id", sampleID)
			text := "Identifier: " + sampleID + "\n" + strings.Replace(sample, tt.from, tt.to, 1)
			enter(tab, "#key", text)
			repairs(tab)
			place := offer(tab, tt.from)
			if place == 0 {
				t.Fatal("what was meant is not offered")
			}
			click(tab, fmt.Sprintf(".fe-repair__row:nth-child(%d) .fe-repair__take", place))
			verdict(tab, "key-matches") // the rest of the text is still there
			if !strings.Contains(states(tab), "repaired") {
				t.Error("no group is shown as repaired")
			}
			if got := value(tab, "#key"); !strings.HasSuffix(got, sample) || !strings.HasPrefix(got, "Identifier") {
				t.Error("the text is not what it was beside the repair")
			}
			click(tab, ".js-back")
			repairs(tab)
			if value(tab, "#key") != text {
				t.Error("taking it back does not bring back the text")
			}
			browser.Eval[any](tab, `document.execCommand("undo")`)
			verdict(tab, "key-matches")
		})
	}
}

// TestTakeBackKeepsLaterTyping: only the repaired digits go back.
func TestTakeBackKeepsLaterTyping(t *testing.T) {
	tab := open(t, site)
	damaged := strings.Replace(sample, "590458", "590468", 1)
	enter(tab, "#key", damaged)
	repairs(tab)
	click(tab, ".fe-repair__take")
	verdict(tab, "key-well-formed")
	browser.Eval[any](tab, `document.querySelector("#key").setSelectionRange(0, 0)`)
	insert(tab, "Laptop of Ada\n")
	tab.Wait(shows(".js-verdict .js-problems li:nth-child(2)", strings.Replace(say("found.line"), "{line}", "2", 1)))
	click(tab, ".js-back")
	repairs(tab)
	if got := value(tab, "#key"); got != "Laptop of Ada\n"+damaged {
		t.Error("taking the repair back changed what was typed since")
	}
}

// TestLateCandidate presses a candidate after the text has changed and before
// its new reading has come: the press does nothing.
func TestLateCandidate(t *testing.T) {
	tab := open(t, site)
	enter(tab, "#key", strings.Replace(sample, "590458", "590468", 1))
	repairs(tab)
	text := browser.Eval[string](tab, `(() => {
		const field = document.querySelector("#key");
		field.setRangeText("12 ", 0, 0, "end");
		field.dispatchEvent(new InputEvent("input", { bubbles: true }));
		document.querySelector(".fe-repair__take").click();
		return field.value;
	})()`)
	if strings.Contains(text, "590468") == false || !strings.HasPrefix(text, "12 ") {
		t.Error("a candidate was put in by the places of an older text")
	}
}

// TestTicks: of several candidates each can be ticked as tried, and stays so
// while the list is shown anew.
func TestTicks(t *testing.T) {
	tab := open(t, site)
	enter(tab, "#key", strings.Replace(sample, "590458", "590468", 1))
	if n := repairs(tab); n < 2 {
		t.Fatalf("%d candidates", n)
	}
	click(tab, ".fe-repair__row:nth-child(2) input")
	enter(tab, "#id", sampleID)
	tab.Wait(shows(".js-id-note", say("id.whole")))
	tab.Wait(`document.querySelectorAll(".fe-repair__row input:checked").length === 1`)
}

func TestSeveralKeys(t *testing.T) {
	const second = "111111-111111-111111-111111-111111-111111-111111-111111"
	tab := open(t, site)
	enter(tab, "#key", otherID+"\n"+second+"\n\n"+sampleID+"\n"+sample)
	if n := repairs(tab); n != 2 {
		t.Fatalf("%d keys are listed, want 2", n)
	}
	verdict(tab, "key-well-formed")
	enter(tab, "#id", sampleID[:8])
	verdict(tab, "key-matches-beginning")
	tab.Wait(shows(".js-group:nth-child(1) .js-digits", sample[:6]))
	click(tab, ".fe-repair__row:nth-child(1) .fe-repair__take")
	verdict(tab, "key-other")
}

func TestNoisyID(t *testing.T) {
	tab := open(t, site)
	choose(t, tab, "k.txt", []byte(keyFile(sampleID, sample)))
	answered(tab, "match.found-one.title")
	enter(tab, "#id", strings.Replace(sampleID[:8], "D", "O", 1))
	answered(tab, "match.noisy.title")
	tab.Wait(`!document.querySelector(".js-id-offer").hidden`)
	click(tab, ".js-id-take")
	answered(tab, "match.one.title")
}
