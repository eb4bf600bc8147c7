package site

import (
	"fmt"
	"strings"

	"github.com/a-h/templ"

	"fortyeight/site/view"
)

// place returns where a path of the site leads for readers of this language,
// with its fragment. Paths are those of the root language in every language.
func (pr *press) place(target string) (view.Place, bool) {
	path, fragment, has := strings.Cut(target, "#")
	if !strings.HasSuffix(path, "/") {
		return view.Place{}, false
	}
	name := strings.Trim(path, "/")
	if name == "" {
		name = "check"
	}
	place, ok := pr.placeOf(name)
	if has {
		place.Href += "#" + fragment
	}
	return place, ok
}

// placeOf returns a page by its name, as readers of this language find it.
func (pr *press) placeOf(name string) (view.Place, bool) {
	p := pr.lookup(pr.language, name)
	if p == nil || p.kind == notFoundPage {
		return view.Place{}, false
	}
	place := view.Place{Href: p.address, Title: p.front.Heading, Text: p.front.Description}
	if p.lang != pr.code {
		place.Lang = p.lang
	}
	return place, true
}

// command returns the figure of a command of content/facts.json.
func (pr *press) command(name string) (templ.Component, error) {
	c, exists := pr.facts.Commands[name]
	if !exists {
		return nil, fmt.Errorf("there is no command %q in content/facts.json; there are %s", name, known(pr.facts.Commands))
	}
	text, said := pr.commands[name]
	if !said {
		return nil, fmt.Errorf("content/%s/commands.json says nothing of the command %q", pr.code, name)
	}
	return view.CommandFigure(view.Command{
		Run: c.Run, Shell: pr.frame.Guide.Shells[c.Shell], Admin: c.Admin,
		Does: text.Does, Prints: text.Prints, Changes: text.Changes,
		Words: pr.frame.Guide,
	}), nil
}

// guidePage returns what stands around the text of a page of the guide.
func (pr *press) guide(p *page, s *sheet) (view.Guide, error) {
	g := view.Guide{Words: pr.frame.Guide, Headings: s.headings}
	g.Index, _ = pr.placeOf("guide")
	g.Check, _ = pr.placeOf("check")
	order := pr.order()
	for i, name := range order {
		if name != p.name {
			continue
		}
		if i > 0 {
			g.Previous, _ = pr.placeOf(order[i-1])
		}
		if i+1 < len(order) {
			g.Next, _ = pr.placeOf(order[i+1])
		}
	}
	for _, section := range pr.outline {
		for _, name := range section.Pages {
			if name == p.name {
				g.Section = pr.sections[section.Name]
				g.SectionID = section.Name
			}
		}
	}
	for _, name := range p.front.Next {
		place, ok := pr.placeOf(name)
		if !ok {
			return g, &lineError{p.file, p.front.lines["next"], fmt.Sprintf("next names the page %q, but there is no content/%s/%s.md", name, rootLang, name)}
		}
		g.Now = append(g.Now, place)
	}
	return g, nil
}

// order returns the names of the guide's pages that this language has, in the
// order of reading.
func (pr *press) order() (names []string) {
	for _, section := range pr.outline {
		for _, name := range section.Pages {
			if pr.page(name) != nil {
				names = append(names, name)
			}
		}
	}
	return names
}

// contents returns the guide's table of contents. Pages that this language
// lacks stand in it in the root's language.
func (pr *press) contents() (sections []view.Section) {
	for _, section := range pr.outline {
		s := view.Section{ID: section.Name, Title: pr.sections[section.Name]}
		for _, name := range section.Pages {
			if place, ok := pr.placeOf(name); ok {
				s.Pages = append(s.Pages, place)
			}
		}
		if len(s.Pages) > 0 {
			sections = append(sections, s)
		}
	}
	return sections
}
