package site

import (
	"io/fs"
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

// embedFolder holds the frame for other sites, in every language, and the script
// of its element.
const embedFolder = "/embed/"

// plainPaths are the paths whose names do not change with their content. They
// are listed one by one because Netlify joins the values of all rules that
// match: what the rule for everything says would reach /assets/ and the frame
// too. A path that leads nowhere is served 404.html under its own address and
// falls outside this list: Netlify's own default for caching is to ask again as
// well, and that page carries its policy inside.
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
	"/hashes.txt",
	"/licences.txt",
	"/robots.txt",
	"/sitemap.xml",
}

// filePaths are the pages that are one file, in each language.
var filePaths = []string{"/fortyeight.html", "/fortyeight.de.html", "/fortyeight.es.html"}

// Headers are the rules for the whole site: the one list that netlify.toml, the
// local server and the snippets for other hosts all follow. No header stands in
// two rules that match the same path.
type Headers []Rule

// ReadHeaders returns the headers of the site that content describes.
func ReadHeaders(content fs.FS) (Headers, error) {
	s, err := readSettings(content)
	return headersOf(s), err
}

// headersOf returns the rules. What differs between the pages, what they load and
// the frame stands in three rules for three sets of paths; only what is the
// same for all stands in the rule for everything.
func headersOf(s settings) Headers {
	rules := Headers{
		{Path: "/*", Headers: everywhere()},
		{Path: "/assets/*", Headers: append([]Header{{"Cache-Control", immutable}}, forAssets()...)},
		// Streaming compilation refuses any other type. Hosts know the type by
		// the file's name today; this makes sure of it.
		{Path: "/assets/*.wasm", Headers: []Header{{"Content-Type", "application/wasm"}}},
		{Path: embedFolder + "*", Headers: append([]Header{{"Cache-Control", noCache}}, forFrame(s)...)},
	}
	for _, path := range filePaths {
		rules = append(rules, Rule{Path: path, Headers: append([]Header{{"Cache-Control", noCache}}, forFiles()...)})
	}
	rules = append(rules, Rule{Path: "/developers/*", Headers: append([]Header{{"Cache-Control", noCache}}, forDevelopers()...)})
	rules = append(rules, Rule{Path: "/" + ServiceWorker, Headers: append([]Header{{"Cache-Control", noCache}}, forServiceWorker()...)})
	for _, path := range plainPaths {
		rules = append(rules, Rule{Path: path, Headers: append([]Header{{"Cache-Control", noCache}}, forPages()...)})
	}
	return rules
}

// Saves reports whether a browser saves what is at a path, and does not open it.
func (rules Headers) Saves(path string) bool {
	return slices.Contains(rules.For(path), Header{"Content-Disposition", "attachment"})
}

// For returns the headers of all rules that match a path, in the order of the
// rules. Values of the same name are joined with a comma, as Netlify does it.
func (rules Headers) For(path string) []Header {
	var merged []Header
	for _, rule := range rules {
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
