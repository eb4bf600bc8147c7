package browsertest

import (
	"testing"

	"fortyeight/tools/internal/browser"
)

// canary is a public key that stands nowhere in the site's own text.
const canary = "616319-601744-502117-534017-367994-176748-607299-663201" // cryptsetup's test image bitlk-aes-cbc-256

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
