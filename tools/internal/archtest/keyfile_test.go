package archtest

import (
	"slices"
	"strings"
	"testing"
)

// The reader of key files goes into a program for the browser as well, but not
// into the one that the first verdict waits for: so it may use context, io/fs
// and compress/flate, which bring some of what is heavy, and imports none of it
// itself. What only some files need stands in packages of its own.
func TestKeyFilesStayLight(t *testing.T) {
	for _, name := range []string{"keyfile", "keyfile/legacy", "keyfile/office", "keyfile/pdf"} {
		p := packages(t, forBrowser, "./keyformat/"+name)[0]
		for path, why := range heavy {
			if slices.Contains(p.Imports, path) {
				t.Errorf("%s imports %s: %s", name, path, why)
			}
		}
		for path, why := range foreign {
			if slices.Contains(p.Imports, path) {
				t.Errorf("%s imports %s: %s", name, path, why)
			}
		}
		for path, p := range dependencies(t, forBrowser, "./keyformat/"+name) {
			if !p.Standard && !strings.HasPrefix(path, module+"/") {
				t.Errorf("%s depends on %s: the browser has encodings built in, and charset has them for everybody else", name, path)
			}
		}
	}
	core := dependencies(t, forBrowser, "./keyformat/keyfile")
	for _, name := range []string{"office", "pdf", "legacy", "charset"} {
		if _, ok := core[module+"/keyformat/keyfile/"+name]; ok {
			t.Errorf("keyfile depends on %s, which only some files need: the caller plugs it in", name)
		}
	}
}
