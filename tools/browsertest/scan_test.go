package browsertest

import (
	"fmt"
	"os"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"fortyeight/keyformat"
	"fortyeight/keyformat/sheet"
	"fortyeight/tools/internal/browser"
)

func TestTypingScanner(t *testing.T) {
	tab := openTyping(t, oneKey)
	click(tab, ".js-scan")
	key := keyformat.MustParseKey(sample)
	drawn := func(path string) {
		t.Helper()
		tab.Wait(fmt.Sprintf(`document.querySelector(".js-field path")?.getAttribute("d") === %q`, path))
	}
	drawn(sheet.QR(key).Path())
	for i, bar := range sheet.Bars(key, 2) {
		click(tab, fmt.Sprintf(`.js-code[data-code="%d"]`, i))
		drawn(bar.Path())
	}
	tab.Do(chromedp.KeyEvent(kb.Escape)) // closes the scanner's panel, not the view
	tab.Wait(`document.querySelector(".js-scanner").hidden`)
	atGroup(tab, 1)
	if n := browser.Eval[int](tab, `document.querySelectorAll(".js-field path").length`); n != 0 {
		t.Error("the code stands in a panel that is closed")
	}
}

// TestTypingLooks shows the view upright, sideways and small, and holds what
// can be measured of its looks.
func TestTypingLooks(t *testing.T) {
	pictures := os.Getenv("FORTYEIGHT_PICTURES")
	tab := openTyping(t, twoKeys)
	tab.Do(chromedp.KeyEvent(kb.ArrowRight))
	atGroup(tab, 2)
	for _, size := range [][2]int64{{320, 568}, {360, 640}, {640, 360}, {1280, 800}} {
		tab.Size(size[0], size[1])
		if wrong := browser.Eval[string](tab, fits); wrong != "" {
			t.Errorf("at %d px: %s", size[0], wrong)
		}
		for _, scheme := range []string{"light", "dark"} {
			tab.Media("prefers-color-scheme", scheme, "prefers-reduced-motion", "reduce")
			tab.ScreenshotTo(pictures, fmt.Sprintf("typing-%d-%s", size[0], scheme))
		}
		click(tab, ".js-scan")
		tab.Wait(`document.querySelector(".js-field path")`)
		if wrong := browser.Eval[string](tab, fits); wrong != "" {
			t.Errorf("the scanner's panel at %d px: %s", size[0], wrong)
		}
		tab.ScreenshotTo(pictures, fmt.Sprintf("scan-%d", size[0]))
		tab.Do(chromedp.KeyEvent(kb.Escape))
	}
}
