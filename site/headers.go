package site

import (
	"slices"
	"strings"
)

// A Header is one HTTP response header.
type Header struct{ Name, Value string }

// A Rule gives headers to every path that a pattern matches. Patterns are
// Netlify's: a path from the root, in which one * stands for any characters.
type Rule struct {
	Path    string
	Headers []Header
}

const (
	// immutable lets a browser keep a file for a year without asking: its name
	// changes with its content.
	immutable = "public, max-age=31536000, immutable"
	// noCache lets a browser keep a file but makes it ask before each use, so
	// that a corrected page reaches everybody at once.
	noCache = "no-cache"
)

// plainPaths are the paths whose names do not change with their content. They
// are listed one by one because Netlify joins the values of all rules that
// match: Cache-Control in the rule for everything would reach /assets/ too. A
// path that leads nowhere is served 404.html under its own address and falls
// outside this list; there Netlify's own default is to ask again as well.
var plainPaths = []string{
	"/",
	"/index.html",
	"/404.html",
	"/trust/*",
	"/guide/*",
	"/find/*",
	"/de/*",
	"/es/*",
	"/favicon.svg",
	"/apple-touch-icon.png",
	"/robots.txt",
	"/sitemap.xml",
}

// Headers returns the rules for the whole site: the one list that both
// netlify.toml and the local server follow. No header stands in two rules that
// match the same path.
func Headers() []Rule {
	rules := []Rule{
		{Path: "/*", Headers: everywhere()},
		{Path: "/assets/*", Headers: []Header{{"Cache-Control", immutable}}},
		// Streaming compilation refuses any other type. Hosts know the type by
		// the file's name today; this makes sure of it.
		{Path: "/assets/*.wasm", Headers: []Header{{"Content-Type", "application/wasm"}}},
	}
	for _, path := range plainPaths {
		rules = append(rules, Rule{Path: path, Headers: []Header{{"Cache-Control", noCache}}})
	}
	return rules
}

// HeadersFor returns the headers of all rules that match a path, in the order
// of the rules. Values of the same name are joined with a comma, as Netlify
// does it.
func HeadersFor(path string) []Header {
	var merged []Header
	for _, rule := range Headers() {
		if !rule.matches(path) {
			continue
		}
		for _, h := range rule.Headers {
			same := func(m Header) bool { return strings.EqualFold(m.Name, h.Name) }
			if i := slices.IndexFunc(merged, same); i >= 0 {
				merged[i].Value += "," + h.Value
			} else {
				merged = append(merged, h)
			}
		}
	}
	return merged
}

// matches reports whether the rule's pattern covers the whole path.
func (r Rule) matches(path string) bool {
	before, after, wild := strings.Cut(r.Path, "*")
	if !wild {
		return path == r.Path
	}
	return len(path) >= len(before)+len(after) &&
		strings.HasPrefix(path, before) && strings.HasSuffix(path, after)
}
