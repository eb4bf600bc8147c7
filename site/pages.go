package site

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// A page is one markdown file, read and rendered but not yet in its frame.
type page struct {
	file    string // below content: "en/guide/lost.md"
	name    string // below its language, without extension: "guide/lost"
	kind    kind
	address string // path from the root: "/guide/lost/"
	output  string // file of the site: "guide/lost/index.html"
	front   FrontMatter
	html    string
}

// A kind of page decides its view and its place.
type kind int

const (
	textPage     kind = iota
	checkPage         // the front page
	notFoundPage      // what a host answers for addresses that lead nowhere
)

// rootLang is the language whose pages stand at the root.
const rootLang = "en"

// pageName is what file and folder names may be made of: they become
// addresses, which people type and read out.
var pageName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$`)

// languages returns the languages of the content: the folders with a
// frame.json.
func languages(content fs.FS) ([]string, error) {
	frames, err := fs.Glob(content, "*/frame.json")
	if err != nil {
		return nil, err
	}
	if len(frames) == 0 {
		return nil, fmt.Errorf("content has no language; a language is a folder with a frame.json, as content/%s/frame.json", rootLang)
	}
	var langs []string
	for _, name := range frames {
		langs = append(langs, path.Dir(name))
	}
	return langs, nil
}

// readPages reads all pages of a language, in the order of their names.
func readPages(content fs.FS, lang string) ([]*page, error) {
	var pages []*page
	err := fs.WalkDir(content, lang, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(file) != ".md" {
			return err
		}
		p, err := readPage(content, lang, file)
		if err == nil {
			pages = append(pages, p)
		}
		return err
	})
	if err == nil && len(pages) == 0 {
		err = fmt.Errorf("content/%s has no page; write content/%s/check.md at least", lang, lang)
	}
	return pages, err
}

func readPage(content fs.FS, lang, file string) (*page, error) {
	data, err := fs.ReadFile(content, file)
	if err != nil {
		return nil, fmt.Errorf("content/%s cannot be read: %w", file, err)
	}
	p := &page{file: file, name: strings.TrimSuffix(strings.TrimPrefix(file, lang+"/"), ".md")}
	if !pageName.MatchString(p.name) {
		return nil, fmt.Errorf("content/%s: a page's name becomes its address; use a to z, 0 to 9 and single hyphens", file)
	}
	p.place(home(lang))
	front, text, line, err := parseFront(file, strings.ReplaceAll(string(data), "\r\n", "\n"))
	if err != nil {
		return nil, err
	}
	if p.kind == textPage && len(front.Sources) == 0 {
		return nil, fmt.Errorf("content/%s: sources is empty; a page of text says where its facts come from, as \"- Title https://address\"", file)
	}
	p.front = front
	p.html, err = renderMarkdown(file, text, line)
	return p, err
}

// place sets kind, address and output from the name; home is the address of
// the language's front page.
func (p *page) place(home string) {
	switch p.name {
	case "check":
		p.kind, p.address = checkPage, home
	case "404":
		p.kind, p.address = notFoundPage, home+"404.html"
	default:
		p.kind, p.address = textPage, home+p.name+"/"
	}
	p.output = strings.TrimPrefix(p.address, "/")
	if strings.HasSuffix(p.address, "/") {
		p.output += "index.html"
	}
}

// home returns the address of a language's front page.
func home(lang string) string {
	if lang == rootLang {
		return "/"
	}
	return "/" + lang + "/"
}
