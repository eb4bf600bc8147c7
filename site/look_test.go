package site

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
)

// The bars of the browser and the icons must not fall out of the page's own
// colours when somebody changes the tokens.
func TestColoursAreThoseOfTheTokens(t *testing.T) {
	data, err := fs.ReadFile(Assets(), "base/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, found := strings.Cut(string(data), "prefers-color-scheme: dark")
	if !found {
		t.Fatal("base/tokens.css has no dark scheme; this test reads light tokens before it and dark ones after")
	}
	for _, test := range []struct{ scheme, css, token, want string }{
		{"light", light, "page", lightPage},
		{"dark", dark, "page", darkPage},
		{"light", light, "accent", iconField},
	} {
		if got := token(light, test.css, test.token); got != test.want {
			t.Errorf("--%s is %q in the %s scheme, and look.go says %s; make them one", test.token, got, test.scheme, test.want)
		}
	}
}

// token returns the value of a token, following var() into the palette.
func token(palette, css, name string) string {
	found := regexp.MustCompile(`--` + name + `:\s*([^;]+);`).FindStringSubmatch(css)
	if found == nil {
		return ""
	}
	if other, isVar := strings.CutPrefix(found[1], "var(--"); isVar {
		return token(palette, palette, strings.TrimSuffix(other, ")"))
	}
	return found[1]
}
