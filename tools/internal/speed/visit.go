package speed

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// The key is that of cryptsetup's public test image bitlk-aes-cbc-128.
const (
	publicKey = "042647-302313-590458-071500-554323-116567-412181-516978"
	publicID  = "3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C"
)

// keyFile is a key file as Windows lays one out.
const keyFile = "Recovery key of this drive\r\n\r\nIdentifier:\r\n\r\n\t" + publicID + "\r\n\r\nRecovery Key:\r\n\r\n\t" + publicKey + "\r\n"

//go:embed watch.js
var watch string

// marks are the times that one visit saw, in milliseconds, by name.
type marks map[string]float64

// A profile is a browser's memory of earlier visits: what it stored and keeps.
type profile struct {
	ctx   context.Context
	close context.CancelFunc
}

func newProfile(browser context.Context) (*profile, error) {
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext(func(*target.CreateBrowserContextParams) {}))
	if err := chromedp.Do(ctx); err != nil {
		cancel()
		return nil, err
	}
	return &profile{ctx, cancel}, nil
}

// inputs are what a visitor brings to a page, and what its scripts find in inputs.
type inputs struct {
	Key     string `json:"key,omitempty"`
	ID      string `json:"id,omitempty"`
	File    string `json:"file,omitempty"`
	Program string `json:"program,omitempty"` // where a page of the yardstick finds its program
}

// A visitor is somebody who visits a page.
type visitor struct {
	page   string // as a round names it
	at     *host
	path   string
	inputs inputs
	wants  string // the mark with which a visit is over
	stores string // a condition in JavaScript: true once the page is stored; "" where it is not to be
	slower float64
}

// line is what a visit has for a line. Where nothing is to be stored, the processor is what
// counts, and the line is open.
func (v visitor) line(stored string, fast bool) state {
	switch {
	case stored == offline:
		return cut
	case fast, v.stores == "":
		return open
	}
	return slow
}

// visit opens a page in a tab of its own, once the browser is done with the tab before, and
// returns its marks once the visitor has seen all; the first time it waits then, with the
// line open, until the page is stored.
func (p *profile) visit(v visitor, first bool) (marks, error) {
	if err := rest(p.ctx); err != nil {
		return nil, err
	}
	ctx, cancel := chromedp.NewContext(p.ctx)
	defer cancel()
	ctx, cancelTime := context.WithTimeout(ctx, patience)
	defer cancelTime()
	brought, err := json.Marshal(v.inputs)
	if err != nil {
		return nil, err
	}
	source := fmt.Sprintf("globalThis.inputs = %s;\n{\n%s}", brought, watch)
	err = chromedp.Do(ctx,
		call(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 640, DeviceScaleFactor: 2, Mobile: true}),
		call(emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: max(1, v.slower)}),
		call(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: source}),
		chromedp.Navigate(v.at.URL+v.path),
	)
	if err != nil {
		return nil, err
	}
	if err := until(ctx, "marks."+v.wants); err != nil {
		return nil, err
	}
	seen, err := chromedp.Run(ctx, chromedp.Evaluate[marks]("marks"))
	if err != nil || !first || v.stores == "" {
		return seen, err
	}
	v.at.set(open)
	return seen, until(ctx, v.stores)
}

// patience ends a visit that hangs; it is no bound on speed.
const patience = 3 * time.Minute

// until returns once an expression is true, looked at from time to time; a promise is
// waited for.
func until(ctx context.Context, condition string) error {
	script := fmt.Sprintf(`(async () => {
		while (!(await (%s))) await new Promise((resolve) => setTimeout(resolve, 50));
		return true;
	})()`, condition)
	_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](script, chromedp.EvalAwaitPromise))
	if err != nil {
		return fmt.Errorf("waiting for %s: %w", condition, err)
	}
	return nil
}

// call is a command of the protocol whose answer says nothing.
func call[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, command, params)
		return chromedp.Void{}, err
	}
}
