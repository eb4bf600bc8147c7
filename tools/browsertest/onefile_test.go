package browsertest

import (
	"os"
	"path/filepath"
	"testing"

	"fortyeight/tools/internal/engine"
)

// fileOf writes the page in one file of a language to a folder, as people
// keep it, and returns its address.
func fileOf(t *testing.T, name string) string {
	t.Helper()
	data, ok := built.Site.Find(name)
	if !ok {
		t.Fatalf("the build has no %s", name)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}

func TestOneFileInEveryEngine(t *testing.T) {
	engine.Each(t, func(t *testing.T, name engine.Name) {
		page := engine.Open(t, name)
		page.Size(360, 640)
		page.Go(fileOf(t, "fortyeight.html"))
		page.Do(`addEventListener("securitypolicyviolation", (event) => (window.refused ??= []).push(event.violatedDirective + " " + event.blockedURI))`)
		page.Click("#key")
		page.Type(sample)
		page.Wait(shows(".js-verdict .js-title", say("answer.key-well-formed.title")))
		t.Log(engine.Eval[string](page, `JSON.stringify([origin, location.protocol, isSecureContext, typeof navigator.mediaDevices, performance.getEntriesByType("resource").map((e) => e.name)])`))
	})
}
