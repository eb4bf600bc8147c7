package browsertest

import (
	"os"
	"strings"
	"testing"

	"fortyeight/tools/internal/browser"
)

// TestTypeAndPrint goes from a checked key into both views and back, and
// forgets from there.
func TestTypeAndPrint(t *testing.T) {
	pictures := os.Getenv("FORTYEIGHT_PICTURES")
	tab := open(t, site)
	enter(tab, "#key", sampleID+"\n"+sample)
	verdict(tab, "key-well-formed")

	click(tab, ".js-type")
	tab.Wait(shows(".js-now", sample[:6]))
	tab.ScreenshotTo(pictures, "type-360")
	press(tab, ".js-show", " ")
	tab.Wait(shows(".js-now", sample[7:13]))
	click(tab, ".js-typing .js-stage-close")
	tab.Wait(`document.activeElement.classList.contains("js-type")`)

	click(tab, ".js-print-it")
	tab.Wait(`document.querySelector(".js-paper svg") !== null`)
	tab.ScreenshotTo(pictures, "print-360")
	if got := browser.Eval[bool](tab, `document.querySelector(".js-paper").textContent.includes("`+sampleID[:8]+`")`); !got {
		t.Error("the sheet lacks the Key ID")
	}
	click(tab, ".js-print .js-stage-close")

	// Forget reaches into both views.
	click(tab, ".js-forget")
	tab.Wait(shows(".js-verdict .js-title", say("answer.key-none.title")))
	if browser.Eval[bool](tab, `/\d{6}/.test(document.querySelector(".js-typing").textContent + document.querySelector(".js-print").textContent.replace("720885", ""))`) {
		t.Error("digits are left in a view")
	}
}

// TestUnknownIDIsNotPrinted: the Key ID of the screen stands on a sheet only
// where the key is known to belong to it.
func TestUnknownIDIsNotPrinted(t *testing.T) {
	tab := open(t, site)
	enter(tab, "#id", otherID)
	enter(tab, "#key", sample)
	verdict(tab, "key-id-unknown")
	click(tab, ".js-print-it")
	tab.Wait(`document.querySelector(".js-paper svg") !== null`)
	if browser.Eval[bool](tab, `document.querySelector(".js-paper").textContent.includes("`+otherID[:8]+`")`) {
		t.Error("the sheet claims a Key ID that nobody knows")
	}
}

// TestCandidatesAreTyped: several readings become a list in the typing view.
func TestCandidatesAreTyped(t *testing.T) {
	tab := open(t, site)
	enter(tab, "#key", strings.Replace(sample, "590458", "590468", 1))
	repairs(tab)
	click(tab, ".js-type-all")
	tab.Wait(`document.querySelectorAll(".fe-typing__candidate").length > 1`)
	tab.Wait(shows(".js-now", sample[:6]))
}

// TestRepairedSheet says on its face that it was repaired.
func TestRepairedSheet(t *testing.T) {
	tab := open(t, site)
	enter(tab, "#key", strings.Replace(sample, "071500", "O71500", 1))
	repairs(tab)
	click(tab, ".fe-repair__take")
	verdict(tab, "key-well-formed")
	click(tab, ".js-print-it")
	tab.Wait(`document.querySelector(".js-paper svg") !== null`)
	tab.Wait(`document.querySelector(".js-paper").textContent.includes(` + "`" + say("sheet.repaired") + "`" + `)`)
}
