package browsertest

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/leak"
	"fortyeight/tools/internal/webserver"
)

// secret is the key that must not leave.
var secret = leak.Canary().String()

// TestNothingLeaves uses all that the Check page can do with a key, one after the
// other, and watches every way out of a page. What somebody asks for leaves once: an
// entry of the clipboard and three files.
func TestNothingLeaves(t *testing.T) {
	tab, watch, server := watchedPage(t, webserver.New(built.Site))
	checkAndMatch(t, tab)
	copyTypeAndScan(tab, watch)
	printCompareAndSave(t, tab, watch)
	forgetAndLeave(t, tab, server.URL)
	for _, s := range watch.Sightings() {
		t.Error(s)
	}
}

// TestNothingLeavesTheFrame types, matches and shows a key in the frame of a portal,
// and watches both. The portal hears the key once, by the press that gives it.
func TestNothingLeavesTheFrame(t *testing.T) {
	own := leak.NewLog("the server's log", webserver.New(built.Site))
	server := httptest.NewServer(own)
	t.Cleanup(server.Close)
	around := leak.NewLog("the portal's log", portalPage(strictFor(server.URL), fmt.Sprintf(
		`<script type="module" src="%s/embed/v1/fortyeight.js"></script><fortyeight-check id="check" return="key" key-id="%s"></fortyeight-check>`, server.URL, sampleID)))
	host := httptest.NewServer(around)
	t.Cleanup(host.Close)
	tab := browser.Page(t)
	tab.Allow("data:,")
	tab.Size(800, 1600)
	watch := leak.Over(t, tab, leak.Canary(), own, around)
	watch.Permit(leak.Message, "fortyeight 1") // frame and page find each other
	tab.Open(host.URL + "/")
	heard(tab, "ready", "true")
	f := theFrame(tab, 0)
	f.enter("#key", sampleID+"\n"+secret)
	heard(tab, "match", "detail.whole")
	f.wait(`!document.querySelector(".js-type").closest("[hidden]")`)
	f.pressUntil(".js-type", shows(".js-now", secret[:6]))
	tab.Do(chromedp.KeyEvent(kb.ArrowRight))
	f.wait(shows(".js-now", secret[7:13]))
	tab.Do(chromedp.KeyEvent(kb.Escape))
	f.wait(`document.querySelector(".js-typing").hidden`)
	if leak := leaks(tab, secret); leak != "" {
		t.Errorf("the portal can read %s", leak)
	}
	watch.Asked(leak.Message, func() {
		f.pressShown(".js-give", shows(".js-note", strings.Replace(say("embed.given"), "{origin}", host.URL, 1)))
		heard(tab, "key", `detail.key === "`+secret+`"`)
	})
	for _, s := range watch.Sightings() {
		t.Error(s)
	}
}

// TestALeakInOurPagesIsFound: with one line more, in the page or in its worker,
// the same watch finds the key. The policy stops some of it; that it was tried is found
// all the same.
func TestALeakInOurPagesIsFound(t *testing.T) {
	for name, test := range map[string]struct {
		script, line string
		way          leak.Way
	}{
		"the page stores":           {"/assets/check.en.", `document.addEventListener("fe-answer", ({ detail }) => detail?.key && sessionStorage.setItem("last", detail.key), true)`, leak.Storage},
		"the page asks its server":  {"/assets/check.en.", `document.addEventListener("fe-answer", ({ detail }) => detail?.key && (new Image().src = "/favicon.svg?" + btoa(detail.key)), true)`, leak.Load},
		"the worker asks":           {"/assets/worker.", `addEventListener("message", ({ data }) => data.args?.text && fetch("/favicon.svg", { headers: { "X-Note": btoa(data.args.text) } }))`, leak.Request},
		"the worker tells a window": {"/assets/worker.", `addEventListener("message", ({ data }) => data.args?.text && new BroadcastChannel("x").postMessage(data.args.text))`, leak.Message},
	} {
		t.Run(name, func(t *testing.T) {
			tab, watch, _ := watchedPage(t, behind(webserver.New(built.Site), test.script, test.line))
			tab.Allow("")
			enter(tab, "#key", secret)
			verdict(tab, "key-well-formed")
			for !slices.ContainsFunc(watch.Sightings(), func(s leak.Sighting) bool { return s.Way == test.way && s.Piece != "" }) {
				if tab.Ctx.Err() != nil {
					t.Fatal("it is not found")
				}
			}
		})
	}
}

// watchedPage opens the Check page of a server with all its ways watched.
func watchedPage(t *testing.T, handler http.Handler) (*browser.Tab, *leak.Watch, *httptest.Server) {
	t.Helper()
	log := leak.NewLog("the server's log", handler)
	server := httptest.NewServer(log)
	t.Cleanup(server.Close)
	tab := browser.Page(t)
	tab.Size(360, 640)
	watch := leak.Over(t, tab, leak.Canary(), log)
	if _, err := chromedp.Call(tab.Ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: spyPrint}); err != nil {
		t.Fatal(err)
	}
	tab.Open(server.URL + "/")
	return tab, watch, server
}

// behind puts a line behind the scripts whose address begins so.
func behind(handler http.Handler, address, line string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, address) || !strings.HasSuffix(r.URL.Path, ".js") {
			handler.ServeHTTP(w, r)
			return
		}
		r.Header.Del("Accept-Encoding")
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, r)
		for name, values := range answer.Header() {
			if name != "Content-Length" && name != "Etag" {
				w.Header()[name] = values
			}
		}
		io.Copy(w, io.MultiReader(answer.Body, strings.NewReader("\n;"+line+";\n")))
	})
}

// checkAndMatch types a key with a slip, takes the repair, and has it matched with a
// file.
func checkAndMatch(t *testing.T, tab *browser.Tab) {
	press(tab, "#key", secret[:20])
	waitStates(tab, "right", "right", "right")
	slip := []byte(secret[20:])
	slip[3] = '0' + (slip[3]-'0'+1)%10
	enter(tab, "#key", string(slip))
	repairs(tab)
	click(tab, fmt.Sprintf(".fe-repair__row:nth-child(%d) .fe-repair__take", offer(tab, secret[21:27])))
	tab.Wait(`document.querySelector("#key").value === "` + secret + `"`)
	verdict(tab, "key-well-formed")
	enter(tab, "#id", sampleID)
	verdict(tab, "key-id-unknown")
	choose(t, tab, "BitLocker Recovery Key "+sampleID+".TXT", []byte(keyFile(sampleID, secret)))
	answered(tab, "match.one.title")
	verdict(tab, "key-matches")
	row(tab, "show")
	tab.Wait(digits + ` === "` + secret + `"`)
	row(tab, "use")
}

func copyTypeAndScan(tab *browser.Tab, watch *leak.Watch) {
	watch.Asked(leak.Clipboard, func() {
		click(tab, ".js-copy")
		tab.Wait(`document.querySelector(".js-copy-note").textContent !== ""`)
	})
	click(tab, ".js-type")
	tab.Wait(shows(".js-now", secret[:6]))
	for _, group := range strings.Split(secret, "-")[1:] {
		tab.Do(chromedp.KeyEvent(kb.ArrowRight))
		tab.Wait(shows(".js-now", group))
	}
	click(tab, ".js-scan")
	tab.Wait(`document.querySelector(".js-field path")`)
	tab.Do(chromedp.KeyEvent(kb.Escape))
	tab.Wait(`document.querySelector(".js-scanner").hidden`)
	tab.Do(chromedp.KeyEvent(kb.Escape))
	tab.Wait(`document.querySelector(".js-typing").hidden`)
}

func printCompareAndSave(t *testing.T, tab *browser.Tab, watch *leak.Watch) {
	click(tab, ".js-print-it")
	tab.Wait(`document.querySelector(".js-paper .fe-sheet") && !document.querySelector(".js-go").disabled`)
	enter(tab, "#print-note", "In the safe")
	tab.Wait(`document.querySelector(".js-paper [data-slot=note]")?.textContent === "In the safe" && !document.querySelector(".js-go").disabled`)
	click(tab, ".js-go")
	tab.Wait(`printed === 1 && document.activeElement.id === "print-drill"`)
	enter(tab, "#print-drill", secret)
	tab.Wait(shows(".js-drill-answer", say("sheet.print.drill.same")))
	folder := t.TempDir()
	watch.SaveIn(folder)
	click(tab, ".js-save summary")
	for button, name := range map[string]string{
		".js-save-text": "BitLocker Recovery Key " + sampleID + ".TXT", ".js-save-svg": "Recovery key QR 3FD763F9.svg", ".js-save-png": "Recovery key QR 3FD763F9.png",
	} {
		watch.Asked(leak.Download, func() {
			click(tab, button)
			if data := arrives(t, filepath.Join(folder, name)); name[0] == 'B' && !bytes.Contains(data, []byte(secret)) {
				t.Error("the file that was asked for lacks the key")
			}
		})
	}
	if saved, _ := os.ReadDir(folder); len(saved) != 3 {
		t.Errorf("%d files are saved, want the three that were asked for", len(saved))
	}
	click(tab, ".js-print .js-stage-close")
	tab.Wait(`document.querySelector(".js-print").hidden`)
}

// forgetAndLeave forgets, and fills the page once more, since leaving it forgets too.
func forgetAndLeave(t *testing.T, tab *browser.Tab, address string) {
	click(tab, ".js-forget")
	wantEmpty(t, tab)
	enter(tab, "#key", secret)
	verdict(tab, "key-well-formed")
	tab.Open(address + "/trust/")
}
