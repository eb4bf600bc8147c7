package site

import (
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// loads are the attributes through which a browser loads something unasked.
var loads = []string{"src", "srcset", "poster", "data", "background"}

// checkLinks makes sure that all that a page loads or links to is there.
func (c *crawl) checkLinks(d *document, node *html.Node) {
	for _, name := range loads {
		if address, has := attr(node, name); has {
			c.checkAsset(d, node, address)
		}
	}
	address, has := attr(node, "href")
	if !has {
		if node.Data == "a" {
			c.found(d.address, "has a link without an address: %q", textOf(node))
		}
		return
	}
	switch rel, _ := attr(node, "rel"); {
	case node.Data == "link" && rel == "canonical":
		if !strings.HasSuffix(address, d.address) {
			c.found(d.address, "names %s as its canonical address", address)
		}
	case node.Data == "link" && rel == "alternate":
		c.checkAlternate(d, node, strings.TrimPrefix(address, d.site()))
	case node.Data == "use" && strings.HasPrefix(address, "#"):
		c.checkPageLink(d, node, address) // a drawing of the same page
	case node.Data == "link" || node.Data == "use":
		c.checkAsset(d, node, address)
	case strings.HasPrefix(address, "https://"):
		if !slices.Contains(strings.Fields(rel), "noreferrer") {
			c.found(d.address, "the link to %s lacks rel=noreferrer", address)
		}
	default:
		c.checkPageLink(d, node, address)
	}
}

// checkAlternate makes sure that a page in another language is there, in that
// language, and names this one in return.
func (c *crawl) checkAlternate(d *document, node *html.Node, address string) {
	lang, _ := attr(node, "hreflang")
	other := c.pages[address]
	switch {
	case other == nil:
		c.found(d.address, "names %s as itself in %q, where no page is", address, lang)
	case lang != "x-default" && lang != other.lang():
		c.found(d.address, "names %s as itself in %q, and that page is in %q", address, lang, other.lang())
	case !slices.ContainsFunc(other.nodes, func(n *html.Node) bool {
		href, _ := attr(n, "href")
		rel, _ := attr(n, "rel")
		return rel == "alternate" && strings.TrimPrefix(href, other.site()) == d.address
	}):
		c.found(d.address, "names %s as itself in %q, and is not named there", address, lang)
	}
}

// lang returns the language of a page, as its root says it.
func (d *document) lang() string {
	for _, node := range d.nodes {
		if node.Data == "html" {
			lang, _ := attr(node, "lang")
			return lang
		}
	}
	return ""
}

// hasSources reports whether a page lists where its facts come from.
func (d *document) hasSources() bool {
	return slices.ContainsFunc(d.nodes, func(n *html.Node) bool {
		class, _ := attr(n, "class")
		return class == "fe-about__sources" && strings.Contains(textOf(n), " ")
	})
}

// site returns the address of the site, which a page's canonical address tells.
func (d *document) site() string {
	for _, node := range d.nodes {
		if rel, _ := attr(node, "rel"); rel == "canonical" {
			href, _ := attr(node, "href")
			return strings.TrimSuffix(href, d.address)
		}
	}
	return ""
}

func (c *crawl) checkAsset(d *document, node *html.Node, address string) {
	file, internal := strings.CutPrefix(address, "/")
	if !internal || strings.HasPrefix(file, "/") {
		c.found(d.address, "<%s> loads %q; load from this site, by a path from the root", node.Data, address)
	} else if _, ok := c.out.Find(file); !ok {
		c.found(d.address, "<%s> loads %s, which does not exist", node.Data, address)
	}
}

func (c *crawl) checkPageLink(d *document, node *html.Node, address string) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path != "" && !strings.HasPrefix(u.Path, "/") {
		c.found(d.address, "links to %q; link to https:// or to a path from the root", address)
		return
	}
	target := d
	if strings.HasSuffix(u.Path, ".txt") {
		if _, ok := c.out.Find(u.Path[1:]); !ok {
			c.found(d.address, "links to %s, which does not exist", u.Path)
		}
		return
	}
	if u.Path != "" {
		c.linked[u.Path] = true
		if target = c.pages[u.Path]; target == nil {
			c.found(d.address, "links to %s, where no page is", u.Path)
			return
		}
	}
	marked, _ := attr(node, "hreflang")
	if lang := target.lang(); lang != d.lang() && marked != lang || marked != "" && marked != lang {
		c.found(d.address, "links to %s, a page in %q, and marks it as %q", address, lang, marked)
	}
	if u.Fragment != "" && !target.ids[u.Fragment] {
		c.found(d.address, "links to %s, but nothing there has that id", address)
	}
}

// checkReach makes sure that every page is linked to and every asset named.
func (c *crawl) checkReach() {
	for _, address := range slices.Sorted(maps.Keys(c.pages)) {
		if !c.linked[address] && path.Base(address) != "404.html" && !isFrame(address) {
			c.found(address, "no page links to it")
		}
	}
	for _, asset := range c.out.Files {
		// A packed copy is named whole, so it does not hide the original.
		named := slices.ContainsFunc(c.out.Files, func(f File) bool {
			text := string(f.Data)
			return path.Ext(f.Path) != ".wasm" &&
				(strings.Contains(text, `/`+asset.Path+`"`) || strings.Contains(text, `'/`+asset.Path+`'`) || strings.Contains(text, asset.Path+`&#34;`)) // the last stands in code to copy
		})
		if strings.HasPrefix(asset.Path, "assets/") && !named {
			c.found("/"+asset.Path, "nothing names it")
		}
		if path.Ext(asset.Path) == ".css" && (strings.Contains(string(asset.Data), "url(") || strings.Contains(string(asset.Data), "@import")) {
			c.found("/"+asset.Path, "a style sheet loads another file")
		}
	}
}
