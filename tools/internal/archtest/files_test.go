package archtest

import (
	"strings"
	"testing"
)

// hackpadfs stands behind the file systems of every door: in the browser in one
// package, so that no other program gets it by accident.
const hackpadfs = "github.com/hack-pad/hackpadfs"

func TestOnlyTheFilesProgramHasFiles(t *testing.T) {
	for _, name := range []string{"./wasm/check", "./wasm/kit"} {
		if _, ok := dependencies(t, forBrowser, name)[hackpadfs]; ok {
			t.Errorf("%s depends on hackpadfs, which only the files program needs", name)
		}
	}
	for path, p := range dependencies(t, forBrowser, "./wasm/files") {
		switch {
		case path == hackpadfs, p.Standard, strings.HasPrefix(path, module+"/"):
		default:
			t.Errorf("./wasm/files depends on %s: what is not for reading files weighs on everybody who chooses one", path)
		}
	}
}

// What the files program is made of adds nothing heavy to what package keyfile
// brings; browserfs may name time, since io/fs does.
func TestTheFilesProgramAddsNothingHeavy(t *testing.T) {
	for _, p := range packages(t, forBrowser, "./wasm/files", "./wasm/bridge/files", "./wasm/browserfs") {
		for _, imported := range p.Imports {
			if imported == "time" && strings.HasSuffix(p.ImportPath, "/browserfs") {
				continue
			}
			if why := heavy[imported] + foreign[imported]; why != "" {
				t.Errorf("%s imports %s itself: %s", p.ImportPath, imported, why)
			}
		}
	}
}
