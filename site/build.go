package site

import (
	"github.com/evanw/esbuild/pkg/api"

	"fortyeight/site/view"
)

// Build renders the site. It reads only in and writes nothing: the same input
// gives the same bytes. Files that others name come first: the worker names
// nothing, the scripts name worker and programs, and the pages name all.
func Build(in Input) (*Output, error) {
	book, err := readBook(in.Content)
	if err != nil {
		return nil, err
	}
	out, m := &Output{Headers: headersOf(book.settings)}, modules{assets: in.Assets, scripts: in.Scripts}
	assets, err := out.addShared(m)
	if err != nil {
		return nil, err
	}
	programs, err := out.addPrograms(in, m)
	if err != nil {
		return nil, err
	}
	where, err := programsModule(programs)
	if err != nil {
		return nil, err
	}
	m = m.with("programs", where)

	guide, err := m.bundle(guideEntry, api.FormatESModule)
	if err != nil {
		return nil, err
	}
	find := ""
	if book.finder != nil {
		script, err := m.with("finder", finderModule(book.finderRaw)).bundle(findEntry, api.FormatESModule)
		if err != nil {
			return nil, err
		}
		find = out.add(assetPath("find", ".js", script), script)
	}
	guidePath, copied := assetPath("guide", ".js", guide), false
	for _, l := range book.languages {
		pr := &press{book: book, language: l, assets: assets, scripts: scripts{guide: "/" + guidePath, find: find}}
		if err := out.addLanguage(m, pr); err != nil {
			return nil, err
		}
		copied = copied || pr.copied
	}
	if copied {
		out.add(guidePath, guide)
	}
	out.addSearch(book)
	return out, out.finish()
}

// addShared writes what every page loads.
func (o *Output) addShared(m modules) (view.Assets, error) {
	var assets view.Assets
	css, err := m.bundle(styleEntry, api.FormatDefault)
	if err != nil {
		return assets, err
	}
	assets.CSS = o.add(assetPath("site", ".css", css), css)
	return assets, o.addIcons(&assets)
}

// addLanguage writes the script and the pages of one language.
func (o *Output) addLanguage(m modules, pr *press) error {
	m, err := m.withWords(pr.words)
	if err != nil {
		return err
	}
	script, err := m.split(scriptEntry)
	if err != nil {
		return err
	}
	pr.scripts.check = o.add(assetPath("check."+pr.code, ".js", script.entry), script.entry)
	pr.scripts.ahead = script.ahead
	for _, p := range script.parts {
		o.addOnce(assetsPlace+p.name, p.data) // languages share those without words
	}
	for _, p := range pr.pages {
		html, err := pr.render(p)
		if err != nil {
			return err
		}
		o.add(p.output, html)
	}
	return nil
}
