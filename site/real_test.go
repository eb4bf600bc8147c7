package site

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"fortyeight/content"
)

// buildReal builds the site as it is, but with stand-ins for the runtime and
// the program, which take seconds to compile and which no page looks into.
func buildReal(t *testing.T) *Output {
	t.Helper()
	program := []byte("\x00asm\x01\x00\x00\x00")
	out, err := Build(Input{
		Content:  content.FS,
		Assets:   Assets(),
		Scripts:  os.DirFS("../wasm"),
		Runtime:  []byte("globalThis.fs = {}; globalThis.Go = class {};"),
		Programs: map[string][]byte{"check": program, "kit": program, "files": program, "camera": program, "whole": program},
		Licences: []byte("other people's code"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestRealSiteIsSound(t *testing.T) {
	for _, problem := range walkSite(buildReal(t)) {
		t.Error(problem)
	}
}

// headers.go lists the paths of pages one by one; a page that is missing there
// would be cached as each host likes.
func TestEveryFileHasItsCaching(t *testing.T) {
	out := buildReal(t)
	for _, f := range out.Files {
		path, want := "/"+strings.TrimSuffix(f.Path, "index.html"), "no-cache"
		if strings.HasPrefix(f.Path, "assets/") {
			want = "public, max-age=31536000, immutable"
		}
		got, policed := "", false
		for _, h := range out.Headers.For(path) {
			if h.Name == "Cache-Control" {
				got = h.Value
			}
			policed = policed || h.Name == "Content-Security-Policy"
		}
		if !policed {
			t.Errorf("%s has no Content-Security-Policy; add its path to plainPaths in headers.go", path)
		}
		if got != want {
			t.Errorf("%s has Cache-Control %q, want %q; add its path to plainPaths in headers.go", path, got, want)
		}
	}
}

// Readers without JavaScript get the check by hand; it must hold the rule.
func TestCheckPageStandsWithoutScripts(t *testing.T) {
	page, ok := buildReal(t).Find("index.html")
	if !ok {
		t.Fatal("the site has no front page")
	}
	for _, want := range []string{`id="by-hand"`, "042647", "720885", `id="where"`, `id="key-id"`} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the front page lacks %s", want)
		}
	}
}

// Each question that the checker answers in place leads on to a page that
// opens beside it, since leaving clears the key. The script knows the topics.
func TestHelpLeadsOn(t *testing.T) {
	page, ok := buildReal(t).Find("index.html")
	if !ok {
		t.Fatal("the site has no front page")
	}
	script := assetsOf(t, ".js")["check/help.js"] + assetsOf(t, ".js")["check/page.js"]
	for _, topic := range helpPages {
		if want := `href="/` + topic.page + `/" target="_blank"`; !strings.Contains(string(page), want) {
			t.Errorf("the front page lacks %s, which says more of %q", want, topic.topic)
		}
		if !strings.Contains(script, `"`+topic.topic+`"`) {
			t.Errorf("no script shows the help on %q", topic.topic)
		}
	}
}

// An address or a command that no page names would be kept up for nobody.
func TestFactsAreUsed(t *testing.T) {
	f, err := readFacts(content.FS)
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	err = fs.WalkDir(content.FS, rootLang, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(name, "/commands.json") {
			return err
		}
		data, err := fs.ReadFile(content.FS, name)
		said.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range f.Addresses {
		if !strings.Contains(said.String(), atScheme+name+")") && !strings.Contains(said.String(), `"`+name+`"`) {
			t.Errorf("no page leads to the address %q of content/facts.json", name)
		}
	}
	for name := range f.Commands {
		if !strings.Contains(said.String(), "```command "+name+"\n") && !strings.Contains(said.String(), `"`+name+`"`) {
			t.Errorf("no page shows the command %q of content/facts.json", name)
		}
	}
}
