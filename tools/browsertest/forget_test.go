package browsertest

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"fortyeight/tools/internal/browser"
)

// spyWorkers counts the page's workers, from before its first script.
const spyWorkers = `
	window.workersAlive = window.workersReady = 0;
	const Real = Worker;
	window.Worker = class extends Real {
		constructor(...args) {
			super(...args);
			window.workersAlive++;
			window.lastWorker = this;
			this.addEventListener("message", ({ data }) => data.ready && window.workersReady++);
		}
		terminate() { super.terminate(); window.workersAlive--; }
	};`

// openWith opens the Check page after a script of the test has run in it.
func openWith(t *testing.T, address, script string) *browser.Tab {
	t.Helper()
	tab := browser.Page(t)
	tab.Size(360, 640)
	if _, err := chromedp.Call(tab.Ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}); err != nil {
		t.Fatal(err)
	}
	tab.Open(address + "/")
	return tab
}

func fill(t *testing.T, tab *browser.Tab) {
	t.Helper()
	enter(tab, "#id", sampleID)
	enter(tab, "#key", sample)
	choose(t, tab, "k.txt", []byte(keyFile(sampleID, sample)))
	verdict(tab, "key-matches")
}

// wantEmpty fails unless the page is as it was before anything was typed.
func wantEmpty(t *testing.T, tab *browser.Tab) {
	t.Helper()
	verdict(tab, "key-none")
	waitStates(tab)
	if value(tab, "#key") != "" || value(tab, "#id") != "" || value(tab, "#file") != "" {
		t.Error("a field is not empty")
	}
	if !browser.Eval[bool](tab, `document.querySelector(".js-files-answer").hidden && document.querySelector(".js-keys").hidden && document.querySelectorAll(".fe-keys__row").length === 0`) {
		t.Error("what was found in files still stands there")
	}
	if browser.Eval[bool](tab, `/\d{6}/.test(document.querySelector(".js-check").textContent)`) {
		t.Error("digits stand in the page")
	}
}

func TestForget(t *testing.T) {
	tab := openWith(t, site.URL, spyWorkers)
	fill(t, tab)
	if n := browser.Eval[int](tab, `workersAlive`); n != 2 {
		t.Errorf("%d workers before Forget, want two, one for each program", n)
	}
	click(tab, ".js-forget")
	wantEmpty(t, tab)
	if n := browser.Eval[int](tab, `workersAlive`); n != 0 {
		t.Errorf("%d workers after Forget, want 0", n)
	}
	browser.Eval[any](tab, `document.querySelector("#key").focus()`)
	browser.Eval[any](tab, `document.execCommand("undo")`)
	if value(tab, "#key") != "" {
		t.Error("undo brings back what was forgotten")
	}
	// It works again, without a second download.
	before := len(tab.Sent())
	enter(tab, "#key", sample)
	verdict(tab, "key-well-formed")
	for _, r := range tab.Sent()[before:] {
		t.Errorf("after Forget the page asked for %v", r)
	}
}

// TestBackForwardCache leaves the page and comes back the way phones do.
func TestBackForwardCache(t *testing.T) {
	tab := open(t, site)
	browser.Eval[any](tab, `addEventListener("pageshow", (event) => (window.cameBack = event.persisted))`)
	fill(t, tab)
	tab.Open(site.URL + "/trust/")
	browser.Eval[any](tab, `void history.back()`)
	tab.Wait(`location.pathname === "/" && document.readyState === "complete"`)
	if !browser.Eval[bool](tab, `window.cameBack === true`) {
		t.Error("the browser did not keep the page; this test then shows nothing")
	}
	wantEmpty(t, tab)
	enter(tab, "#key", sample)
	verdict(tab, "key-well-formed")
}

// clock replaces the page's clock and long timers by ones the test moves.
const clock = `
	let offset = 0;
	const timers = new Set();
	const realNow = Date.now, realSet = setTimeout, realClear = clearTimeout;
	Date.now = () => realNow() + offset;
	window.setTimeout = (act, delay = 0, ...args) => {
		if (delay < 1_000) return realSet(act, delay, ...args);
		const timer = { act, at: Date.now() + delay };
		timers.add(timer);
		return timer;
	};
	window.clearTimeout = (timer) => { if (!timers.delete(timer)) realClear(timer); };
	window.pass = (minutes) => {
		offset += minutes * 60_000;
		for (const timer of [...timers]) if (timer.at <= Date.now() && timers.delete(timer)) timer.act();
	};`

func TestIdle(t *testing.T) {
	hidden := func(tab *browser.Tab, name string) bool {
		return browser.Eval[bool](tab, fmt.Sprintf(`document.querySelector(".js-%s").hidden`, name))
	}
	pass := func(tab *browser.Tab, minutes string) { browser.Eval[any](tab, `pass(`+minutes+`)`) }

	t.Run("covered after ten minutes, shown by one press", func(t *testing.T) {
		tab := openWith(t, site.URL, clock)
		fill(t, tab)
		pass(tab, "9.9")
		if !hidden(tab, "cover") {
			t.Error("covered before ten minutes")
		}
		pass(tab, "0.2")
		if hidden(tab, "cover") || !hidden(tab, "entry") {
			t.Fatal("not covered after ten minutes")
		}
		click(tab, ".js-cover-show")
		if !hidden(tab, "cover") || hidden(tab, "entry") || value(tab, "#key") != sample {
			t.Error("the digits are not back")
		}
		verdict(tab, "key-matches")
		pass(tab, "9.9")
		if !hidden(tab, "cover") {
			t.Error("the ten minutes did not begin anew")
		}
	})
	t.Run("warned after 59 minutes and kept", func(t *testing.T) {
		tab := openWith(t, site.URL, clock)
		fill(t, tab)
		pass(tab, "58.9")
		if !hidden(tab, "expiry") {
			t.Error("warned too early")
		}
		pass(tab, "0.2")
		if hidden(tab, "expiry") {
			t.Fatal("not warned a minute before")
		}
		click(tab, ".js-expiry-keep")
		pass(tab, "5")
		if !hidden(tab, "expiry") || value(tab, "#key") != sample {
			t.Error("not kept")
		}
	})
	t.Run("cleared after sixty minutes", func(t *testing.T) {
		tab := openWith(t, site.URL, clock)
		fill(t, tab)
		pass(tab, "59.5")
		pass(tab, "0.6")
		wantEmpty(t, tab)
		tab.Wait(shows(".js-said", say("expiry.done")))
	})
	t.Run("asleep for an hour", func(t *testing.T) {
		tab := openWith(t, site.URL, clock)
		fill(t, tab)
		pass(tab, "70")
		wantEmpty(t, tab)
	})
	t.Run("nothing to cover", func(t *testing.T) {
		tab := openWith(t, site.URL, clock)
		pass(tab, "70")
		if !hidden(tab, "cover") || !hidden(tab, "expiry") {
			t.Error("an empty page is covered")
		}
	})
}
