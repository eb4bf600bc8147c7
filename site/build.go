package site

import (
	"github.com/evanw/esbuild/pkg/api"

	"fortyeight/site/view"
)

// Build renders the site. It reads only in and writes nothing: the same input
// gives the same bytes. Files that others name come first: the worker names
// nothing, the scripts name worker and programs, and the pages name all.
func Build(in Input) (*Output, error) {
	settings, err := readSettings(in.Content)
	if err != nil {
		return nil, err
	}
	langs, err := languages(in.Content)
	if err != nil {
		return nil, err
	}
	out, m := &Output{}, modules{assets: in.Assets, scripts: in.Scripts}
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

	var pages []*page
	for _, lang := range langs {
		pr := &press{lang: lang, address: settings.Address, assets: assets}
		if err := out.addLanguage(in, m, pr); err != nil {
			return nil, err
		}
		pages = append(pages, pr.pages...)
	}
	out.addSearch(settings.Address, pages)
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
func (o *Output) addLanguage(in Input, m modules, pr *press) error {
	var err error
	if pr.words, err = readWords(in.Content, pr.lang); err != nil {
		return err
	}
	if pr.frame, err = readFrame(in.Content, pr.lang); err != nil {
		return err
	}
	if pr.pages, err = readPages(in.Content, pr.lang); err != nil {
		return err
	}
	script, err := m.with("words", wordsModule(pr.words.json)).bundle(scriptEntry, api.FormatESModule)
	if err != nil {
		return err
	}
	pr.assets.Script = o.add(assetPath("check."+pr.lang, ".js", script), script)
	for _, p := range pr.pages {
		html, err := pr.render(p)
		if err != nil {
			return err
		}
		o.add(p.output, html)
	}
	return nil
}
