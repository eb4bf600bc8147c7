package site

import (
	"strings"
	"testing"
	"testing/fstest"

	"fortyeight/content"
)

func value(headers []Header, name string) string {
	for _, h := range headers {
		if h.Name == name {
			return h.Value
		}
	}
	return ""
}

func realHeaders(t *testing.T) Headers {
	t.Helper()
	headers, err := ReadHeaders(content.FS)
	if err != nil {
		t.Fatal(err)
	}
	return headers
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
		"/embed/":                    {noCache, ""},
		"/embed/de/":                 {noCache, ""},
		"/embed/v1/fortyeight.js":    {noCache, ""},
		"/fortyeight.html":           {noCache, ""},
		"/fortyeight.de.html":        {noCache, ""},
		"/nothing-here":              {"", ""},
		"/assets":                    {"", ""},
		"/somewhere/assets/app.wasm": {"", ""},
	} {
		headers := realHeaders(t).For(path)
		if got := value(headers, "Cache-Control"); got != want.cache {
			t.Errorf("%s: Cache-Control %q, want %q", path, got, want.cache)
		}
		if got := value(headers, "Content-Type"); got != want.kind {
			t.Errorf("%s: Content-Type %q, want %q", path, got, want.kind)
		}
		if got := value(headers, "Content-Security-Policy"); want.cache != "" && !strings.HasPrefix(got, "default-src 'none'; ") {
			t.Errorf("%s: Content-Security-Policy %q, want one that begins with default-src 'none'", path, got)
		}
	}
}

// The page in one file has its script inside, so it must not open on this origin.
func TestTheOneFileIsForKeeping(t *testing.T) {
	for _, path := range filePaths {
		headers := realHeaders(t).For(path)
		if !realHeaders(t).Saves(path) {
			t.Errorf("%s: Content-Disposition %q", path, value(headers, "Content-Disposition"))
		}
		if got := value(headers, "Content-Security-Policy"); !strings.Contains(got, "; sandbox;") {
			t.Errorf("%s: Content-Security-Policy %q, want a sandbox for whoever shows it all the same", path, got)
		}
	}
	if realHeaders(t).Saves("/trust/") {
		t.Error("a page of the site is saved and does not open")
	}
	out := buildReal(t)
	for _, l := range []string{"fortyeight.html", "fortyeight.de.html", "fortyeight.es.html"} {
		if mustFind(t, out, l); !out.Headers.Saves("/" + l) {
			t.Errorf("%s is not in filePaths", l)
		}
	}
}

// Netlify joins the values of rules that match the same path, and two policies
// joined by a comma are no longer the policy that was meant.
func TestNoHeaderInTwoRulesOfOnePath(t *testing.T) {
	for _, rule := range realHeaders(t) {
		path := strings.ReplaceAll(rule.Path, "*", "x")
		seen := map[string]string{}
		for _, r := range realHeaders(t) {
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
	for _, rule := range realHeaders(t) {
		for _, h := range rule.Headers {
			if h.Value == "" || strings.ContainsAny(h.Value, "\r\n") || h.Value != strings.TrimSpace(h.Value) {
				t.Errorf("%s: %s has the value %q", rule.Path, h.Name, h.Value)
			}
		}
	}
}

// Who may frame the frame is the operator's choice; nobody may frame the rest.
func TestWhoMayEmbed(t *testing.T) {
	for _, test := range []struct{ embedders, want, reason string }{
		{``, "'self' *", "nobody was named: the frame holds nothing until somebody types"},
		{`, "embedders": ["https://desk.example"]`, "'self' https://desk.example", "one portal"},
		{`, "embedders": ["'self'", "https://*.example:8443"]`, "'self' https://*.example:8443", "several"},
		{`, "embedders": ["'none'"]`, "'self'", "nobody but the site"},
	} {
		headers, err := ReadHeaders(fstest.MapFS{"site.json": {Data: []byte(`{"address": "https://site.example"` + test.embedders + `}`)}})
		if err != nil {
			t.Fatalf("%s: %v", test.reason, err)
		}
		policy := value(headers.For("/embed/"), "Content-Security-Policy")
		if !strings.Contains(policy, "; frame-ancestors "+test.want+";") || !strings.Contains(policy, "script-src 'self' https://site.example 'wasm-unsafe-eval'") {
			t.Errorf("%s: the frame's policy is %q", test.reason, policy)
		}
		if got := value(headers.For("/embed/"), "X-Frame-Options"); got != "" {
			t.Errorf("%s: the frame has X-Frame-Options %q", test.reason, got)
		}
		for _, path := range []string{"/", "/trust/", "/de/", "/guide/typing/"} {
			if policy := value(headers.For(path), "Content-Security-Policy"); !strings.Contains(policy, "frame-ancestors 'none'") {
				t.Errorf("%s: %s can be framed: %q", test.reason, path, policy)
			}
		}
	}
	for _, wrong := range []string{"", "desk.example", "https://desk.example/portal", "https://a b", "https://a;script-src *", "*; x"} {
		data := []byte(`{"address": "https://site.example", "embedders": ["` + wrong + `"]}`)
		if _, err := ReadHeaders(fstest.MapFS{"site.json": {Data: data}}); err == nil {
			t.Errorf("%q is taken for somebody who may embed", wrong)
		}
	}
}
