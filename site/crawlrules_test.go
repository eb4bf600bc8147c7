package site

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// checkDocument looks at what a page has once: its language, title,
// description and the order of its headings.
func (c *crawl) checkDocument(d *document) {
	title, description, lang, titles, level := "", "", "", 0, 0
	for _, node := range d.nodes {
		switch node.Data {
		case "html":
			lang, _ = attr(node, "lang")
		case "title":
			if node.Parent.Data == "head" {
				title = textOf(node)
			}
		case "meta":
			if name, _ := attr(node, "name"); name == "description" {
				description, _ = attr(node, "content")
			}
			if name, _ := attr(node, "property"); name == "og:image" {
				address, _ := attr(node, "content")
				c.checkAsset(d, node, strings.TrimPrefix(address, d.site()))
			}
		case "h1", "h2", "h3", "h4", "h5", "h6":
			next := int(node.Data[1] - '0')
			if next == 1 {
				titles++
			}
			if next > level+1 {
				c.found(d.address, "the heading %q has level %d after level %d", textOf(node), next, level)
			}
			if textOf(node) == "" {
				c.found(d.address, "a heading of level %d is empty", next)
			}
			level = next
		}
	}
	if lang == "" {
		c.found(d.address, "has no language")
	}
	if kind := path.Base(d.address); kind != "404.html" && kind != "guide" && !isFrame(d.address) && !d.hasSources() {
		c.found(d.address, "names no sources")
	}
	if titles != 1 {
		c.found(d.address, "has %d headings of level 1; it needs one", titles)
	}
	if n := utf8.RuneCountInString(title); n == 0 || n > maxTitle {
		c.found(d.address, "has a title of %d characters; it needs 1 to %d", n, maxTitle)
	}
	if n := utf8.RuneCountInString(description); n == 0 || n > maxDescription {
		c.found(d.address, "has a description of %d characters; it needs 1 to %d", n, maxDescription)
	}
}

// isFrame reports whether a page stands in other sites' pages and not by itself.
func isFrame(address string) bool { return strings.HasPrefix(address, embedFolder) }

// checkCode holds what the site's policy blocks: inline scripts and styles.
func (c *crawl) checkCode(d *document, node *html.Node) {
	if node.Data == "style" {
		c.found(d.address, "has a <style>; put it into the style sheet")
	}
	if _, has := attr(node, "src"); node.Data == "script" && (!has || textOf(node) != "") {
		c.found(d.address, "has an inline script; put it into a bundle")
	}
	for _, a := range node.Attr {
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
			c.found(d.address, "<%s> has the attribute %s; the policy blocks it", node.Data, a.Key)
		}
		if strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
			c.found(d.address, "<%s %s> holds a script", node.Data, a.Key)
		}
	}
}

// idLists are attributes whose value names ids of the same page.
var idLists = []string{"for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-errormessage", "aria-details", "aria-owns", "form", "list", "popovertarget"}

// languageTag is what languages are named by here, as BCP 47 has it.
var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]+)*$`)

// checkNames makes sure that what a person meets has a name, and that names
// which point to ids find them.
func (c *crawl) checkNames(d *document, node *html.Node) {
	for _, name := range idLists {
		value, _ := attr(node, name)
		for _, id := range strings.Fields(value) {
			if !d.ids[id] {
				c.found(d.address, "<%s %s=%q> names an id that is not there", node.Data, name, id)
			}
		}
	}
	for _, name := range []string{"lang", "hreflang"} {
		if lang, has := attr(node, name); has && lang != "x-default" && !languageTag.MatchString(lang) {
			c.found(d.address, "<%s %s=%q> names no language", node.Data, name, lang)
		}
	}
	label, _ := attr(node, "aria-label")
	labelledBy, _ := attr(node, "aria-labelledby")
	named := label != "" || labelledBy != ""
	switch node.Data {
	case "img":
		if _, has := attr(node, "alt"); !has {
			c.found(d.address, "an image has no alt; say what it shows, or leave alt empty for decoration")
		}
	case "svg":
		hidden, _ := attr(node, "aria-hidden")
		role, _ := attr(node, "role")
		if hidden != "true" && (!named || role != "img") {
			c.found(d.address, "an <svg> is neither hidden nor an image with a name")
		}
	case "a", "button":
		if textOf(node) == "" && !named && !inTemplate(node) {
			c.found(d.address, "a <%s> has no text", node.Data)
		}
	case "input", "textarea", "select":
		id, _ := attr(node, "id")
		if !named && !d.hasLabel(id) && !inLabel(node) {
			c.found(d.address, "the field %q has no label", id)
		}
		kind, _ := attr(node, "type")
		if _, has := attr(node, "name"); has && kind != "radio" {
			c.found(d.address, "the field %q has a name; without one, nothing can send or remember it", id)
		}
	}
}

func (d *document) hasLabel(id string) bool {
	return id != "" && slices.ContainsFunc(d.nodes, func(node *html.Node) bool {
		target, _ := attr(node, "for")
		return node.Data == "label" && target == id
	})
}

// inLabel reports whether a field stands in a label that has text.
func inLabel(node *html.Node) bool {
	for ; node != nil; node = node.Parent {
		if node.Type == html.ElementNode && node.Data == "label" {
			return textOf(node) != ""
		}
	}
	return false
}

// inTemplate reports whether a node is a slot of a template, which scripts fill.
func inTemplate(node *html.Node) bool {
	for ; node != nil; node = node.Parent {
		if node.Type == html.ElementNode && node.Data == "template" {
			return true
		}
	}
	return false
}
