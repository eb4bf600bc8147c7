package browsertest

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/serviceworker"
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
