package site

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// Folders that modules come from, by the names they have in the project.
const (
	assetsFolder  = "site/assets/"
	scriptsFolder = "wasm/"
	virtualPrefix = "fortyeight:"
)

// modules is all that a bundle can import. Modules are named by their path in
// the project ("site/assets/check/page.js"), so that errors name real files.
type modules struct {
	assets  fs.FS
	scripts fs.FS
	virtual map[string]module // by name: "fortyeight:words"
	early   string            // address of the file that has the loader; empty where a bundle has it inside
}

type module struct {
	contents string
	loader   api.Loader
}

// program is where a built program stands, as fortyeight:programs tells it.
type program struct {
	Wasm   string `json:"wasm"`
	Gzip   string `json:"gzip"`
	Worker string `json:"worker"`
	Bytes  int    `json:"bytes"` // length when unpacked, for an honest progress
}

func runtimeModule(source []byte) module {
	return module{string(source), api.LoaderJS}
}

// wordParts are the words that pages load with the part that says them, as
// fortyeight:words/sheet: the first parts of their keys. unsaid are the
// beginnings of those that no script says, but the command line or a view. All others are fortyeight:words.
var (
	wordParts = map[string][]string{
		"camera":     {"camera"},
		"sheet":      {"sheet"},
		"developers": {"developers"},
		"embed":      {"embed"},
		"element":    {"element"},
		"offline":    {"offline"},
		"onefile":    {"onefile"},
		"files":      {"files", "format", "kind", "match", "notice", "pairing", "row", "skipped"},
	}
	unsaid = []string{"answer.file-", "audit.", "check.", "download.", "read.", "scan."}
)

// partOf returns the name of the module that has the words of a key, or "" if no
// page says them.
func partOf(key string) string {
	for _, beginning := range unsaid {
		if strings.HasPrefix(key, beginning) {
			return ""
		}
	}
	topic, _, _ := strings.Cut(key, ".")
	for name, topics := range wordParts {
		if slices.Contains(topics, topic) {
			return "words/" + name
		}
	}
	return "words"
}

// withWords returns the modules and those of a language's words.
func (m modules) withWords(w *words) (modules, error) {
	parts := map[string]map[string]string{"words": {}}
	for name := range wordParts {
		parts["words/"+name] = map[string]string{}
	}
	for key, sentence := range w.said {
		if name := partOf(key); name != "" {
			parts[name][key] = sentence
		}
	}
	for name, part := range parts {
		data, err := json.Marshal(part) // sorted by key
		if err != nil {
			return m, err
		}
		m = m.with(name, module{string(data), api.LoaderJSON})
	}
	return m, nil
}

func programsModule(programs map[string]program) (module, error) {
	data, err := json.Marshal(programs) // sorted by name
	return module{string(data), api.LoaderJSON}, err
}

func finderModule(json []byte) module {
	return module{string(json), api.LoaderJSON}
}

// with returns the modules and one more virtual one, in the place of another of its name.
func (m modules) with(name string, one module) modules {
	all := map[string]module{}
	maps.Copy(all, m.virtual)
	all[virtualPrefix+name] = one
	m.virtual = all
	return m
}

// loaderScript is what earlyEntry has inside.
const loaderScript = scriptsFolder + "loader.js"

// withEarly returns the modules for a page that has the loader and the programs' places
// from a file built before.
func (m modules) withEarly(address string) modules {
	m = m.with("programs", module{`export { programs as default } from "` + address + `";`, api.LoaderJS})
	m.early = address
	return m
}

// resolve returns the project's name for an import.
func (m modules) resolve(args api.OnResolveArgs) (string, error) {
	name := args.Path
	switch args.Kind {
	case api.ResolveCSSImportRule:
		name = path.Join(path.Dir(args.Importer), name)
	case api.ResolveJSImportStatement, api.ResolveJSDynamicImport:
		if strings.HasPrefix(name, "./") || strings.HasPrefix(name, "../") {
			name = path.Join(path.Dir(args.Importer), name)
		}
	default:
		return "", fmt.Errorf("%q cannot be loaded from here; only import statements are bundled", name)
	}
	if _, known := m.virtual[name]; known ||
		strings.HasPrefix(name, assetsFolder) || strings.HasPrefix(name, scriptsFolder) {
		return name, nil
	}
	return "", fmt.Errorf("%q is nothing that can be imported here; import ./file.js, wasm/file.js or one of fortyeight:words, fortyeight:programs and the others that package site describes", args.Path)
}

// load returns the module of a name that resolve gave.
func (m modules) load(name string) (module, error) {
	if one, ok := m.virtual[name]; ok {
		return one, nil
	}
	loaders := map[string]api.Loader{".js": api.LoaderJS, ".css": api.LoaderCSS, ".json": api.LoaderJSON}
	loader, ok := loaders[path.Ext(name)]
	if !ok {
		return module{}, fmt.Errorf("%s is neither .js, .css nor .json", name)
	}
	folder, rest := m.assets, strings.TrimPrefix(name, assetsFolder)
	if inScripts, ok := strings.CutPrefix(name, scriptsFolder); ok {
		folder, rest = m.scripts, inScripts
	}
	data, err := fs.ReadFile(folder, rest)
	if err != nil {
		return module{}, fmt.Errorf("%s cannot be read: %w", name, err)
	}
	return module{string(data), loader}, nil
}

// plugin makes esbuild ask m for every module, so that it never looks at the
// disk.
func (m modules) plugin() api.Plugin {
	const namespace = "project"
	return api.Plugin{Name: "fortyeight", Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: `.*`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			if strings.HasPrefix(args.Path, "/"+assetsPlace) {
				return api.OnResolveResult{Path: args.Path, External: true}, nil // built before, and loaded as it is
			}
			name, err := m.resolve(args)
			if name == loaderScript && m.early != "" {
				return api.OnResolveResult{Path: m.early, External: true}, nil
			}
			return api.OnResolveResult{Path: name, Namespace: namespace}, err
		})
		build.OnLoad(api.OnLoadOptions{Filter: `.*`, Namespace: namespace}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			one, err := m.load(args.Path)
			return api.OnLoadResult{Contents: &one.contents, Loader: one.loader}, err
		})
	}}
}
