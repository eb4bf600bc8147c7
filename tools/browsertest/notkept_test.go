package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"

	"fortyeight/tools/internal/browser"
)

// TestRemovedForGood turns the switch on the page about trust.
func TestRemovedForGood(t *testing.T) {
	const left = `(async () => (await navigator.serviceWorker.getRegistrations()).length + " " + (await caches.keys()).join() + " " + JSON.stringify({ ...localStorage }))()`
	host := newLine(t, old().host)
	tab := visit(t, host, "/trust/")
	tab.Wait(shows(".js-offline-switch p", say("offline.on")))
	click(tab, ".js-offline-turn")
	tab.Wait(shows(".js-offline-switch p", say("offline.off")))
	for _, when := range []string{"at once", "on the next visit"} {
		if got := browser.Eval[string](tab, left); got != `0  {"fortyeight-offline":"off"}` {
			t.Errorf("%s there is left: %s", when, got)
		}
		tab.Open(host.URL + "/trust/")
		tab.Wait(shows(".js-offline-switch p", say("offline.off")))
	}
	if got := browser.Eval[string](tab, `document.querySelector(".js-offline").textContent`); got != "" {
		t.Errorf("the foot promises %q", got)
	}
	click(tab, ".js-offline-turn")
	works(tab)
	if got := browser.Eval[string](tab, left); got != `1 fortyeight {}` {
		t.Errorf("after another turn there is: %s", got)
	}
}

// TestNothingIsPromisedWhereNothingIsKept takes away what a browser may refuse.
func TestNothingIsPromisedWhereNothingIsKept(t *testing.T) {
	const refuse = `throw new DOMException("refused", "SecurityError")`
	for name, script := range map[string]string{
		"storage denied":     `Object.defineProperty(window, "localStorage", { get() { ` + refuse + ` } }); Object.defineProperty(window, "caches", { get() { ` + refuse + ` } }); navigator.serviceWorker.register = async () => { ` + refuse + ` }`,
		"registering denied": `navigator.serviceWorker.register = async () => { ` + refuse + ` }`,
		"a browser without":  `delete Navigator.prototype.serviceWorker`,
	} {
		t.Run(name, func(t *testing.T) {
			tab := browser.Page(t)
			tab.SaveData(false)
			if _, err := chromedp.Call(tab.Ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}); err != nil {
				t.Fatal(err)
			}
			tab.Open(site.URL + "/trust/")
			tab.Wait(shows(".js-offline-switch p", say("offline.off")))
			click(tab, ".js-offline-turn")
			tab.Wait(shows(".js-offline-switch p", say("offline.denied")))
			if got := browser.Eval[string](tab, `document.querySelector(".js-offline").textContent`); got != "" {
				t.Errorf("the foot promises %q", got)
			}
			tab.Open(site.URL + "/")
			enter(tab, "#key", sample)
			verdict(tab, "key-well-formed")
		})
	}
}

// TestFullStorage: where there is too little room, as in a private window or on a
// full device, nothing is promised and the page works as it does with the network.
func TestFullStorage(t *testing.T) {
	tab := browser.Page(t)
	tab.SaveData(false)
	tab.Allow("QuotaExceededError", "Quota exceeded", "ServiceWorker")
	const spy = `
		const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
		navigator.serviceWorker.register = async (...args) => {
			const registration = await register(...args);
			const worker = registration.installing;
			const note = () => (window.came = worker?.state);
			worker?.addEventListener("statechange", note);
			note();
			return registration;
		};`
	if _, err := chromedp.Call(tab.Ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: spy}); err != nil {
		t.Fatal(err)
	}
	const room = 100_000.0 // bytes, less than one program has
	if _, err := chromedp.Call(tab.Ctx, storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: site.URL, QuotaSize: new(room)}); err != nil {
		t.Fatal(err)
	}
	tab.Open(site.URL + "/")
	enter(tab, "#key", sample)
	verdict(tab, "key-well-formed")
	tab.Wait(`window.came === "redundant"`) // it could not store what it needs
	if got := browser.Eval[string](tab, `document.querySelector(".js-offline").textContent`); got != "" {
		t.Errorf("the foot promises %q", got)
	}
	click(tab, ".js-print-it")
	tab.Wait(`!document.querySelector(".js-go").disabled`)
	if value(tab, "#key") != sample {
		t.Error("what was entered is lost")
	}
}

// TestFrameKeepsNothing opens the frame for other sites where it might.
func TestFrameKeepsNothing(t *testing.T) {
	tab := browser.Page(t)
	tab.SaveData(false)
	tab.Open(site.URL + "/embed/")
	enter(tab, "#key", sample)
	verdict(tab, "key-well-formed")
	for _, r := range tab.Tried() {
		if strings.Contains(r.URL, "/sw.js") || strings.Contains(r.URL, "/assets/offline.") {
			t.Errorf("the frame asked for %s", r.URL)
		}
	}
}
