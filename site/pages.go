package site

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// A page is one markdown file, read but not yet set.
type page struct {
	lang    string
	file    string // below content: "en/guide/lost.md"
	name    string // below its language, without extension: "guide/lost"
	kind    kind
	address string // path from the root: "/guide/lost/"
	output  string // file of the site: "guide/lost/index.html"
	front   FrontMatter
	text    string // markdown
	line    int    // of the file, on which the text begins
}

// A kind of page decides its view and its place.
type kind int

const (
	textPage       kind = iota
	checkPage           // the front page
	notFoundPage        // what a host answers for addresses that lead nowhere
	indexPage           // the table of contents of the guide
	guidePage           // a page of the guide
	findPage            // the page that asks where a key may be
	findPlace           // a place of that page, which is no page by itself
	developersPage      // how to put the checker into a portal
	embedPage           // the checker as a frame for other sites' pages
	filePage            // the checker as one file, for a stick
)

// pageName is what file and folder names may be made of: they become
// addresses, which people type and read out.
var pageName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$`)

// readPages reads all pages of a language, in the order of their names.
func readPages(content fs.FS, lang string) ([]*page, error) {
	var pages []*page
	err := fs.WalkDir(content, lang, func(file string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && file+"/" == lang+"/"+placesFolder {
			return fs.SkipDir
		}
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
	p := &page{lang: lang, file: file, name: strings.TrimSuffix(strings.TrimPrefix(file, lang+"/"), ".md")}
	if !pageName.MatchString(p.name) {
		return nil, fmt.Errorf("content/%s: a page's name becomes its address; use a to z, 0 to 9 and single hyphens", file)
	}
	p.place(home(lang))
	front, text, line, err := parseFront(file, strings.ReplaceAll(string(data), "\r\n", "\n"))
	if err != nil {
		return nil, err
	}
	if p.kind != checkPage && p.kind != notFoundPage && p.kind != indexPage && p.kind != embedPage && p.kind != filePage && len(front.Sources) == 0 {
		return nil, fmt.Errorf("content/%s: sources is empty; a page of text says where its facts come from, as \"- Title https://address\"", file)
	}
	if p.kind == guidePage && front.Holds == "" {
		return nil, &lineError{file, line - 1, "the front matter has no holds; a page of the guide says which releases of Windows it holds for, as \"holds: Windows 11, Windows 10 22H2\""}
	}
	p.front, p.text, p.line = front, text, line
	return p, nil
}

// place sets kind, address and output from the name; home is the address of
// the language's front page.
func (p *page) place(home string) {
	switch p.name {
	case "check":
		p.kind, p.address = checkPage, home
	case "404":
		p.kind, p.address = notFoundPage, home+"404.html"
	case "developers":
		p.kind, p.address = developersPage, home+"developers/"
	case "embed":
		// All languages stand in one folder, since it has headers of its own.
		p.kind, p.address = embedPage, path.Clean(embedFolder+home)+"/"
	case fileName:
		// All stand at the root under a name of their own: people keep them in one folder.
		p.kind, p.address = filePage, "/"+fileName+strings.ReplaceAll(strings.TrimSuffix(home, "/"), "/", ".")+".html"
	case "guide":
		p.kind, p.address = indexPage, home+"guide/"
	case findName:
		p.kind, p.address = findPage, home+findName+"/"
	default:
		p.kind, p.address = textPage, home+p.name+"/"
		if strings.HasPrefix(p.name, guideFolder) {
			p.kind = guidePage
		}
		if strings.HasPrefix(p.name, placesFolder) {
			p.kind = findPlace
		}
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
