package browser

import (
	"slices"
	"sync/atomic"

	"github.com/chromedp/chromedp"
)

// A Request is one attempt to reach something. A WebSocket's method is
// WEBSOCKET in Tried; in Sent a connection that asks for a tunnel is CONNECT.
type Request struct {
	Method, URL string
}

// String returns the request in the form "GET http://127.0.0.1/check.js".
func (r Request) String() string { return r.Method + " " + r.URL }

// Sent returns every request that left the browser for this tab, in order.
func (tab *Tab) Sent() []Request {
	tab.t.Helper()
	tab.settle()
	return tab.wire.requests()
}

// Tried returns every request that the page and its workers asked for, also
// those that a cache answered or the policy blocked.
func (tab *Tab) Tried() []Request {
	tab.t.Helper()
	tab.settle()
	tab.record.mu.Lock()
	defer tab.record.mu.Unlock()
	return slices.Clone(tab.record.tried)
}

// Complaints returns the console errors, exceptions and browser complaints of
// the page and its workers, but for those that Allow expects.
func (tab *Tab) Complaints() []string {
	tab.t.Helper()
	tab.settle()
	return tab.record.all()
}

// Allow expects complaints that contain one of the texts, before or
// after this call. A test calls it for what it breaks on purpose.
func (tab *Tab) Allow(texts ...string) {
	tab.record.mu.Lock()
	defer tab.record.mu.Unlock()
	tab.record.allowed = append(tab.record.allowed, texts...)
}

var markers atomic.Int64

// settle waits until what the page did before now has been seen. It sends one
// last request after all others, which the proxy answers and nobody records,
// and then one command, whose answer comes after all earlier events. Where the
// page has no origin or forbids connections there is no marker to send, and the
// command alone must do.
func (tab *Tab) settle() {
	tab.t.Helper()
	marker := markerPath(markers.Add(1))
	_, _ = chromedp.Run(tab.Ctx, chromedp.Evaluate[bool](
		`location.protocol === "http:" ? fetch("`+marker+`", {cache: "no-store"}).then(() => true, () => false) : false`,
		chromedp.EvalAwaitPromise))
	tab.record.workers.wait()
	if err := chromedp.Do(tab.Ctx, chromedp.Evaluate[chromedp.Void]("0")); err != nil {
		tab.fatal(err, "asking the page whether it is done")
	}
}

func (tab *Tab) checkComplaints() {
	tab.t.Helper()
	if tab.Ctx.Err() == nil && !tab.t.Failed() {
		tab.settle()
	}
	for _, complaint := range tab.record.all() {
		tab.t.Errorf("the page complained: %s", complaint)
	}
}
