package site

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// atScheme begins a link to a named address of content/facts.json.
const atScheme = "at:"

// link finds out where a link of the text leads. People are sent to other
// sites by name only, and within the site to a page, in their own language
// where it has that page.
func (s *sheet) link(n *ast.Link) error {
	target := string(n.Destination)
	if len(n.Title) > 0 {
		return fmt.Errorf("the link to %s has a title, which phones and keyboards never show; say it in the text", target)
	}
	switch {
	case strings.HasPrefix(target, atScheme):
		return s.namedLink(n, strings.TrimPrefix(target, atScheme))
	case target == "/"+HashList, target == "/"+licencesPlace:
		return nil // files that are no pages; the crawl of the built site looks for them
	case strings.HasPrefix(target, "/") && !strings.HasPrefix(target, "//"):
		place, ok := s.pr.place(target)
		if !ok {
			return fmt.Errorf("the link to %s leads to no page; write a page's address from the root, as /guide/typing/, in every language the same", target)
		}
		n.Destination = []byte(place.Href)
		if place.Lang != "" {
			n.SetAttributeString("hreflang", place.Lang)
		}
		return nil
	case strings.HasPrefix(target, "#"):
		return nil // the crawl of the built site follows it
	}
	return fmt.Errorf("the link to %s; put addresses of other sites into content/facts.json and write [text](at:NAME), and link to pages of this site by /path/", target)
}

// namedLink leads to an address of content/facts.json. A text that is itself an
// address must be that address, or it would stay behind when the table changes.
func (s *sheet) namedLink(n *ast.Link, name string) error {
	a, ok := s.pr.facts.Addresses[name]
	if !ok {
		return fmt.Errorf("there is no address %q in content/facts.json; there are %s", name, known(s.pr.facts.Addresses))
	}
	shown := strings.TrimSuffix(strings.TrimPrefix(a.Address, "https://"), "/")
	text := s.plain(n)
	if text == "" {
		n.AppendChild(n, ast.NewString([]byte(shown)))
		text = shown
	} else if strings.Contains(text, ".") && strings.Contains(text, "/") && !strings.Contains(text, " ") && text != shown {
		return fmt.Errorf("the link shows %s and leads to %s; write [](at:%s), which shows what the table says", text, shown, name)
	}
	n.Destination = []byte(a.Address)
	n.SetAttributeString("rel", "noreferrer")
	if text == shown {
		n.SetAttributeString("class", "fe-address") // on paper it needs no address beside it
	}
	return nil
}
