package leak

import (
	"crypto/md5"
	_ "embed"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"fortyeight/keyformat"
	"fortyeight/tools/internal/browser"
)

func TestMain(m *testing.M) { os.Exit(browser.Main(m)) }

var (
	//go:embed testdata/leaks.txt
	leaksText string
	//go:embed testdata/leaking.js
	leaking string
)

// A leak is one line of leaks.txt.
type leak struct {
	way      Way
	inWorker bool
	script   string
}

func leaks(t *testing.T) (all []leak) {
	t.Helper()
	for line := range strings.Lines(leaksText) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		var one leak
		for _, way := range append(slices.Clone(Ways), Clipboard, Download, Device) {
			if rest, ok := strings.CutPrefix(line, string(way)+" "); ok {
				where, script, _ := strings.Cut(strings.TrimSpace(rest), " ")
				one = leak{way, where == "worker", strings.TrimSpace(script)}
			}
		}
		if one.script == "" {
			t.Fatalf("no way known: %s", line)
		}
		all = append(all, one)
	}
	if len(all) == 0 {
		t.Fatal("there are no leaks to find")
	}
	return all
}

// keyOf returns the key of a leak: one each, so that what comes late counts for nobody
// else.
func keyOf(n int) *Key {
	return NewKey(keyformat.KeyFromBytes(md5.Sum([]byte(strconv.Itoa(n)))))
}

// leakingSite serves a page that leaks at /N/, and one at /quiet/ that has as much
// to say and says it only where it may.
func leakingSite(t *testing.T, all []leak) (page *httptest.Server, logs []*Log) {
	t.Helper()
	other := NewLog("another server's log", nil)
	evil := httptest.NewServer(other)
	t.Cleanup(evil.Close)
	own := NewLog("the server's log", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		folder, file, _ := strings.Cut(strings.Trim(r.URL.Path, "/"), "/")
		n, err := strconv.Atoi(folder)
		key := Canary()
		one := leak{script: `const quiet = new Worker("worker.js"); quiet.onmessage = ({ data }) => (window.answer = data); quiet.postMessage(key); document.body.append(key); document.title = "quiet"; fetch("/own");`}
		if err == nil && n < len(all) {
			one, key = all[n], keyOf(n)
		} else if folder != "quiet" {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		common := fmt.Sprintf("const key = %q, evil = %q;\n%s\n", key, evil.URL, leaking)
		if file == "worker.js" {
			w.Header().Set("Content-Type", "text/javascript")
			if one.inWorker {
				fmt.Fprint(w, common, one.script)
			} else {
				fmt.Fprint(w, common, `onmessage = ({ data }) => postMessage("heard " + data)`)
			}
			return
		}
		if one.inWorker {
			one.script = `window.worker = new Worker("worker.js")`
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		box := ""
		if strings.Contains(one.script, "box") {
			box = `<iframe name="box" src="/own/box"></iframe>`
		}
		fmt.Fprintf(w, `<!doctype html><title>leaking</title><link rel="icon" href="data:,"><body>%s
			<script>%s const box = document.querySelector("iframe"); addEventListener("load", () => { %s }, { once: true })</script>`, box, common, one.script)
	}))
	page = httptest.NewServer(own)
	t.Cleanup(page.Close)
	return page, []*Log{own, other}
}

// quietTab opens a tab whose complaints are expected: a page that leaks complains of much.
func quietTab(t *testing.T) *browser.Tab {
	tab := browser.Page(t)
	tab.Allow("")
	return tab
}

// TestEveryLeakIsFound opens the leaking pages, one after the other, and counts the
// ways by which all leaks are found.
func TestEveryLeakIsFound(t *testing.T) {
	all := leaks(t)
	server, logs := leakingSite(t, all)
	ways, found := 0, 0
	for _, way := range append(slices.Clone(Ways), Clipboard, Download, Device) {
		t.Run(string(way), func(t *testing.T) {
			tab := quietTab(t)
			watch := Over(t, tab, Canary(), logs...)
			tried, before := 0, found
			for n, one := range all {
				if one.way != way {
					continue
				}
				tried++
				goTo(t, tab, fmt.Sprintf("%s/%d/", server.URL, n))
				if sightings := watch.await(keyOf(n), way); len(sightings) == 0 {
					t.Errorf("not seen: %s", one.script)
				} else if found++; keyOf(n).Find(fmt.Sprint(sightings)) != "" {
					t.Errorf("what is said of it holds the key: %s", one.script)
				}
			}
			if tried == 0 {
				t.Fatal("nobody tries it")
			}
			if found-before == tried && slices.Contains(Ways, way) {
				ways++
			}
		})
	}
	if ways != len(Ways) || len(Ways) != 12 {
		t.Errorf("%d of 12 ways are found", ways)
	}
	t.Logf("%d of %d ways, %d of %d leaks", ways, len(Ways), found, len(all))
}

// goTo goes to a page that may lead elsewhere before it has loaded.
func goTo(t *testing.T, tab *browser.Tab, address string) {
	t.Helper()
	if _, err := chromedp.Call(tab.Ctx, page.Navigate, page.NavigateParams{URL: address}); err != nil {
		t.Fatal(err)
	}
}

// await returns what is seen of a key by a way.
func (w *Watch) await(key *Key, way Way) (found []Sighting) {
	for deadline := time.Now().Add(browser.Patience / 6); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		w.mu.Lock()
		fresh := slices.Clone(w.records)
		w.mu.Unlock()
		found = slices.DeleteFunc(judge(key, fresh), func(s Sighting) bool { return s.Way != way || s.Piece == "" })
		if len(found) > 0 {
			break
		}
	}
	w.mu.Lock()
	w.records = nil
	w.mu.Unlock()
	return found
}
