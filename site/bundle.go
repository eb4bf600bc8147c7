package site

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// Entry points of the bundles.
const (
	styleEntry      = assetsFolder + "site.css"
	textEntry       = assetsFolder + "text.css"
	scriptEntry     = assetsFolder + "check/page.js"
	embedEntry      = assetsFolder + "embed/page.js"
	elementEntry    = assetsFolder + "element/fortyeight.js"
	developersEntry = assetsFolder + "developers/page.js"
	classEntry      = assetsFolder + "element/element.js"
	guideEntry      = assetsFolder + "guide/page.js"
	findEntry       = assetsFolder + "find/page.js"
	offlineEntry    = assetsFolder + "offline/page.js"
	workerOffline   = assetsFolder + "offline/sw.js"
	workerEntry     = scriptsFolder + "worker.js"
	earlyEntry      = assetsFolder + "check/early.js"
)

// browsers are the oldest ones that bundles are written for: those of autumn
// 2021, the first with all that the pages cannot do without. Newer syntax is
// rewritten for them.
var browsers = []api.Engine{
	{Name: api.EngineChrome, Version: "94"},
	{Name: api.EngineFirefox, Version: "93"},
	{Name: api.EngineSafari, Version: "15"},
	{Name: api.EngineIOS, Version: "15"},
}

// bundle builds one entry point and all it imports into one minified file.
func (m modules) bundle(entry string, format api.Format) ([]byte, error) {
	files, err := m.build(start(entry), api.BuildOptions{Format: format, Outfile: "out"}) // names nothing; esbuild wants one
	if err != nil {
		return nil, err
	}
	if len(files) != 1 {
		return nil, fmt.Errorf("the bundle of %s has %d files and may have one; import style sheets from site.css and text.css only", entry, len(files))
	}
	return files[0].Contents, nil
}

// library builds one entry point and all it imports into one module for others to
// import: what the entry exports is exported.
func (m modules) library(entry string) ([]byte, error) {
	all := &api.StdinOptions{Contents: fmt.Sprintf("export * from %q", entry), Loader: api.LoaderJS}
	files, err := m.build(all, api.BuildOptions{Format: api.FormatESModule, Outfile: "out"})
	if err != nil {
		return nil, err
	}
	return files[0].Contents, nil
}

// A split is a bundle in parts: what a page loads at once, and what it loads
// when somebody wants it. Each import(…) in the sources begins a later part.
type split struct {
	entry []byte
	ahead []string // names of parts that the entry cannot do without
	parts []part
}

// A part stands beside the entry under its name, which has a hash in it.
type part struct {
	name string
	data []byte
}

// split builds one entry point and all it imports into parts.
func (m modules) split(entry string) (split, error) {
	files, err := m.build(start(entry), api.BuildOptions{
		Format: api.FormatESModule, Splitting: true, Outdir: "/",
		ChunkNames: "[name].[hash]", PublicPath: "/" + assetsPlace,
	})
	if err != nil {
		return split{}, err
	}
	var all split
	for _, f := range files {
		if name := path.Base(f.Path); name == "stdin.js" {
			all.entry = f.Contents
		} else {
			all.parts = append(all.parts, part{name, f.Contents})
		}
	}
	for _, p := range all.parts {
		if bytes.Contains(all.entry, []byte(`from"/`+assetsPlace+p.name)) {
			all.ahead = append(all.ahead, "/"+assetsPlace+p.name)
		}
	}
	return all, nil
}

// start is a text of one line that imports an entry point. As an entry point of
// esbuild's own it would first be looked for on the disk, below the working
// folder.
func start(entry string) *api.StdinOptions {
	if path.Ext(entry) == ".css" {
		return &api.StdinOptions{Contents: fmt.Sprintf("@import %q;", entry), Loader: api.LoaderCSS}
	}
	return &api.StdinOptions{Contents: fmt.Sprintf("import %q", entry), Loader: api.LoaderJS}
}

// build bundles what a text imports.
func (m modules) build(text *api.StdinOptions, options api.BuildOptions) ([]api.OutputFile, error) {
	options.Stdin = text
	options.Bundle = true
	options.Platform = api.PlatformBrowser
	options.Engines = browsers
	options.Charset = api.CharsetUTF8
	options.MinifyWhitespace = true
	options.MinifyIdentifiers = true
	options.MinifySyntax = true
	options.LegalComments = api.LegalCommentsNone
	options.LogLevel = api.LogLevelSilent
	options.TsconfigRaw = "{}" // else esbuild looks for one
	options.Plugins = []api.Plugin{m.plugin()}
	result := api.Build(options)
	// A warning has nobody who would read it, and is always worth a correction.
	if problems := append(result.Errors, result.Warnings...); len(problems) > 0 {
		return nil, bundleError(problems)
	}
	return result.OutputFiles, nil
}

// startName is what esbuild calls the line that imports the entry point: no
// file that anybody could correct.
const startName = "<stdin>"

// bundleError joins esbuild's messages, one a line, each with its place.
func bundleError(messages []api.Message) error {
	var all []error
	for _, m := range messages {
		place := ""
		if at := m.Location; at != nil && at.File != startName {
			place = fmt.Sprintf("%s:%d:%d: ", strings.TrimPrefix(at.File, "project:"), at.Line, at.Column+1)
		}
		all = append(all, errors.New(place+m.Text))
	}
	return errors.Join(all...)
}
