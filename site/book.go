package site

import (
	"fmt"
	"io/fs"
	"path"
	"slices"

	"fortyeight/site/find"
)

// A book is all that content says, read but not yet set.
type book struct {
	content   fs.FS
	settings  settings
	facts     facts
	outline   outline
	finder    *find.Finder // nil where no language has its page
	finderRaw []byte       // as it stands, for the bundle
	languages []*language  // the root language first
}

// A language is what content says in one language.
type language struct {
	code     string
	frame    frame
	words    *words
	commands map[string]commandText
	sections map[string]string // titles of the guide's sections, by name
	pages    []*page
	finding  *finding // nil where the language has no such page
}

// rootLang is the language whose pages stand at the root, and which has every page.
const rootLang = "en"

func readBook(content fs.FS) (*book, error) {
	b := &book{content: content}
	var err error
	if b.settings, err = readSettings(content); err != nil {
		return nil, err
	}
	if b.facts, err = readFacts(content); err != nil {
		return nil, err
	}
	if b.outline, err = readOutline(content); err != nil {
		return nil, err
	}
	if _, err := fs.Stat(content, rootLang+"/"+findName+".md"); err == nil {
		if b.finder, b.finderRaw, err = find.Load(content); err != nil {
			return nil, err
		}
	}
	codes, err := languageCodes(content)
	if err != nil {
		return nil, err
	}
	for _, code := range codes {
		l, err := b.readLanguage(code)
		if err != nil {
			return nil, err
		}
		b.languages = append(b.languages, l)
	}
	if err := b.outline.check(b.root().pages); err != nil {
		return nil, err
	}
	return b, b.checkTranslations()
}

func (b *book) readLanguage(code string) (*language, error) {
	l := &language{code: code}
	var err error
	if l.frame, err = readFrame(b.content, code); err != nil {
		return nil, err
	}
	if l.words, err = readWords(b.content, code); err != nil {
		return nil, err
	}
	if l.commands, err = readCommands(b.content, code, b.facts); err != nil {
		return nil, err
	}
	if l.sections, err = readSections(b.content, code, b.outline); err != nil {
		return nil, err
	}
	if l.pages, err = readPages(b.content, code); err != nil {
		return nil, err
	}
	if l.page(findName) != nil && b.finder != nil {
		l.finding, err = readFinding(b.content, code, b.finder)
	}
	return l, err
}

// languageCodes returns the languages of the content, which are its folders
// with a frame.json: the root language, then the others by name.
func languageCodes(content fs.FS) ([]string, error) {
	frames, err := fs.Glob(content, "*/frame.json")
	if err != nil {
		return nil, err
	}
	codes := []string{rootLang}
	for _, name := range frames {
		if code := path.Dir(name); code != rootLang {
			codes = append(codes, code)
		}
	}
	if len(codes) > len(frames) {
		return nil, fmt.Errorf("content has no language %q; a language is a folder with a frame.json, as content/%s/frame.json", rootLang, rootLang)
	}
	return codes, nil
}

// checkTranslations makes sure that every page of another language is one of
// the root language too: addresses are made of the same names, and what is
// missing in a language is shown in the root's.
func (b *book) checkTranslations() error {
	for _, l := range b.languages[1:] {
		for _, p := range l.pages {
			if b.root().page(p.name) == nil {
				return fmt.Errorf("content/%s translates no page: there is no content/%s/%s.md", p.file, rootLang, p.name)
			}
		}
	}
	return nil
}

func (b *book) root() *language { return b.languages[0] }

// page returns the page of a name, or nil.
func (l *language) page(name string) *page {
	i := slices.IndexFunc(l.pages, func(p *page) bool { return p.name == name })
	if i < 0 {
		return nil
	}
	return l.pages[i]
}

// lookup returns a page in a language, or where that lacks it in the root's
// language, or nil.
func (b *book) lookup(l *language, name string) *page {
	if p := l.page(name); p != nil {
		return p
	}
	return b.root().page(name)
}
