package browsertest

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fortyeight/tools/internal/browser"
)

// oneFile writes the page in one file to a folder, as people keep it, and
// returns its address.
func oneFile(t *testing.T) string {
	t.Helper()
	data, ok := built.Site.Find("fortyeight.html")
	if !ok {
		t.Fatal("the build has no fortyeight.html")
	}
	return "file://" + saved(t, "fortyeight.html", data)
}

func saved(t *testing.T, name string, data []byte) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const (
	oneWrong   = "042647-302313-590459-071500-554323-116567-412181-516978" // the sample with a digit of its third group wrong
	candidates = `!document.querySelector(".js-repair").hidden && document.querySelector(".js-repair .js-candidates button")`
)

// TestOneFileAsksForNothing sees it on the wire too, and what prints.
func TestOneFileAsksForNothing(t *testing.T) {
	tab := browser.Page(t)
	tab.Size(1280, 800)
	address := oneFile(t)
	tab.Open(address)
	enter(tab, "#key", oneWrong)
	tab.Wait(candidates)
	tab.ScreenshotTo(os.Getenv("FORTYEIGHT_PICTURES"), "onefile-1280")
	browser.Eval[any](tab, `document.querySelector("#key").select()`)
	insert(tab, sample)
	verdict(tab, "key-well-formed")
	click(tab, ".js-print-it")
	tab.Wait(`document.querySelector(".js-paper .fe-sheet path") && !document.querySelector(".js-go").disabled`)
	if data, pages := pdf(t, tab); len(pages) != 1 || !bytes.HasPrefix(data, []byte("%PDF")) {
		t.Errorf("the sheet prints on %d pages", len(pages))
	}
	if text := onPaper(tab); !strings.Contains(text, sample[:6]) {
		t.Error("the sheet does not show the key")
	}
	if sent := tab.Sent(); len(sent) > 0 {
		t.Errorf("requests left the page: %v", sent)
	}
	for _, request := range tab.Tried() {
		if request.URL != address && !strings.HasPrefix(request.URL, "data:") {
			t.Errorf("the page asked for %s", request.URL)
		}
	}
}

// TestOneFileServed: a copy works on any host, which sends no policy for it.
func TestOneFileServed(t *testing.T) {
	data, _ := built.Site.Find("fortyeight.html")
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if r.URL.Path == "/" {
			w.Write(data)
		}
	}))
	t.Cleanup(server.Close)
	tab := browser.Page(t)
	tab.Allow(".all-seen-") // the test's own last request, which the page's policy forbids
	tab.Open(server.URL + "/")
	enter(tab, "#key", oneWrong)
	tab.Wait(candidates)
}

// TestOneFileIsOffered: what Trust offers is the file whose hash it shows.
func TestOneFileIsOffered(t *testing.T) {
	tab := browser.Page(t)
	tab.Size(360, 640)
	tab.Open(site.URL + "/trust/#one-file")
	got := browser.Eval[[]string](tab, `(async () => {
		const data = await (await fetch(document.querySelector(".fe-download a").href)).arrayBuffer();
		const hash = [...new Uint8Array(await crypto.subtle.digest("SHA-256", data))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
		return [hash, document.querySelector(".js-hash").textContent];
	})()`)
	if got[0] != got[1] {
		t.Errorf("the file has the hash %s, and Trust shows %s", got[0], got[1])
	}
	if wide := browser.Eval[int](tab, `document.documentElement.scrollWidth`); wide > 360 {
		t.Errorf("the page is %d px wide on a screen of 360", wide)
	}
}
