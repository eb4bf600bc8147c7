package engine

import (
	"context"
	"errors"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"fortyeight/tools/internal/browser"
)

type chromium struct {
	ctx    context.Context
	cancel context.CancelFunc
}

func findChromium() error {
	_, err := browser.Find()
	return err
}

func startChromium(context.Context) (engine, error) {
	ctx, cancel, err := browser.Start(context.Background())
	return chromium{ctx, cancel}, err
}

func (c chromium) end() { c.cancel() }

func (c chromium) page(ctx context.Context) (driver, error) {
	tab, cancel := chromedp.NewContext(c.ctx, chromedp.WithNewBrowserContext(func(*target.CreateBrowserContextParams) {}))
	d := chromiumPage{tab, cancel}
	// The first Do binds the tab's life to its context.
	stop := context.AfterFunc(ctx, cancel)
	defer stop()
	if err := chromedp.Do(tab); err != nil {
		cancel()
		return nil, err
	}
	return d, nil
}

type chromiumPage struct {
	tab    context.Context
	cancel context.CancelFunc
}

// bound gives the tab's context the end of another.
func (d chromiumPage) bound(ctx context.Context) (context.Context, context.CancelFunc) {
	bound, cancel := context.WithCancel(d.tab)
	stop := context.AfterFunc(ctx, cancel)
	return bound, func() { stop(); cancel() }
}

func (d chromiumPage) do(ctx context.Context, action chromedp.Action[chromedp.Void]) error {
	bound, stop := d.bound(ctx)
	defer stop()
	return chromedp.Do(bound, action)
}

func (d chromiumPage) navigate(ctx context.Context, address string) error {
	return d.do(ctx, chromedp.Navigate(address))
}

func (d chromiumPage) eval(ctx context.Context, expression string) (string, error) {
	bound, stop := d.bound(ctx)
	defer stop()
	return chromedp.Run(bound, chromedp.Evaluate[string](expression, chromedp.EvalAwaitPromise))
}

// chromiumKeys are the keys without a letter in Chromium's own words.
var chromiumKeys = map[string]string{
	Backspace: kb.Backspace, Tab: kb.Tab, Enter: kb.Enter, Escape: kb.Escape, Delete: kb.Delete,
	Home: kb.Home, Left: kb.ArrowLeft, Up: kb.ArrowUp, Right: kb.ArrowRight, Down: kb.ArrowDown,
}

func (d chromiumPage) keys(ctx context.Context, keys string) error {
	said := ""
	for _, key := range keys {
		if known, ok := chromiumKeys[string(key)]; ok {
			said += known
		} else {
			said += string(key)
		}
	}
	return d.do(ctx, chromedp.KeyEvent(said))
}

func (d chromiumPage) press(ctx context.Context, x, y float64) error {
	return d.do(ctx, chromedp.MouseClickXY(x, y))
}

func (d chromiumPage) setFiles(ctx context.Context, framed bool, selector string, paths []string) error {
	if framed {
		frame, err := d.frame(ctx)
		if err != nil {
			return err
		}
		defer frame.cancel()
		d = frame
	}
	return d.do(ctx, chromedp.SetUploadFiles(chromedp.CSS(selector), paths))
}

// frame attaches to a frame that has a process of its own.
func (d chromiumPage) frame(ctx context.Context) (chromiumPage, error) {
	bound, stop := d.bound(ctx)
	defer stop()
	all, err := chromedp.CallBrowser(bound, target.GetTargets, target.GetTargetsParams{})
	if err != nil {
		return chromiumPage{}, err
	}
	for _, one := range all.TargetInfos {
		if one.Type == "iframe" && one.BrowserContextID == chromedp.FromContext(d.tab).BrowserContextID {
			tab, cancel := chromedp.NewContext(d.tab, chromedp.WithTargetID(one.TargetID), chromedp.WithDetachOnCancel())
			return chromiumPage{tab, cancel}, chromedp.Do(tab)
		}
	}
	return chromiumPage{}, errors.New("the page has no frame with a process of its own")
}

func (d chromiumPage) size(ctx context.Context, width, height int) error {
	return d.do(ctx, chromedp.EmulateViewport(int64(width), int64(height)))
}

func (d chromiumPage) screenshot(ctx context.Context) ([]byte, error) {
	bound, stop := d.bound(ctx)
	defer stop()
	return chromedp.Run(bound, chromedp.CaptureScreenshot())
}

func (d chromiumPage) pdf(ctx context.Context) ([]byte, error) {
	bound, stop := d.bound(ctx)
	defer stop()
	result, err := chromedp.Call(bound, page.PrintToPDF, page.PrintToPDFParams{
		PreferCSSPageSize: new(true), PaperWidth: a4Width / 2.54, PaperHeight: a4Height / 2.54,
	})
	return result.Data, err
}

func (d chromiumPage) close(context.Context) error {
	d.cancel()
	return nil
}

// A4 in centimetres.
const a4Width, a4Height = 21.0, 29.7
