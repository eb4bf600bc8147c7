package site

import (
	"bytes"
	"context"
	"fmt"

	"github.com/a-h/templ"

	"fortyeight/site/view"
)

// A press sets the pages of one language.
type press struct {
	lang    string
	address string // of the site
	frame   frame
	words   *words
	assets  view.Assets
	pages   []*page
}

// render returns a page as HTML.
func (pr *press) render(p *page) ([]byte, error) {
	layout, err := pr.layout(p)
	if err != nil {
		return nil, err
	}
	heading, body := p.front.Heading, templ.Raw(p.html)
	var component templ.Component
	switch p.kind {
	case checkPage:
		component = view.Check(view.CheckPage{Layout: layout, Heading: heading, Words: pr.words.say(), Below: body, Foot: pr.foot(p)})
	case notFoundPage:
		component = view.Text(view.Page{Layout: layout, Heading: heading, Body: body})
	default:
		component = view.Text(view.Page{Layout: layout, Heading: heading, Body: body, Foot: pr.foot(p)})
	}
	var html bytes.Buffer
	if err := component.Render(context.Background(), &html); err != nil {
		return nil, fmt.Errorf("the view of content/%s: %w", p.file, err)
	}
	return html.Bytes(), pr.words.err()
}

func (pr *press) layout(p *page) (view.Layout, error) {
	layout := view.Layout{
		Lang:        pr.lang,
		Dir:         pr.frame.Dir,
		Title:       p.front.Title,
		Description: p.front.Description,
		Canonical:   pr.address + p.address,
		Home:        home(pr.lang),
		Frame:       pr.frame.Frame,
		Assets:      pr.assets,
		Colours:     colours,
	}
	if p.kind != checkPage {
		layout.Assets.Script = "" // text needs none
	}
	if p.kind == notFoundPage {
		// It is shown under addresses of any kind, and none of them is a page.
		layout.Canonical, layout.NoIndex = "", true
	}
	for _, entry := range pr.frame.Menu {
		target := pr.find(entry.Page)
		if target == nil {
			return layout, fmt.Errorf("content/%s/frame.json: the menu names the page %q, but there is no content/%s/%s.md", pr.lang, entry.Page, pr.lang, entry.Page)
		}
		layout.Nav = append(layout.Nav, view.NavItem{Label: entry.Label, Href: target.address, Current: target == p})
	}
	return layout, nil
}

func (pr *press) foot(p *page) view.Foot {
	return view.Foot{
		ReviewedLabel: pr.frame.Reviewed, Reviewed: p.front.Reviewed,
		SourcesLabel: pr.frame.Sources, Sources: p.front.Sources,
	}
}

func (pr *press) find(name string) *page {
	for _, p := range pr.pages {
		if p.name == name {
			return p
		}
	}
	return nil
}
