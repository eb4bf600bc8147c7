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
	css, err := m.bundle(styleEntry, api.FormatDefault)
	if err != nil {
		return nil, err
	}
	assets, icons, err := out.addShared(m, css)
	if err != nil {
		return nil, err
	}
	worker, err := m.with("runtime", runtimeModule(in.Runtime)).bundle(workerEntry, api.FormatIIFE)
	if err != nil {
		return nil, err
	}
	programs, err := out.addPrograms(in, worker)
	if err != nil {
		return nil, err
	}
	where, err := programsModule(programs)
	if err != nil {
		return nil, err
	}
	m = m.with("programs", where)
	offline, err := book.offlineWords()
	if err != nil {
		return nil, err
	}
	m = m.with("offline", offline)
	if assets.Offline, err = out.addOffline(m); err != nil {
		return nil, err
	}
	m = m.with("keeping", keepingModule(assets.Offline))

	one, err := newOneFile(in, book, m, css, worker)
	if err != nil {
		return nil, err
	}
	early, err := m.library(earlyEntry)
	if err != nil {
		return nil, err
	}
	earlyAddress := out.add(assetPath("early", ".js", early), early)
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
	var embedded element
	if book.root().page("embed") != nil {
		words, err := m.withWords(book.root().words)
		if err != nil {
			return nil, err
		}
		if embedded, err = out.addElement(words); err != nil {
			return nil, err
		}
		if err := out.addModule(in, m, worker); err != nil {
			return nil, err
		}
	}
	var file *view.Download
	for _, l := range book.languages {
		pr := &press{file: file, book: book, in: in, element: embedded, language: l, assets: assets, icons: icons, scripts: scripts{early: earlyAddress, guide: "/" + guidePath, find: find}}
		if err := out.addLanguage(m, one, pr); err != nil {
			return nil, err
		}
		if file == nil {
			file = pr.file // the root's, for languages without one
		}
		copied = copied || pr.copied
	}
	if copied {
		out.add(guidePath, guide)
	}
	if in.Licences != nil {
		out.add(licencesPlace, in.Licences)
	}
	if err := out.addServiceWorker(m); err != nil {
		return nil, err
	}
	out.addSearch(book)
	return out, out.finish()
}

// addShared writes what pages of all languages load.
func (o *Output) addShared(m modules, css []byte) (assets view.Assets, icons []manifestIcon, err error) {
	text, err := m.bundle(textEntry, api.FormatDefault)
	if err != nil {
		return assets, nil, err
	}
	assets.CSS = o.add(assetPath("site", ".css", css), css)
	assets.TextCSS = o.add(assetPath("text", ".css", text), text)
	icons, err = o.addIcons(&assets)
	return assets, icons, err
}

// addLanguage writes the script and the pages of one language.
func (o *Output) addLanguage(m modules, one *oneFile, pr *press) error {
	m, err := m.withEarly(pr.scripts.early).withWords(pr.words)
	if err != nil {
		return err
	}
	if pr.assets.Manifest, err = o.addManifest(pr); err != nil {
		return err
	}
	if pr.scripts.check, pr.scripts.ahead, err = o.addSplit(m, scriptEntry, "check."+pr.code); err != nil {
		return err
	}
	if pr.page("developers") != nil {
		script, err := m.bundle(developersEntry, api.FormatESModule)
		if err != nil {
			return err
		}
		pr.scripts.developers = o.add(assetPath("developers."+pr.code, ".js", script), script)
	}
	if pr.page("embed") != nil {
		if pr.scripts.embed, _, err = o.addSplit(m, embedEntry, "embed."+pr.code); err != nil {
			return err
		}
	}
	if p := pr.page(fileName); p != nil {
		// Before the pages that tell its hash.
		if err := o.addFile(one, pr, p); err != nil {
			return err
		}
	}
	for _, p := range pr.pages {
		if p.kind == filePage {
			continue
		}
		html, err := pr.render(p)
		if err != nil {
			return err
		}
		o.add(p.output, html)
	}
	return nil
}

// addSplit writes a script in parts, and returns its address and those of the
// parts that it cannot do without.
func (o *Output) addSplit(m modules, entry, name string) (address string, ahead []string, err error) {
	script, err := m.split(entry)
	if err != nil {
		return "", nil, err
	}
	for _, p := range script.parts {
		o.addOnce(assetsPlace+p.name, p.data) // languages and pages share those that are the same
	}
	return o.add(assetPath(name, ".js", script.entry), script.entry), script.ahead, nil
}
