package browsertest

import (
	"strings"
	"testing"

	"fortyeight/tools/internal/browser"
)

// canary is a public key that stands nowhere in the site's own text.
const canary = "616319-601744-502117-534017-367994-176748-607299-663201" // cryptsetup's test image bitlk-aes-cbc-256

// TestNothingLeaves types and matches a key and looks everywhere a page can
// leave something.
func TestNothingLeaves(t *testing.T) {
	tab := open(t, site)
	tab.Wait(`performance.getEntriesByType("resource").some((r) => r.name.includes(".wasm"))`)
	press(tab, "#key", canary[:1])
	waitStates(tab, "unfinished") // the program has arrived and answers
	choose(t, tab, "letter.txt", []byte("Dear all"))
	answered(tab, "match.nothing.title") // so has the one that reads files
	before, tried := len(tab.Sent()), len(tab.Tried())
	if before == 0 || tried == 0 {
		t.Fatal("not even the page itself was seen")
	}
	title := browser.Eval[string](tab, `document.title`)

	press(tab, "#key", canary[1:])
	enter(tab, "#id", sampleID)
	choose(t, tab, "BitLocker Recovery Key "+sampleID+".TXT", []byte(keyFile(sampleID, canary)))
	answered(tab, "match.one.title")
	verdict(tab, "key-matches")
	row(tab, "show")
	tab.Wait(digits + ` === "` + canary + `"`)

	if all := tab.Sent(); len(all) != before {
		t.Errorf("requests left the page: %v", all[before:])
	}
	if all := tab.Tried(); len(all) != tried {
		t.Errorf("the page asked for: %v", all[tried:])
	}
	kept := browser.Eval[string](tab, `(async () => JSON.stringify({
		cookie: document.cookie,
		local: Object.entries(localStorage),
		session: Object.entries(sessionStorage),
		databases: await indexedDB.databases(),
		caches: await caches.keys(),
		state: history.state,
		name: window.name,
		registrations: (await navigator.serviceWorker.getRegistrations()).length,
	}))()`)
	const nothing = `{"cookie":"","local":[],"session":[],"databases":[],"caches":[],"state":null,"name":"","registrations":0}`
	if kept != nothing {
		t.Errorf("the page keeps %s", kept)
	}
	if got := browser.Eval[string](tab, `document.title`); got != title {
		t.Errorf("the title became %q", got)
	}
	if got := browser.Eval[string](tab, `location.href + history.length`); got != site.URL+"/2" && got != site.URL+"/1" {
		t.Error("the address or the history changed")
	}
	// The digits stand where they are shown, and in no attribute.
	html := browser.Eval[string](tab, `document.documentElement.outerHTML`)
	if strings.Contains(html, canary) || strings.Contains(html, strings.ReplaceAll(canary, "-", "")) {
		t.Error("the document's source holds the whole key")
	}
}

// TestFieldsKeepQuiet holds what keeps browsers and their helpers from
// remembering or sending what is typed.
func TestFieldsKeepQuiet(t *testing.T) {
	tab := open(t, site)
	for _, field := range []string{"#key", "#id"} {
		got := browser.Eval[string](tab, `(() => { const f = document.querySelector("`+field+`");
			return [f.name, f.autocomplete, f.spellcheck, f.form, f.getAttribute("autocorrect"), f.labels.length].join() })()`)
		if got != ",off,false,,off,1" {
			t.Errorf("%s: name, autocomplete, spellcheck, form, autocorrect, labels are %s", field, got)
		}
	}
}
