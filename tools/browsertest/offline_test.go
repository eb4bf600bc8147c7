package browsertest

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/serviceworker"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"

	whole "fortyeight/site"
	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/webserver"
)

// A line leads to a host, which may come to have another version of the site, or to
// nothing at all.
type line struct {
	*httptest.Server
	host atomic.Pointer[webserver.Server]
}

func newLine(t *testing.T, host *webserver.Server) *line {
	t.Helper()
	l := new(line)
	l.has(host)
	l.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := l.host.Load()
		if host == nil {
			panic(http.ErrAbortHandler)
		}
		host.ServeHTTP(w, r)
	}))
	t.Cleanup(l.Close)
	return l
}

func (l *line) has(host *webserver.Server) { l.host.Store(host) }

func (l *line) cut() { l.host.Store(nil) }

// A release is a version of the site and a host that has it. The host compresses
// nothing, which spares the test the work.
type release struct {
	*whole.Output
	host *webserver.Server
}

var (
	old = sync.OnceValue(func() release { return release{built.Site, webserver.New(built.Site, webserver.Uncompressed)} })
	// newer has another check program: one that bears a name which does nothing.
	newer = sync.OnceValues(func() (release, error) {
		const section = "\x00\x06\x05newer"
		output, err := built.With(context.Background(), "check", append(slices.Clone(built.Programs["check"]), section...))
		if err != nil {
			return release{}, err
		}
		return release{output, webserver.New(output, webserver.Uncompressed)}, nil
	})
)

// releases returns the old version and the newer one, before a test opens its tab,
// whose time is measured.
func releases(t *testing.T) (before, after release) {
	t.Helper()
	after, err := newer()
	if err != nil {
		t.Fatal(err)
	}
	return old(), after
}

// visit opens a page of a site that may be kept, and waits until it says that it is.
func visit(t *testing.T, l *line, path string) *browser.Tab {
	t.Helper()
	tab := browser.Page(t)
	tab.SaveData(false)
	tab.Open(l.URL + path)
	works(tab)
	return tab
}

func works(tab *browser.Tab) { tab.Wait(shows(".js-offline", say("offline.works"))) }

// scriptOf is the script of the Check page in a version.
func scriptOf(t *testing.T, output *whole.Output) string {
	t.Helper()
	for _, f := range output.Files {
		if strings.HasPrefix(f.Path, "assets/check.en.") {
			return "/" + f.Path
		}
	}
	t.Fatal("there is no script of the Check page")
	return ""
}

// loaded is the expression that the Check page is that of a version.
func loaded(t *testing.T, output *whole.Output) string {
	return fmt.Sprintf(`[...document.scripts].some((script) => script.getAttribute("src") === %q)`, scriptOf(t, output))
}

// keptFiles are the files that must work without network, by address, with the
// SHA-256 of each in hex and its policy.
func keptFiles(output *whole.Output) map[string][2]string {
	files := map[string][2]string{}
	for _, f := range output.Files {
		isPage := path.Base(f.Path) == "index.html"
		if !isPage && (!strings.HasPrefix(f.Path, "assets/") || path.Ext(f.Path) == ".gz") {
			continue
		}
		address, policy := "/"+strings.TrimSuffix(f.Path, "index.html"), ""
		for _, h := range output.Headers.For(address) {
			if h.Name == "Content-Security-Policy" {
				policy = h.Value
			}
		}
		files[address] = [2]string{fmt.Sprintf("%x", sha256.Sum256(f.Data)), policy}
	}
	return files
}

// TestWorksWithoutNetwork cuts the line after one visit: every file comes as it
// was built and with its policy, and pages and programs work.
func TestWorksWithoutNetwork(t *testing.T) {
	host := newLine(t, webserver.New(built.Site))
	tab := visit(t, host, "/")
	times := map[string]int{}
	for _, r := range tab.Sent() {
		times[r.URL]++
	}
	for address, n := range times {
		if n > 1 && strings.Contains(address, "/assets/") {
			t.Errorf("%s came %d times", address, n)
		}
	}
	host.cut()

	files := keptFiles(built.Site)
	if len(files) < 80 {
		t.Fatalf("the site has %d files only", len(files))
	}
	list, err := json.Marshal(files)
	if err != nil {
		t.Fatal(err)
	}
	got := browser.Eval[[]string](tab, `(async () => {
		const wrong = [];
		for (const [address, [sum, policy]] of Object.entries(`+string(list)+`)) {
			const response = await fetch(address).catch(() => null);
			if (!response) { wrong.push(address + " does not come"); continue; }
			const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
			if ([...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("") !== sum) wrong.push(address + " has other bytes");
			if (response.headers.get("Content-Security-Policy") !== policy) wrong.push(address + " has another policy");
		}
		return wrong;
	})()`)
	for _, problem := range got {
		t.Error(problem)
	}
	for _, path := range []string{"/de/", "/es/guide/typing/", "/find/", "/guide", "/developers/", "/embed/"} {
		tab.Open(host.URL + path)
		tab.Wait(`document.querySelector("h1") !== null && document.styleSheets.length > 0`)
	}
}

func TestProgramsWorkWithoutNetwork(t *testing.T) {
	host := newLine(t, old().host)
	tab := visit(t, host, "/trust/")
	host.cut()
	tab.Open(host.URL + "/")
	enter(tab, "#key", sample)
	verdict(tab, "key-well-formed")
	choose(t, tab, "letter.txt", []byte("Dear all"))
	answered(tab, "match.nothing.title")
	click(tab, ".js-print-it")
	tab.Wait(`document.querySelector(".js-paper svg") !== null`)
}

func TestCameraWorksWithoutNetwork(t *testing.T) {
	host := newLine(t, old().host)
	tab := browser.PageWithCamera(t, video(t, strings.ReplaceAll(sample, "-", "")))
	tab.SaveData(false)
	tab.Open(host.URL + "/")
	works(tab)
	host.cut()
	tab.Open(host.URL + "/")
	click(tab, ".js-camera-open")
	verdict(tab, "key-well-formed")
}

// damage puts other bytes in the place of a file's in the store.
func damage(t *testing.T, tab *browser.Tab, file, bytes string) {
	t.Helper()
	data, ok := built.Site.Find(file)
	if !ok {
		t.Fatalf("there is no %s", file)
	}
	if !browser.Eval[bool](tab, fmt.Sprintf(`(async () => {
		const kept = await caches.open("fortyeight");
		const key = "/%x";
		if (!(await kept.match(key))) return false;
		await kept.put(key, new Response(%q, { headers: { "Content-Type": "text/html" } }));
		return true;
	})()`, sha256.Sum256(data), bytes)) {
		t.Fatalf("%s is not in the store", file)
	}
}

// endServiceWorker ends the service worker, as the browser does after a while without
// requests: the next one starts it anew.
func endServiceWorker(t *testing.T, tab *browser.Tab) {
	t.Helper()
	ended := make(chan struct{}, 1)
	tab.Listen(func(event any) {
		updated, ok := event.(*serviceworker.EventWorkerVersionUpdated)
		if ok && slices.ContainsFunc(updated.Versions, func(v *serviceworker.Version) bool {
			return v.RunningStatus == serviceworker.VersionRunningStatusStopped
		}) {
			select {
			case ended <- struct{}{}:
			default:
			}
		}
	})
	if _, err := chromedp.Call(tab.Ctx, serviceworker.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(tab.Ctx, serviceworker.StopAllWorkers, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	select {
	case <-ended:
	case <-tab.Ctx.Done():
		t.Fatal("the service worker does not end")
	}
}

// TestDamagedCopyIsNotUsed changes what lies in the store.
func TestDamagedCopyIsNotUsed(t *testing.T) {
	const evil = "<!doctype html><title>Not ours</title><h1>Not ours</h1>"
	host := newLine(t, old().host)
	tab := visit(t, host, "/find/")
	damage(t, tab, "trust/index.html", evil)
	tab.Open(host.URL + "/trust/")
	if title := browser.Eval[string](tab, `document.title`); !strings.Contains(title, "Fortyeight") {
		t.Errorf("the damaged page is shown: %q", title)
	}
	works(tab) // it was fetched anew
	host.cut()
	tab.Open(host.URL + "/trust/")
	tab.Wait(`document.title.includes("Fortyeight")`)
	damage(t, tab, "trust/index.html", evil)
	tab.Open(host.URL + "/trust/")
	tab.Wait(`document.title.includes("Fortyeight")`) // what was read before the damage
	endServiceWorker(t, tab)
	tab.Allow("ERR_", "Failed to load resource", "FetchEvent", "Failed to fetch")
	if _, err := chromedp.Call(tab.Ctx, page.Navigate, page.NavigateParams{URL: host.URL + "/trust/"}); err != nil {
		t.Fatal(err)
	}
	tab.Wait(`!document.title.includes("Fortyeight")`)
	if browser.Eval[bool](tab, `document.documentElement.textContent.includes("Not ours")`) {
		t.Error("without network the damaged page is shown")
	}
}

// onlyHas waits until the store holds the files of a version and no others.
func onlyHas(tab *browser.Tab, output *whole.Output) {
	var sums []string
	for _, file := range keptFiles(output) {
		sums = append(sums, file[0])
	}
	list, _ := json.Marshal(sums) // of texts: no error
	tab.Wait(`(() => {
		window.stored ??= { keys: [] };
		caches.open("fortyeight").then((kept) => kept.keys()).then((keys) => (window.stored.keys = keys.map((key) => new URL(key.url).pathname.slice(1))));
		const wanted = ` + string(list) + `;
		return wanted.every((sum) => stored.keys.includes(sum)) && stored.keys.length < wanted.length + 10;
	})()`)
}

// TestNewerVersionIsOffered is about one tab. The newer version waits while a key
// stands there, and is taken by a press.
func TestNewerVersionIsOffered(t *testing.T) {
	before, after := releases(t)
	host := newLine(t, before.host)
	tab := visit(t, host, "/")
	host.has(after.host)
	tab.Open(host.URL + "/")
	tab.Wait(`document.querySelector(".js-offline-use") !== null`)
	if !browser.Eval[bool](tab, loaded(t, before.Output)) {
		t.Error("the newer version is there unasked")
	}
	enter(tab, "#key", sample)
	verdict(tab, "key-well-formed") // the old one works as it did
	click(tab, ".js-offline-use")
	tab.Wait(shows(".js-offline span", say("offline.held")))
	if value(tab, "#key") != sample {
		t.Fatal("the key is gone")
	}
	click(tab, ".js-forget")
	tab.Wait(`document.querySelector("#key").value === ""`)
	click(tab, ".js-offline-use")
	tab.Wait(loaded(t, after.Output))
	works(tab)
	enter(tab, "#key", sample)
	verdict(tab, "key-well-formed")
	onlyHas(tab, after.Output)
	kits := 0
	for _, r := range tab.Sent() {
		if strings.Contains(r.URL, "/assets/kit.") && strings.HasSuffix(r.URL, ".gz") {
			kits++
		}
	}
	if kits != 1 {
		t.Errorf("the kit, which is the same in both versions, came %d times", kits)
	}
}

// TestAnotherTabIsNotHurt presses in one tab while another, of the old version, holds a key.
func TestAnotherTabIsNotHurt(t *testing.T) {
	before, after := releases(t)
	host := newLine(t, before.host)
	first := visit(t, host, "/")
	enter(first, "#key", sample)
	verdict(first, "key-well-formed")
	host.has(after.host)
	second := first.Beside()
	second.SaveData(false)
	second.Open(host.URL + "/trust/")
	second.Wait(`document.querySelector(".js-offline-use") !== null`)
	click(second, ".js-offline-use")
	second.Wait(shows(".js-offline span", say("offline.others")))
	if value(first, "#key") != sample || !browser.Eval[bool](first, loaded(t, before.Output)) {
		t.Error("the tab with the key has changed")
	}
	first.Open("about:blank")
	// The browser tells of a closed tab when it likes: press again after each refusal.
	second.Wait(fmt.Sprintf(`(() => {
		const text = document.querySelector(".js-offline span");
		if (text?.textContent !== %q) return !text;
		text.textContent = "…";
		document.querySelector(".js-offline-use").click();
		return false;
	})()`, say("offline.others")))
	second.Open(host.URL + "/")
	second.Wait(loaded(t, after.Output))
}

// TestNewerVersionComesByItself leaves all tabs of the old version and presses nothing.
func TestNewerVersionComesByItself(t *testing.T) {
	before, after := releases(t)
	host := newLine(t, before.host)
	tab := visit(t, host, "/")
	host.has(after.host)
	tab.Open(host.URL + "/trust/")
	tab.Wait(`document.querySelector(".js-offline-use") !== null`)
	changedOver := whenChangedOver(t, tab)
	tab.Open("about:blank")
	changedOver()
	tab.Open(host.URL + "/")
	tab.Wait(loaded(t, after.Output))
	works(tab)
	onlyHas(tab, after.Output)
}

// whenChangedOver returns a function that waits until the service worker that waits now
// is the one in use. When that is, once no tab is left, is for the browser to say; whoever
// looks in meanwhile is one more tab of the old version.
func whenChangedOver(t *testing.T, tab *browser.Tab) func() {
	t.Helper()
	waiting, used := map[string]bool{}, make(chan struct{})
	tab.Listen(func(event any) {
		updated, ok := event.(*serviceworker.EventWorkerVersionUpdated)
		if !ok {
			return
		}
		for _, version := range updated.Versions {
			switch {
			case version.Status == serviceworker.VersionStatusInstalled:
				waiting[version.VersionID] = true
			case version.Status == serviceworker.VersionStatusActivated && waiting[version.VersionID]:
				delete(waiting, version.VersionID)
				close(used)
			}
		}
	})
	if _, err := chromedp.Call(tab.Ctx, serviceworker.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	return func() {
		t.Helper()
		select {
		case <-used:
		case <-tab.Ctx.Done():
			t.Fatal("the newer version still waits, though every tab has left")
		}
	}
}

// TestLostAndGone loses a file of a version that the host no longer has: the
// service worker of that version gives up, and the next page is the host's.
func TestLostAndGone(t *testing.T) {
	before, after := releases(t)
	host := newLine(t, before.host)
	tab := visit(t, host, "/trust/")
	damage(t, tab, strings.TrimPrefix(scriptOf(t, before.Output), "/"), "lost")
	if _, err := chromedp.Call(tab.Ctx, network.ClearBrowserCache, cdp.Empty{}); err != nil {
		t.Fatal(err) // the browser's own copy would heal it
	}
	host.has(after.host)
	tab.Allow("404")
	tab.Open(host.URL + "/")
	for !browser.Eval[bool](tab, loaded(t, after.Output)) {
		tab.Open(host.URL + "/")
	}
	works(tab)
	enter(tab, "#key", sample)
	verdict(tab, "key-well-formed")
}

// TestNewPageWithOldServiceWorker loads a page past the service worker, as
// Shift and Reload do.
func TestNewPageWithOldServiceWorker(t *testing.T) {
	before, after := releases(t)
	host := newLine(t, before.host)
	tab := visit(t, host, "/")
	host.has(after.host)
	if _, err := chromedp.Call(tab.Ctx, page.Reload, page.ReloadParams{IgnoreCache: new(true)}); err != nil {
		t.Fatal(err)
	}
	tab.Wait(loaded(t, after.Output))
	enter(tab, "#key", sample)
	verdict(tab, "key-well-formed")
	tab.Wait(shows(".js-offline span", say("offline.newer"))) // and no promise
}

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
