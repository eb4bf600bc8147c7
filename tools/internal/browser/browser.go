// Package browser drives a real Chromium or Chrome in tests and sees
// everything that leaves it.
//
// # In a test
//
// A package with browser tests has one TestMain. It owns the browser, which
// starts with the first tab and ends with the tests:
//
//	func TestMain(m *testing.M) { os.Exit(browser.Main(m)) }
//
// Each test takes a tab of its own. Tabs share the browser and nothing else:
// every tab has its own cookies, storage, caches and network, so tests may run
// in parallel and never see what another left behind.
//
//	func TestKeyIsChecked(t *testing.T) {
//		tab := browser.Page(t)
//		tab.Size(360, 640)
//		tab.Open(server.URL + "/")
//		tab.Wait(`document.querySelector("#key") !== null`)
//
//		before := tab.Sent()
//		tab.Do(
//			chromedp.Focus(chromedp.ID("key")),
//			chromedp.KeyEvent("123456"),
//		)
//		tab.Wait(`document.querySelector("#group-1").dataset.state === "right"`)
//		if after := tab.Sent(); len(after) != len(before) {
//			t.Errorf("typing sent %v", after[len(before):])
//		}
//		title := browser.Eval[string](tab, `document.title`)
//		…
//	}
//
// The field Ctx is an ordinary chromedp context: whatever this package does
// not offer is said with chromedp or cdproto (in chromedp 0.23 an action is a
// func that returns its value: chromedp.Run(tab.Ctx, chromedp.Title())).
//
// Wait is the only way to wait. It returns at the frame in which its expression
// becomes true, and fails the test, saying what it waited for, when the tab's
// time (some minutes, see [Patience]) is over. There is nothing to sleep for.
//
// # What the page says
//
// A tab records every console error, uncaught exception, unhandled rejection
// and browser complaint (a blocked script, a failed download) of the page and
// of its workers. Whatever is on record when the test ends fails it. A
// test that breaks something on purpose says so first:
//
//	tab.Allow("check.wasm") // a complaint that contains this is expected
//
// [Tab.Complaints] returns the record to look at.
//
// # What the page sends
//
// [Tab.Sent] is what left the browser, seen on the wire: each tab has a proxy of
// its own that sees every request of the page, its frames and its workers,
// whatever API made it (fetch, beacons, forms, images, WebSockets). The proxy
// passes on what is meant for this machine and refuses all else, so a test
// never reaches the internet; a refused request is on record too.
//
// [Tab.Tried] is what the page asked for, seen from inside: also what a
// cache answered, what the policy blocked, and data: and blob: addresses.
//
// Both wait until what was under way before the call has been seen.
//
// # Finding a browser
//
// [Find] looks in FORTYEIGHT_BROWSER, then in PATH, then in the usual places.
// [Provide] also installs Debian's chromium where that is possible without
// asking anybody, and otherwise says in one line what to install. Tests
// only find; the command that runs them provides.
package browser
