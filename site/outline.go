package site

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// guideFolder is what the names of the guide's pages begin with.
const guideFolder = "guide/"

// A section is a part of the guide with its pages, in the order of reading.
type section struct {
	Name  string   `json:"section"`
	Pages []string `json:"pages"` // names: "guide/typing"
}

// outline is content/guide.json: the order of the guide in all languages.
type outline []section

func readOutline(content fs.FS) (outline, error) {
	var o outline
	err := readJSON(content, "guide.json", &o)
	return o, err
}

// check makes sure that the outline and the folder of the guide hold the same
// pages: a page outside of it could not be found, and would have no neighbours.
func (o outline) check(pages []*page) error {
	seen := map[string]bool{}
	for _, s := range o {
		for _, name := range s.Pages {
			if seen[name] {
				return fmt.Errorf("content/guide.json names the page %q twice; keep one", name)
			}
			seen[name] = true
			if !slices.ContainsFunc(pages, func(p *page) bool { return p.name == name }) {
				return fmt.Errorf("content/guide.json names the page %q, but there is no content/%s/%s.md", name, rootLang, name)
			}
		}
	}
	for _, p := range pages {
		if strings.HasPrefix(p.name, guideFolder) && !seen[p.name] {
			return fmt.Errorf("content/%s stands in no section; name it in content/guide.json, where the order of the guide is", p.file)
		}
	}
	return nil
}

// readSections reads what a language calls the sections.
func readSections(content fs.FS, lang string, o outline) (map[string]string, error) {
	name := lang + "/guide.json"
	titles := map[string]string{}
	if err := readJSON(content, name, &titles); err != nil {
		return nil, err
	}
	for _, s := range o {
		if titles[s.Name] == "" {
			return nil, fmt.Errorf("content/%s: the section %q has no title", name, s.Name)
		}
	}
	if len(titles) > len(o) {
		return nil, fmt.Errorf("content/%s has more titles than content/guide.json has sections", name)
	}
	return titles, nil
}
