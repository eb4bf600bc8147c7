package site

import (
	"strings"
	"testing"
)

func value(headers []Header, name string) string {
	for _, h := range headers {
		if h.Name == name {
			return h.Value
		}
	}
	return ""
}

func TestHeadersForPaths(t *testing.T) {
	for path, want := range map[string]struct{ cache, kind string }{
		"/":                          {noCache, ""},
		"/index.html":                {noCache, ""},
		"/trust/":                    {noCache, ""},
		"/trust/index.html":          {noCache, ""},
		"/404.html":                  {noCache, ""},
		"/guide/":                    {noCache, ""},
		"/guide/typing/":             {noCache, ""},
		"/de/":                       {noCache, ""},
		"/de/guide/typing/":          {noCache, ""},
		"/favicon.svg":               {noCache, ""},
		"/assets/site.abc.css":       {immutable, ""},
		"/assets/check.abc.wasm":     {immutable, "application/wasm"},
		"/assets/check.abc.wasm.gz":  {immutable, ""},
		"/nothing-here":              {"", ""},
		"/assets":                    {"", ""},
		"/somewhere/assets/app.wasm": {"", ""},
	} {
		headers := HeadersFor(path)
		if got := value(headers, "Cache-Control"); got != want.cache {
			t.Errorf("%s: Cache-Control %q, want %q", path, got, want.cache)
		}
		if got := value(headers, "Content-Type"); got != want.kind {
			t.Errorf("%s: Content-Type %q, want %q", path, got, want.kind)
		}
		if got := value(headers, "Content-Security-Policy"); !strings.HasPrefix(got, "default-src 'none'; ") {
			t.Errorf("%s: Content-Security-Policy %q, want one that begins with default-src 'none'", path, got)
		}
	}
}

// Netlify joins the values of rules that match the same path, and two policies
// joined by a comma are no longer the policy that was meant.
func TestNoHeaderInTwoRulesOfOnePath(t *testing.T) {
	for _, rule := range Headers() {
		path := strings.ReplaceAll(rule.Path, "*", "x")
		seen := map[string]string{}
		for _, r := range Headers() {
			if !r.matches(path) {
				continue
			}
			for _, h := range r.Headers {
				name := strings.ToLower(h.Name)
				if other, twice := seen[name]; twice {
					t.Errorf("%s gets %s from the rules %s and %s; give it in one", path, h.Name, other, r.Path)
				}
				seen[name] = r.Path
			}
		}
	}
}

func TestHeaderValuesAreOneLine(t *testing.T) {
	for _, rule := range Headers() {
		for _, h := range rule.Headers {
			if h.Value == "" || strings.ContainsAny(h.Value, "\r\n") || h.Value != strings.TrimSpace(h.Value) {
				t.Errorf("%s: %s has the value %q", rule.Path, h.Name, h.Value)
			}
		}
	}
}
