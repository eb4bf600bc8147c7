package archtest

import (
	"slices"
	"strings"
	"testing"
)

// A direction says what the packages of a folder may import of ours.
type direction struct {
	folder string
	may    []string
	why    string
}

var directions = []direction{
	{"keyformat", []string{"keyformat"},
		"the field knows nothing of how it is shown, delivered or run, so that anybody can use it anywhere"},
	{"content", nil,
		"content is data; data depends on nobody"},
	{"site", []string{"site", "keyformat"},
		"the site is a pure function of what it is given: programs, scripts and content reach it as values, so that it builds and is tested without compiling anything"},
	{"wasm", []string{"wasm", "keyformat"},
		"what a program imports, every visitor downloads: it needs the field and the way to JavaScript, nothing else"},
	{"tools", []string{"tools", "site", "keyformat", "content", "wasm"},
		"tools tie everything together, so they may know everything; nothing may know them, for they touch disk and network"},
}

// inTests is what tests may import besides: the real content is the best thing
// to test with, and the vectors are for everybody.
var inTests = []string{"content", "keyformat/keytest"}

func TestImportsPointOneWay(t *testing.T) {
	seen := map[string]bool{}
	// Files for the browser and native files are different files of one package.
	for _, env := range []environment{native, forBrowser} {
		for _, p := range packages(t, env, "./...") {
			d := directionOf(t, p)
			seen[d.folder] = true
			for _, imported := range ours(p.Imports) {
				if !within(imported, d.may) {
					t.Errorf("%s imports %s (%s): %s may import only %q of ours, because %s",
						p.ImportPath, imported, env.name, d.folder, d.may, d.why)
				}
			}
			for _, imported := range ours(append(p.TestImports, p.XTestImports...)) {
				if !within(imported, append(slices.Clone(d.may), inTests...)) {
					t.Errorf("a test of %s imports %s (%s): its tests may import only %q and %q of ours, because %s",
						p.ImportPath, imported, env.name, d.may, inTests, d.why)
				}
			}
		}
	}
	for _, d := range directions {
		if !seen[d.folder] {
			t.Errorf("there is no package in %s, so its rule says nothing", d.folder)
		}
	}
}

func directionOf(t *testing.T, p pkg) direction {
	t.Helper()
	for _, d := range directions {
		if within(local(p.ImportPath), []string{d.folder}) {
			return d
		}
	}
	t.Fatalf("%s stands in a folder that no rule knows: give it a direction here, with the reason", p.ImportPath)
	return direction{}
}

// ours returns those of the imports that are of this module, from its root.
func ours(imports []string) []string {
	var found []string
	for _, path := range imports {
		if strings.HasPrefix(path, module+"/") {
			found = append(found, local(path))
		}
	}
	return found
}

// within reports whether a path is one of the folders or below one.
func within(path string, folders []string) bool {
	return slices.ContainsFunc(folders, func(folder string) bool {
		return path == folder || strings.HasPrefix(path, folder+"/")
	})
}

func local(importPath string) string { return strings.TrimPrefix(importPath, module+"/") }
