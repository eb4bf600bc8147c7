package site

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// Entry points of the bundles.
const (
	styleEntry  = assetsFolder + "site.css"
	scriptEntry = assetsFolder + "check/page.js"
	guideEntry  = assetsFolder + "guide/page.js"
	workerEntry = scriptsFolder + "worker.js"
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
	// The entry is imported by a text of one line. As an entry point of esbuild's
	// own it would first be looked for on the disk, below the working folder.
	start := api.StdinOptions{Contents: fmt.Sprintf("import %q", entry), Loader: api.LoaderJS}
	if path.Ext(entry) == ".css" {
		start = api.StdinOptions{Contents: fmt.Sprintf("@import %q;", entry), Loader: api.LoaderCSS}
	}
	result := api.Build(api.BuildOptions{
		Stdin:             &start,
		Bundle:            true,
		Outfile:           "out", // names nothing; esbuild wants one
		Platform:          api.PlatformBrowser,
		Format:            format,
		Engines:           browsers,
		Charset:           api.CharsetUTF8,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		LegalComments:     api.LegalCommentsNone,
		LogLevel:          api.LogLevelSilent,
		TsconfigRaw:       "{}", // else esbuild looks for one
		Plugins:           []api.Plugin{m.plugin()},
	})
	// A warning has nobody who would read it, and is always worth a correction.
	if problems := append(result.Errors, result.Warnings...); len(problems) > 0 {
		return nil, bundleError(problems)
	}
	if len(result.OutputFiles) != 1 {
		return nil, fmt.Errorf("the bundle of %s has %d files and may have one; import style sheets from site.css only", entry, len(result.OutputFiles))
	}
	return result.OutputFiles[0].Contents, nil
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
