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
	*book
	*language
	in      Input
	assets  view.Assets
	icons   []manifestIcon
	scripts scripts
	element element        // the script of <fortyeight-check>
	copied  bool           // whether a page has commands to copy
	file    *view.Download // the page that is one file; nil where there is none
}

// scripts are the addresses of the pages' scripts.
type scripts struct {
	check      string   // of the checker, in the press's language
	ahead      []string // what that one cannot do without
	early      string   // of the loader, which that one imports
	developers string   // of the page for developers
	embed      string   // of the frame, in the press's language
	guide      string   // of pages with commands to copy
	find       string   // of the page that asks where a key may be
}

// render returns a page as HTML.
func (pr *press) render(p *page) ([]byte, error) {
	s, text, err := pr.set(p)
	if err != nil {
		return nil, err
	}
	layout, err := pr.layout(p)
	if err != nil {
		return nil, err
	}
	if s.commands > 0 && layout.Assets.Script == "" {
		layout.Assets.Script, pr.copied = pr.scripts.guide, true
	}
	heading, body := p.front.Heading, templ.Raw(text)
	var component templ.Component
	switch p.kind {
	case checkPage, embedPage:
		check, err := pr.checkPage(p, body)
		if err != nil {
			return nil, err
		}
		component = view.Check(check)
		if p.kind == embedPage {
			component = view.Embed(check)
		}
	case developersPage:
		component = view.Developers(view.DevelopersPage{
			Page:  view.Page{Layout: layout, Heading: heading, Body: body, Foot: pr.foot(p)},
			Words: pr.words.say(), Element: pr.element.moving, Address: pr.settings.Address + pr.element.moving, Langs: pr.codes(),
		})
	case notFoundPage:
		component = view.Text(view.Page{Layout: layout, Heading: heading, Body: body})
	case indexPage:
		component = view.GuideIndex(view.Page{Layout: layout, Heading: heading, Body: body, Foot: pr.foot(p)}, pr.contents())
	case findPage:
		foot := pr.foot(p)
		find, err := pr.find(&foot)
		if err != nil {
			return nil, err
		}
		component = view.FindPage(view.Page{Layout: layout, Heading: heading, Body: body, Foot: foot}, find)
	case guidePage:
		guide, err := pr.guide(p, s)
		if err != nil {
			return nil, err
		}
		component = view.GuidePage(view.Page{Layout: layout, Heading: heading, Body: body, Foot: pr.foot(p)}, guide)
	default:
		component = view.Text(view.Page{Layout: layout, Heading: heading, Body: body, Foot: pr.foot(p)})
	}
	var html bytes.Buffer
	if err := component.Render(context.Background(), &html); err != nil {
		return nil, fmt.Errorf("the view of content/%s: %w", p.file, err)
	}
	return html.Bytes(), pr.words.err()
}

// checkPage returns a page with the checker, and the text below it.
func (pr *press) checkPage(p *page, below templ.Component) (view.CheckPage, error) {
	layout, err := pr.layout(p)
	if err != nil {
		return view.CheckPage{}, err
	}
	help, err := pr.help()
	if err != nil {
		return view.CheckPage{}, err
	}
	return view.CheckPage{Layout: layout, Heading: p.front.Heading, Words: pr.words.say(), Help: help, Below: below, Foot: pr.foot(p)}, nil
}

func (pr *press) layout(p *page) (view.Layout, error) {
	layout := view.Layout{
		Lang:        pr.code,
		Dir:         pr.frame.Dir,
		Title:       p.front.Title,
		Description: p.front.Description,
		Canonical:   pr.settings.Address + p.address,
		Home:        home(pr.code),
		Frame:       pr.frame.Frame,
		Assets:      pr.assets,
		Colours:     colours,
		Preview:     pr.settings.Address + pr.assets.Preview,
		Alternates:  pr.alternates(p),
		Languages:   pr.others(p),
		Keeps:       true,
	}
	if p.kind == checkPage || p.kind == embedPage {
		layout.Assets.TextCSS = ""
	}
	if p.kind == checkPage {
		// It loads the script for use without network by itself, once it is idle.
		layout.Assets.Script, layout.Assets.Ahead, layout.Assets.Early = pr.scripts.check, pr.scripts.ahead, pr.scripts.early
		layout.Assets.Offline = ""
	}
	if p.kind == findPage {
		layout.Assets.Script, layout.Assets.First = pr.scripts.find, true
	}
	if p.kind == developersPage {
		layout.Assets.Script = pr.scripts.developers
	}
	if p.kind == embedPage {
		// It is of no use but in a page.
		layout.Assets.Script, layout.Assets.Manifest, layout.Shared, layout.NoIndex = pr.scripts.embed, "", true, true
		layout.Assets.Offline, layout.Keeps = "", false
	}
	if p.kind == notFoundPage {
		// It is shown under addresses of any kind, and none of them is a page.
		layout.Canonical, layout.Assets.Manifest, layout.NoIndex, layout.Policy = "", "", true, lostPolicy
		layout.Assets.Offline, layout.Keeps = "", false
	}
	for _, entry := range pr.frame.Menu {
		target, ok := pr.placeOf(entry.Page)
		if !ok {
			return layout, fmt.Errorf("content/%s/frame.json: the menu names the page %q, but there is no content/%s/%s.md", pr.code, entry.Page, rootLang, entry.Page)
		}
		item := view.NavItem{Label: entry.Label, Href: target.Href, Lang: target.Lang, Current: target.Href == p.address}
		item.Inside = entry.Page == "guide" && p.kind == guidePage
		layout.Nav = append(layout.Nav, item)
	}
	for _, name := range pr.frame.Foot {
		target, ok := pr.placeOf(name)
		if !ok {
			return layout, fmt.Errorf("content/%s/frame.json: the foot names the page %q, but there is no content/%s/%s.md", pr.code, name, rootLang, name)
		}
		layout.Foot = append(layout.Foot, target)
	}
	return layout, nil
}

func (pr *press) foot(p *page) view.Foot {
	return view.Foot{
		ReviewedLabel: pr.frame.Reviewed, Reviewed: p.front.Reviewed,
		SourcesLabel: pr.frame.Sources, Sources: p.front.Sources,
		HoldsLabel: pr.frame.Guide.Holds, Holds: p.front.Holds,
		Address: pr.settings.Address + p.address,
	}
}
