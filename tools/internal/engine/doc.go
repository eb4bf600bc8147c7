// Package engine drives the three engines that people's browsers are made of, each
// through the same few calls: Chromium, Firefox and WebKit.
//
// # In a test
//
// A package whose tests use it has one TestMain, which ends the engines:
//
//	func TestMain(m *testing.M) { os.Exit(engine.Main(m)) }
//
// (where browser.Main is there already: code := browser.Main(m); engine.End().)
// A test says what every engine must do:
//
//	func TestTitle(t *testing.T) {
//		engine.Each(t, func(t *testing.T, name engine.Name) {
//			page := engine.Open(t, name)
//			page.Size(360, 640)
//			page.Go(server.URL + "/")
//			page.Click("#key")
//			page.Type("042647" + engine.Enter)
//			page.Wait(`document.querySelector(".js-group").dataset.state === "right"`)
//			page.SetFiles("input[type=file]", "testdata/key.txt")
//			title := engine.Eval[string](page, `document.title`)
//		})
//	}
//
// Each page has storage of its own in Chromium and Firefox. In WebKit the pages of
// one process share it, so give every test a server of its own (httptest does): its
// port makes another origin. Pages of one engine are opened one after the other, never
// at once, since only one can have the focus; the engines of one Each run beside each other.
//
// [Page.Wait] is the only way to wait. Every call ends at the page's [Patience].
//
// # What each can do
//
// Typing and clicking are real input: events are trusted, focus moves. Firefox and
// Chromium print ([Page.PDF]); WebKit's driver cannot, and says [ErrCannot].
// Chromium is driven by package browser's own means and has far more to offer there:
// records of what a page sends, devices, media. Here stands only what all three share.
//
// # Which are used
//
// Each uses the engines that are installed. [Required], an environment variable,
// names those that must be: with FORTYEIGHT_ENGINES=chromium,firefox,webkit a
// missing one fails the test. Firefox is spoken to by WebDriver BiDi and needs
// nothing beside it. WebKit is WebKitGTK's: it needs Debian's webkit2gtk-driver, which
// brings WebKitWebDriver and MiniBrowser, and Xvfb for a screen.
//
// Whatever is started dies with the test, also with one that panics or is killed: a
// shell beside each engine waits for that and ends the whole group of processes.
package engine
