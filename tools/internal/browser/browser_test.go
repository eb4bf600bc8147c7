package browser_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"fortyeight/tools/internal/browser"
)

func TestMain(m *testing.M) { os.Exit(browser.Main(m)) }

// pages serves small pages by path; every page may name others.
func pages(t *testing.T, files map[string]string) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, ok := files[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		kind := "text/html; charset=utf-8"
		if strings.HasSuffix(r.URL.Path, ".js") {
			kind = "text/javascript"
		}
		w.Header().Set("Content-Type", kind)
		w.Write([]byte(body))
	}))
	t.Cleanup(server.Close)
	return server
}

func TestTypingReachesThePage(t *testing.T) {
	server := pages(t, map[string]string{"/": `<!doctype html><title>A</title><link rel="icon" href="data:,"><input id="key">`})
	tab := browser.Page(t)
	tab.Open(server.URL + "/")
	tab.Do(chromedp.Focus(chromedp.ID("key")), chromedp.KeyEvent("4711"))
	tab.Wait(`document.querySelector("#key").value === "4711"`)
	if title := browser.Eval[string](tab, `Promise.resolve(document.title)`); title != "A" {
		t.Errorf("title %q, want A", title)
	}
}

// The site's own policy is as strict as can be; tests must work under it.
func TestWaitWorksUnderAStrictPolicy(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Security-Policy", "default-src 'none'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types none")
		w.Write([]byte(`<!doctype html><title>` + r.URL.Path + `</title><link rel="icon" href="data:,">`))
	}))
	t.Cleanup(server.Close)
	tab := browser.Page(t)
	tab.Open(server.URL + "/one")
	tab.Wait(`document.title === "/one"`)
	// The page goes elsewhere while the test waits.
	tab.Do(chromedp.Evaluate[chromedp.Void](`void setTimeout(() => location.assign("/two"))`))
	tab.Wait(`document.title === "/two"`)
	if got := tab.Sent(); len(got) != 2 {
		t.Errorf("two pages sent %v", got)
	}
}

func TestSentSeesWhatLeaves(t *testing.T) {
	server := pages(t, map[string]string{
		"/": `<!doctype html><title>A</title><link rel="icon" href="data:,">`,
		"/worker.js": `fetch("/from-worker").then(r => r.text()).then(
			() => fetch("http://elsewhere.example/x")).catch(() => postMessage("done"))`,
	})
	tab := browser.Page(t)
	tab.Allow("404", "403", "ERR_TUNNEL", "CORS", "WebSocket", "ERR_FAILED", "ERR_CONNECTION")
	tab.Open(server.URL + "/")
	browser.Eval[bool](tab, `new Promise(done => {
		new Worker("/worker.js").onmessage = () => done(true)
	})`)
	browser.Eval[bool](tab, `navigator.sendBeacon("/beacon", "x")`)
	browser.Eval[bool](tab, `new Promise(done => { new WebSocket("ws://elsewhere.example/").onerror = () => done(true) })`)

	got := tab.Sent()
	for _, want := range []browser.Request{
		{Method: "GET", URL: server.URL + "/"},
		{Method: "GET", URL: server.URL + "/worker.js"},
		{Method: "GET", URL: server.URL + "/from-worker"},
		{Method: "GET", URL: "http://elsewhere.example/x"},
		{Method: "POST", URL: server.URL + "/beacon"},
		{Method: "CONNECT", URL: "elsewhere.example:80"},
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%v is not on record: %v", want, got)
		}
	}
	if len(got) != 6 {
		t.Errorf("%d requests on record, want 6: %v", len(got), got)
	}
	if want := (browser.Request{Method: "WEBSOCKET", URL: "ws://elsewhere.example/"}); !slices.Contains(tab.Tried(), want) {
		t.Errorf("%v was tried and is not on record", want)
	}
}

func TestAQuietPageSendsNothing(t *testing.T) {
	server := pages(t, map[string]string{"/": `<!doctype html><link rel="icon" href="data:,"><input id="key">`})
	tab := browser.Page(t)
	tab.Open(server.URL + "/")
	sent, tried := tab.Sent(), tab.Tried()
	tab.Do(chromedp.Focus(chromedp.ID("key")), chromedp.KeyEvent("4711"))
	if now := tab.Sent(); len(now) != len(sent) {
		t.Errorf("typing sent %v", now[len(sent):])
	}
	if now := tab.Tried(); len(now) != len(tried) {
		t.Errorf("typing tried %v", now[len(tried):])
	}
}

func TestComplaints(t *testing.T) {
	for name, test := range map[string]struct{ page, want string }{
		"exception":        {`<script>throw new Error("ouch")</script>`, "ouch"},
		"rejection":        {`<script>Promise.reject(new Error("ouch"))</script>`, "ouch"},
		"console.error":    {`<script>console.error("ouch", 5)</script>`, "ouch 5"},
		"missing file":     {`<script src="/missing.js"></script>`, "missing.js"},
		"worker error":     {`<script>new Worker("/error.js")</script>`, "ouch"},
		"worker exception": {`<script>new Worker("/throws.js")</script>`, "ouch"},
	} {
		t.Run(name, func(t *testing.T) {
			server := pages(t, map[string]string{
				"/":          `<!doctype html><link rel="icon" href="data:,">` + test.page,
				"/error.js":  `console.error("ouch")`,
				"/throws.js": `throw new Error("ouch")`,
			})
			tab := browser.Page(t)
			tab.Open(server.URL + "/")
			if strings.HasPrefix(name, "worker") {
				// A worker starts when it likes; the page is told nothing.
				for len(tab.Complaints()) == 0 {
					tab.Do(chromedp.Evaluate[chromedp.Void](`0`))
				}
			}
			got := tab.Complaints()
			if len(got) == 0 || !strings.Contains(strings.Join(got, "\n"), test.want) {
				t.Errorf("complaints %q, want one with %q", got, test.want)
			}
			tab.Allow(test.want)
			if got := tab.Complaints(); len(got) != 0 {
				t.Errorf("complaints %q after they were allowed", got)
			}
		})
	}
}

func TestTabsShareNothing(t *testing.T) {
	server := pages(t, map[string]string{"/": `<!doctype html><link rel="icon" href="data:,">`})
	first, second := browser.Page(t), browser.Page(t)
	first.Open(server.URL + "/")
	browser.Eval[string](first, `(localStorage.setItem("a", "b"), document.cookie = "c=d")`)
	second.Open(server.URL + "/")
	if got := browser.Eval[string](second, `(localStorage.getItem("a") ?? "") + document.cookie`); got != "" {
		t.Errorf("the second tab finds %q of the first", got)
	}
	if got := second.Sent(); len(got) != 1 {
		t.Errorf("the second tab sent %v, want its page only", got)
	}
}

func TestDevice(t *testing.T) {
	server := pages(t, map[string]string{"/": `<!doctype html><meta name="viewport" content="width=device-width">
		<link rel="icon" href="data:,"><p style="height: 2000px">tall`})
	tab := browser.Page(t)
	tab.Size(320, 568)
	tab.Media("prefers-color-scheme", "dark", "prefers-reduced-motion", "reduce")
	tab.Open(server.URL + "/")
	if got := browser.Eval[int](tab, `innerWidth`); got != 320 {
		t.Errorf("the page is %d wide, want 320", got)
	}
	for _, query := range []string{"(prefers-color-scheme: dark)", "(prefers-reduced-motion)", "(pointer: coarse)"} {
		if !browser.Eval[bool](tab, `matchMedia("`+query+`").matches`) {
			t.Errorf("%s does not match", query)
		}
	}
	if shot := tab.Screenshot(); !strings.HasPrefix(string(shot), "\x89PNG") {
		t.Error("the screenshot is not a PNG file")
	}
	tab.Print()
	if !browser.Eval[bool](tab, `matchMedia("print").matches`) {
		t.Error("the page is not shown as it prints")
	}
}
