package browser

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// Patience is how long a tab lives. It is no bound on speed: it only ends a
// test that would hang, so it is far above what any test needs.
const Patience = 3 * time.Minute

// A Tab is a page of the shared browser, with storage, caches and network of
// its own, and a record of what the page says and sends.
type Tab struct {
	Ctx context.Context // for chromedp.Run, chromedp.Do and chromedp.Call

	t      testing.TB
	wire   *wire
	record *record
}

// Page opens a tab that closes when the test ends, and saves data; see
// [Tab.SaveData]. The test then fails if the page complained; see [Tab.Allow].
func Page(t testing.TB) *Tab {
	t.Helper()
	return pageOf(t, sharedBrowser(t))
}

// PageWithCamera opens a tab in a browser of its own, whose camera shows a
// video in the format Y4M over and over, and which allows it when asked.
func PageWithCamera(t testing.TB, video string) *Tab {
	t.Helper()
	parent, cancel, err := Start(context.Background(),
		chromedp.Flag("use-fake-ui-for-media-stream", true),
		chromedp.Flag("use-fake-device-for-media-stream", true),
		chromedp.Flag("use-file-for-fake-video-capture", video))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(cancel)
	return pageOf(t, parent)
}

func pageOf(t testing.TB, parent context.Context) *Tab {
	t.Helper()
	wire := newWire(t)
	record := new(record)

	ctx, closeTab := chromedp.NewContext(parent,
		chromedp.WithNewBrowserContext(func(p *target.CreateBrowserContextParams) {
			p.ProxyServer = wire.address
			// Chromium never sends loopback through a proxy unless told to.
			p.ProxyBypassList = "<-loopback>"
		}),
		chromedp.WithListener(record.event))
	t.Cleanup(closeTab)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("the browser opened no tab: %v", err)
	}
	ctx, cancel := context.WithTimeout(ctx, Patience)
	t.Cleanup(cancel)
	record.workers.follow(ctx, record.event)

	tab := &Tab{Ctx: ctx, t: t, wire: wire, record: record}
	t.Cleanup(tab.checkComplaints)
	tab.SaveData(true)
	return tab
}

// Beside opens another tab with the same storage, caches and network. What it
// complains of is on record with this one.
func (tab *Tab) Beside() *Tab {
	tab.t.Helper()
	ctx, closeTab := chromedp.NewContext(tab.Ctx, chromedp.WithListener(tab.record.event))
	tab.t.Cleanup(closeTab)
	if err := chromedp.Do(ctx); err != nil {
		tab.fatal(err, "opening another tab")
	}
	beside := &Tab{Ctx: ctx, t: tab.t, wire: tab.wire, record: tab.record}
	beside.SaveData(true)
	return beside
}

// Do runs actions in order; the first that fails ends the test.
func (tab *Tab) Do(actions ...chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	if err := chromedp.Do(tab.Ctx, actions...); err != nil {
		tab.fatal(err)
	}
}

// Open goes to an address and returns when the page has loaded.
func (tab *Tab) Open(address string) {
	tab.t.Helper()
	if err := chromedp.Do(tab.Ctx, chromedp.Navigate(address)); err != nil {
		tab.fatal(err, "opening "+address)
	}
}

// Eval returns the value of a JavaScript expression, awaited if it is a promise.
// The type says what to expect: Eval[string](tab, "document.title").
func Eval[T any](tab *Tab, expression string) T {
	tab.t.Helper()
	value, err := chromedp.Run(tab.Ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		tab.fatal(err, "evaluating "+expression)
	}
	return value
}

// fatal ends the test, with what the page complained about: it is mostly the reason.
func (tab *Tab) fatal(err error, doing ...string) {
	tab.t.Helper()
	for _, what := range doing {
		tab.t.Log(what)
	}
	for _, complaint := range tab.record.all() {
		tab.t.Log("the page complained: ", complaint)
	}
	tab.t.Fatal(err)
}
