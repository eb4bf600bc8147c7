package browsertest

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/export"
)

// scenes are what the page looks like at the moments that matter.
var scenes = []struct {
	name string
	set  func(t *testing.T, tab *browser.Tab)
}{
	{"empty", func(*testing.T, *browser.Tab) {}},
	{"typing", func(_ *testing.T, tab *browser.Tab) {
		press(tab, "#key", sample[:25])
		verdict(tab, "key-unfinished")
	}},
	{"wrong", func(_ *testing.T, tab *browser.Tab) {
		enter(tab, "#key", strings.NewReplacer("590458", "590459", "116567", "11657").Replace(sample))
		verdict(tab, "key-wrong")
	}},
	{"repair", func(_ *testing.T, tab *browser.Tab) {
		enter(tab, "#key", strings.Replace(sample, "590458", "590468", 1))
		repairs(tab)
	}},
	{"repaired", func(_ *testing.T, tab *browser.Tab) {
		enter(tab, "#key", strings.Replace(sample, "071500", "O71500", 1))
		repairs(tab)
		click(tab, ".fe-repair__take")
		verdict(tab, "key-well-formed")
	}},
	{"several", func(_ *testing.T, tab *browser.Tab) {
		enter(tab, "#key", otherID+"\n111111-111111-111111-111111-111111-111111-111111-111111\n\n"+sampleID+"\n"+sample)
		repairs(tab)
	}},
	{"well-formed", func(_ *testing.T, tab *browser.Tab) {
		enter(tab, "#key", sample)
		verdict(tab, "key-well-formed")
	}},
	{"match", func(t *testing.T, tab *browser.Tab) { fill(t, tab) }},
	{"other", func(t *testing.T, tab *browser.Tab) {
		enter(tab, "#id", otherID[:8])
		choose(t, tab, "BitLocker Recovery Key "+sampleID+".TXT", []byte(keyFile(sampleID, sample)))
		answered(tab, "match.none.title")
		enter(tab, "#key", otherID[:7]+"0\n"+sample)
		verdict(tab, "key-other")
	}},
	{"startup-key", func(t *testing.T, tab *browser.Tab) {
		choose(t, tab, sampleID+".BEK", startupKey())
		answered(tab, "match.nothing.title")
	}},
	{"file-match", func(t *testing.T, tab *browser.Tab) {
		enter(tab, "#id", sampleID)
		choose(t, tab, "keys.txt", []byte(keyFile(sampleID, strings.Replace(sample, "071500", "O71500", 1))+"\n\n"+keyFile(otherID, otherKey)))
		answered(tab, "match.one-repaired.title")
		row(tab, "show")
		tab.Wait(digits + ` !== ""`)
	}},
	{"file-list", func(t *testing.T, tab *browser.Tab) {
		listed(t, tab, 40)
		pick(tab, 0)
		pick(tab, 1)
		click(tab, `.js-rows li:nth-child(4) [data-act="show"]`)
		tab.Wait(digits + ` !== ""`)
	}},
	{"file-none", func(t *testing.T, tab *browser.Tab) {
		choose(t, tab, "letter.txt", []byte("Dear all"))
		answered(tab, "match.nothing.title")
	}},
	{"covered", func(t *testing.T, tab *browser.Tab) {
		fill(t, tab)
		browser.Eval[any](tab, `pass(59.5)`)
		tab.Wait(`!document.querySelector(".js-cover").hidden`)
	}},
}

// fits lists what is wrong with the layout as it stands: what is wider than
// the screen, and targets that a thumb would miss.
const fits = `(() => {
	const wrong = [];
	const width = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth > width) wrong.push("the page is wider than the screen");
	for (const target of document.querySelectorAll("button, input, textarea, summary, label:has(input), .fe-nav a, .fe-header__home, label.fe-button")) {
		const box = target.getBoundingClientRect();
		if (box.width === 0 || target.type === "file" || (target.matches("input") && target.closest("label"))) continue;
		const name = target.className || target.textContent;
		if (box.height < 43.5 || box.width < 43.5) wrong.push(name + " is " + Math.round(box.width) + " × " + Math.round(box.height));
		if (box.left < 0 || box.right > width + 0.5) wrong.push(name + " stands outside the screen");
	}
	for (const table of document.querySelectorAll(".fe-table")) {
		if (table.scrollWidth > table.clientWidth) wrong.push(table.ariaLabel + " is wider than the screen");
	}
	for (const digits of document.querySelectorAll(".fe-group__digits")) {
		if (digits.offsetParent && digits.scrollWidth > digits.clientWidth + 1) wrong.push("digits are cut off");
		if (parseFloat(getComputedStyle(digits).fontSize) < 22) wrong.push("digits are smaller than 22 px");
	}
	return [...new Set(wrong)].join("; ");
})()`

// TestLooks shows every scene at four widths, light and dark, and in forced
// colours, and holds what can be measured of its looks.
func TestLooks(t *testing.T) {
	pictures := os.Getenv("FORTYEIGHT_PICTURES")
	for _, scene := range scenes {
		t.Run(scene.name, func(t *testing.T) {
			tab := openWith(t, site.URL, clock)
			scene.set(t, tab)
			for _, size := range [][2]int64{{320, 568}, {360, 640}, {768, 1024}, {1280, 800}} {
				tab.Size(size[0], size[1])
				if wrong := browser.Eval[string](tab, fits); wrong != "" {
					t.Errorf("at %d px: %s", size[0], wrong)
				}
				for _, scheme := range []string{"light", "dark"} {
					tab.Media("prefers-color-scheme", scheme, "prefers-reduced-motion", "reduce")
					tab.ScreenshotTo(pictures, fmt.Sprintf("check-%s-%d-%s", scene.name, size[0], scheme))
				}
			}
			tab.Media("forced-colors", "active")
			tab.ScreenshotTo(pictures, "check-"+scene.name+"-1280-forced")
		})
	}
}

// TestFirstView: on a small phone title, field, groups, Key ID and file button
// are in view without scrolling, before and while a key is typed.
func TestFirstView(t *testing.T) {
	tab := open(t, site)
	bottom := `Math.max(...[".fe-check__title", "#key", ".js-group:last-child", "#id", ".fe-files__way"].map((s) => document.querySelector(s).getBoundingClientRect().bottom))`
	if got := browser.Eval[float64](tab, bottom); got > 640 {
		t.Errorf("empty, the first view ends at %.0f px of 640", got)
	}
	press(tab, "#key", sample[:25])
	verdict(tab, "key-unfinished")
	browser.Eval[any](tab, `scrollTo(0, 0)`)
	if got := browser.Eval[float64](tab, bottom); got > 640 {
		t.Errorf("while typing, the first view ends at %.0f px of 640", got)
	}
}

// TestLargeText: with text at 200 % nothing is cut off or stands outside.
func TestLargeText(t *testing.T) {
	tab := openWith(t, site.URL, clock)
	browser.Eval[any](tab, `void (document.documentElement.style.fontSize = "200%")`)
	fill(t, tab)
	if wrong := browser.Eval[string](tab, fits); wrong != "" {
		t.Error(wrong)
	}
	tab.ScreenshotTo(os.Getenv("FORTYEIGHT_PICTURES"), "check-match-360-large")
	tab = openWith(t, site.URL, clock)
	browser.Eval[any](tab, `void (document.documentElement.style.fontSize = "200%")`)
	listed(t, tab, 40)
	click(tab, `.js-rows [data-act="show"]`)
	tab.Wait(digits + ` !== ""`)
	if wrong := browser.Eval[string](tab, fits); wrong != "" {
		t.Error(wrong)
	}
	tab.ScreenshotTo(os.Getenv("FORTYEIGHT_PICTURES"), "check-file-list-360-large")
}

// TestLargeTextInEveryLanguage: words of some languages are longer than a phone
// is wide when text is at 200 %, and then break.
func TestLargeTextInEveryLanguage(t *testing.T) {
	for _, address := range []string{"/", "/de/", "/es/"} {
		tab := browser.Page(t)
		tab.Size(360, 640)
		tab.Open(site.URL + address)
		browser.Eval[any](tab, `void (document.documentElement.style.fontSize = "200%")`)
		var file bytes.Buffer
		if err := export.Write(&file, 40, 0); err != nil {
			t.Fatal(err)
		}
		choose(t, tab, "export.csv", file.Bytes())
		finished(tab)
		tab.Wait(settled)
		if wrong := browser.Eval[string](tab, fits); wrong != "" {
			t.Errorf("%s: %s", address, wrong)
		}
	}
}

// TestWithoutJavaScript: the page reads, says why the tool is missing and how to check by hand.
func TestWithoutJavaScript(t *testing.T) {
	tab := browser.Page(t)
	tab.Size(360, 640)
	if _, err := chromedp.Call(tab.Ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	tab.Open(site.URL + "/")
	for selector, visible := range map[string]bool{"#key": false, ".fe-check__noscript": true, "#by-hand": true} {
		box := browser.Eval[bool](tab, fmt.Sprintf(`document.querySelector(%q)?.getClientRects().length > 0`, selector))
		if box != visible {
			t.Errorf("%s visible: %v, want %v", selector, box, visible)
		}
	}
	tab.ScreenshotTo(os.Getenv("FORTYEIGHT_PICTURES"), "check-noscript-360")
}
