package leak

import (
	"fmt"
	"strings"
	"testing"

	"fortyeight/tools/internal/browser"
)

// TestAQuietPageIsLeftAlone: a page that keeps a key where it may is not accused.
func TestAQuietPageIsLeftAlone(t *testing.T) {
	server, logs := leakingSite(t, leaks(t))
	tab := browser.Page(t)
	watch := Over(t, tab, Canary(), logs...)
	watch.Permit(History, "quiet")
	tab.Open(server.URL + "/quiet/")
	tab.Wait(`window.answer === "heard " + key`)
	for _, s := range watch.Sightings() {
		t.Error(s)
	}
}

// TestAWatchCanFail: without the script, what only that can see is not found. So
// what the other tests find is found by looking.
func TestAWatchCanFail(t *testing.T) {
	all := leaks(t)
	server, _ := leakingSite(t, all)
	tab := quietTab(t)
	blind := &Watch{t: t, tab: tab, key: Canary()}
	blind.fromOutside()
	tried := 0
	for n, one := range all {
		if one.way != Peer && !(one.way == Message && strings.Contains(one.script, "BroadcastChannel")) {
			continue
		}
		tried++
		goTo(t, tab, fmt.Sprintf("%s/%d/", server.URL, n))
		tab.Wait(`location.pathname === "` + fmt.Sprintf("/%d/", n) + `" && document.readyState === "complete"`)
		if found := judge(keyOf(n), blind.all()); len(found) > 0 {
			t.Errorf("nobody looks inside, and yet: %v", found)
		}
	}
	if tried == 0 {
		t.Fatal("nothing was tried")
	}
}

// TestDisguise: where the key itself cannot be recognised, the way is.
func TestDisguise(t *testing.T) {
	for way, record := range map[Way]record{
		Storage: {Way: Storage, Data: []string{"k", "c2VjcmV0"}, Use: true},
		Request: {Way: Request, Data: []string{"http://127.0.0.1/", "nothing to see"}, Use: true},
	} {
		if found := judge(Canary(), append(nothing, record)); len(found) != 1 || found[0].Piece != "" || found[0].Way != way {
			t.Errorf("%s: found %v", way, found)
		}
	}
	if found := judge(Canary(), nothing); len(found) != 0 {
		t.Errorf("found %v in nothing", found)
	}
}

var nothing = []record{{Way: Load, Data: []string{"http://127.0.0.1/style.css"}}}

// failures takes the failures of a test that should fail.
type failures struct {
	testing.TB
	count int
}

func (f *failures) Errorf(string, ...any) { f.count++ }
func (f *failures) Helper()               {}

// TestAsked: one thing may leave that was asked for; none, two or another may not.
func TestAsked(t *testing.T) {
	server, logs := leakingSite(t, leaks(t))
	for name, test := range map[string]struct {
		act  string
		fail int // of Asked
		left int // sightings
	}{
		"one":                {`copy(key)`, 0, 0},
		"none":               {`0`, 1, 0},
		"two":                {`copy(key), copy("x")`, 1, 0},
		"another way":        {`copy(key), document.title = key`, 0, 1},
		"once more, unasked": {`copy(key), window.again = () => copy(key)`, 0, 1},
	} {
		t.Run(name, func(t *testing.T) {
			tab := quietTab(t)
			said := &failures{TB: t}
			watch := Over(said, tab, Canary(), logs...)
			watch.Permit(History, "quiet")
			tab.Open(server.URL + "/quiet/")
			tab.Wait(`window.answer === "heard " + key`)
			watch.Asked(Clipboard, func() {
				browser.Eval[any](tab, `(() => { const copy = (text) => navigator.clipboard.writeText(text).catch(() => {}); `+test.act+`; })()`)
			})
			browser.Eval[any](tab, `void globalThis.again?.()`)
			found := map[Way]bool{}
			for _, s := range watch.Sightings() {
				found[s.Way] = true
			}
			if said.count != test.fail || len(found) != test.left {
				t.Errorf("%d complaints and sightings of %v, want %d and %d", said.count, found, test.fail, test.left)
			}
		})
	}
}
