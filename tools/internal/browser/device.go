package browser

import (
	"context"
	"os"
	"path/filepath"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Size gives the page a screen of so many CSS pixels. One narrower than
// 600 is a phone: it has touch, and obeys the page's viewport tag.
func (tab *Tab) Size(width, height int64) {
	tab.t.Helper()
	var options []chromedp.EmulateViewportOption
	if width < 600 {
		options = append(options, chromedp.EmulatePortrait, chromedp.EmulateMobile, chromedp.EmulateTouch)
	}
	tab.Do(chromedp.EmulateViewport(width, height, options...))
}

// Media sets what the person prefers, as pairs of a CSS media feature
// and its value: Media("prefers-color-scheme", "dark", "forced-colors", "active").
// Each call replaces the one before.
func (tab *Tab) Media(pairs ...string) {
	tab.t.Helper()
	tab.media("", pairs)
}

// Print shows the page as it prints, until Media is called.
func (tab *Tab) Print(pairs ...string) {
	tab.t.Helper()
	tab.media("print", pairs)
}

func (tab *Tab) media(kind string, pairs []string) {
	tab.t.Helper()
	if len(pairs)%2 != 0 {
		tab.t.Fatalf("media features come in pairs, name and value; got %q", pairs)
	}
	params := emulation.SetEmulatedMediaParams{Media: kind}
	for i := 0; i < len(pairs); i += 2 {
		params.Features = append(params.Features, &emulation.MediaFeature{Name: pairs[i], Value: pairs[i+1]})
	}
	tab.Do(func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, params)
		return chromedp.Void{}, err
	})
}

// SaveData says whether the person wants the browser to save data. At first
// they do: then a page fetches nothing that nobody asked for, and a test has to do
// with what it opens only.
func (tab *Tab) SaveData(wanted bool) {
	tab.t.Helper()
	if _, err := chromedp.Call(tab.Ctx, emulation.SetDataSaverOverride, emulation.SetDataSaverOverrideParams{DataSaverEnabled: &wanted}); err != nil {
		tab.fatal(err)
	}
}

// Screenshot returns the whole page as PNG, however long it is.
func (tab *Tab) Screenshot() []byte {
	tab.t.Helper()
	const lossless = 100 // which makes it PNG
	shot, err := chromedp.Run(tab.Ctx, chromedp.FullScreenshot(lossless))
	if err != nil {
		tab.fatal(err, "taking a screenshot")
	}
	return shot
}

// ScreenshotTo writes the page as a PNG file, for somebody to look at. An empty
// folder means that nobody asked for pictures, and nothing is written.
func (tab *Tab) ScreenshotTo(folder, name string) {
	tab.t.Helper()
	if folder == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), tab.Screenshot(), 0o644); err != nil {
		tab.t.Fatalf("the screenshot could not be written: %v", err)
	}
}
