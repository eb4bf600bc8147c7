package leak

import (
	_ "embed"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/domstorage"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"fortyeight/tools/internal/browser"
)

//go:embed watch.js
var script string

// binding is the name by which the script reaches us; it takes it away at once.
const binding = "fortyeightLeak"

// A Watch watches a tab.
type Watch struct {
	t   testing.TB
	tab *browser.Tab
	key *Key

	mu        sync.Mutex
	records   []record
	permitted map[Way][]*regexp.Regexp
}

// Over watches a tab from its next page on, and what reaches the servers
// behind the logs.
func Over(t testing.TB, tab *browser.Tab, key *Key, logs ...*Log) *Watch {
	t.Helper()
	w := &Watch{t: t, tab: tab, key: key}
	for _, log := range logs {
		log.tell(w)
		t.Cleanup(func() { log.leave(w) })
	}
	w.fromOutside()
	w.fromInside()
	return w
}

// fromInside puts the script into every frame.
func (w *Watch) fromInside() {
	w.t.Helper()
	w.call(chromedp.Call(w.tab.Ctx, runtime.AddBinding, runtime.AddBindingParams{Name: binding}))
	_, err := chromedp.Call(w.tab.Ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	if err != nil {
		w.t.Fatal(err)
	}
	w.tab.Listen(func(event any) {
		called, ok := event.(*runtime.EventBindingCalled)
		if !ok || called.Name != binding {
			return
		}
		var r record
		if err := json.Unmarshal([]byte(called.Payload), &r); err != nil {
			r = record{By: "the script, in a form that nobody reads", Data: []string{called.Payload}, Use: true}
		}
		w.add(r)
	})
}

// fromOutside listens to the browser.
func (w *Watch) fromOutside() {
	w.t.Helper()
	w.saveIn(cdpbrowser.SetDownloadBehaviorParams{Behavior: cdpbrowser.SetDownloadBehaviorBehaviorDeny})
	w.call(chromedp.Call(w.tab.Ctx, domstorage.Enable, cdp.Empty{}))
	hear := func(event any) {
		if r, ok := fromEvent(event); ok {
			w.add(r)
		}
	}
	w.tab.Listen(hear)
	if err := chromedp.ListenBrowser(w.tab.Ctx, func(event any) {
		if _, ok := event.(*cdpbrowser.EventDownloadWillBegin); ok {
			hear(event)
		}
	}); err != nil {
		w.t.Fatal(err)
	}
}

// SaveIn lets what the page saves into a folder. Until then nothing can be saved.
func (w *Watch) SaveIn(folder string) {
	w.t.Helper()
	w.saveIn(cdpbrowser.SetDownloadBehaviorParams{Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder})
}

func (w *Watch) saveIn(params cdpbrowser.SetDownloadBehaviorParams) {
	w.t.Helper()
	yes := true
	params.BrowserContextID = chromedp.FromContext(w.tab.Ctx).BrowserContextID
	params.EventsEnabled = &yes
	w.call(chromedp.CallBrowser(w.tab.Ctx, cdpbrowser.SetDownloadBehavior, params))
}

func (w *Watch) call(_ cdp.Empty, err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *Watch) add(r record) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.records = append(w.records, r)
}

// Permit lets a way be used that the page has a business with, for texts that match as a
// whole and where they hold nothing of the key.
func (w *Watch) Permit(way Way, text string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.permitted == nil {
		w.permitted = map[Way][]*regexp.Regexp{}
	}
	w.permitted[way] = append(w.permitted[way], regexp.MustCompile(`^(?:`+text+`)\s*$`))
}

// Asked lets one thing leave that a person asks for by act, which returns when it has:
// a download, an entry of the clipboard, a message. It fails where nothing leaves
// that way, or more than one thing does.
func (w *Watch) Asked(way Way, act func()) {
	w.t.Helper()
	before := len(w.all())
	act()
	w.tab.Sent()
	w.mu.Lock()
	defer w.mu.Unlock()
	left := 0
	for i := range w.records[before:] {
		r := &w.records[before+i]
		if r.Way == way && (r.Use || w.key.Find(strings.Join(r.Data, "\n")) != "") {
			left++
			*r = record{Way: way, By: "somebody asked for it"}
		}
	}
	if left != 1 {
		w.t.Errorf("somebody asks for one %s, and %d leave", way, left)
	}
}

// all returns what was seen until now.
func (w *Watch) all() []record {
	w.tab.Sent() // waits until all that was under way has been seen
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.records)
}

// Sightings returns all that left the page or tried to, and what the page has
// stored.
func (w *Watch) Sightings() []Sighting {
	w.t.Helper()
	all := append(w.all(), w.left()...)
	if len(all) == 0 {
		w.t.Error("nothing at all was seen, not even the page itself")
	}
	for i, r := range all {
		said := strings.Join(r.Data, "\n")
		all[i].Use = r.Use && !slices.ContainsFunc(w.permitted[r.Way], func(one *regexp.Regexp) bool { return one.MatchString(said) })
	}
	return judge(w.key, all)
}

// judge finds what should not be among what was seen.
func judge(key *Key, all []record) []Sighting {
	var found []Sighting
	for _, r := range all {
		text := strings.Join(r.Data, "\n")
		if strings.Contains(text, browser.MarkerPrefix) {
			continue // ours
		}
		piece := key.Find(text)
		if piece == "" && !r.Use {
			continue
		}
		where := r.Where
		if key.Find(where) != "" {
			where = "an address that holds it"
		}
		found = append(found, Sighting{r.Way, r.By, where, piece})
	}
	return found
}
