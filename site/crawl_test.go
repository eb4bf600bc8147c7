package site

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A crawl walks a built site and collects what is wrong with it. It looks at
// bytes only, so it knows nothing of how the site was made.
type crawl struct {
	out      *Output
	problems []string
	pages    map[string]*document // by address: "/trust/"
	linked   map[string]bool      // addresses that some page links to
}

// walkSite returns the problems of a site, one a line; none is good.
func walkSite(out *Output) []string {
	c := &crawl{out: out, pages: map[string]*document{}, linked: map[string]bool{}}
	for _, f := range out.Files {
		if path.Ext(f.Path) == ".html" {
			address := "/" + strings.TrimSuffix(f.Path, "index.html")
			c.pages[address] = c.parse(address, f.Data)
		}
	}
	if len(c.pages) == 0 {
		c.found("/", "the site has no page")
	}
	for _, address := range slices.Sorted(maps.Keys(c.pages)) {
		d := c.pages[address]
		c.checkDocument(d)
		if slices.Contains(filePaths, address) {
			c.checkOneFile(d)
			continue
		}
		for _, node := range d.nodes {
			c.checkCode(d, node)
			c.checkLinks(d, node)
			c.checkNames(d, node)
		}
	}
	c.checkReach()
	return c.problems
}

func (c *crawl) found(address, format string, values ...any) {
	c.problems = append(c.problems, address+": "+fmt.Sprintf(format, values...))
}

// A document is one parsed page.
type document struct {
	address string
	root    *html.Node
	nodes   []*html.Node    // all elements in order
	ids     map[string]bool // of all elements
}

// parse reads a page, and reports what a lenient parser would forgive.
func (c *crawl) parse(address string, data []byte) *document {
	c.checkNesting(address, data)
	for _, trace := range []string{"{{", "&amp;lt;", "&amp;amp;", "raw HTML omitted", "%!"} {
		if bytes.Contains(data, []byte(trace)) {
			c.found(address, "holds %q, a trace of something that was not filled in or was escaped twice", trace)
		}
	}
	d := &document{address: address, ids: map[string]bool{}}
	// Without scripting, the inside of noscript is parsed as well.
	root, err := html.ParseWithOptions(bytes.NewReader(data), html.ParseOptionEnableScripting(false))
	if err != nil {
		c.found(address, "does not parse: %v", err)
		return d
	}
	d.root = root
	for node := range root.Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		d.nodes = append(d.nodes, node)
		if id, has := attr(node, "id"); has {
			if d.ids[id] || id == "" {
				c.found(address, "the id %q stands on two elements or is empty", id)
			}
			d.ids[id] = true
		}
	}
	return d
}

// void elements have no end tag.
var void = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

// checkNesting makes sure that every element is closed where it should be.
func (c *crawl) checkNesting(address string, data []byte) {
	if !bytes.HasPrefix(bytes.ToLower(data), []byte("<!doctype html>")) {
		c.found(address, "does not begin with <!doctype html>")
	}
	var open []string
	for z := html.NewTokenizer(bytes.NewReader(data)); ; {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				c.found(address, "never closes <%s>", open[len(open)-1])
			}
			return
		case html.StartTagToken:
			name, _ := z.TagName()
			if !slices.Contains(void, string(name)) {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				c.found(address, "closes </%s> while %v is open", name, open)
				return
			}
			open = open[:len(open)-1]
		}
	}
}

func attr(node *html.Node, name string) (value string, has bool) {
	for _, a := range node.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// textOf returns all text inside a node.
func textOf(node *html.Node) string {
	var text strings.Builder
	for inner := range node.Descendants() {
		if inner.Type == html.TextNode {
			text.WriteString(inner.Data)
		}
	}
	return strings.TrimSpace(text.String())
}
