package site

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
	"testing"
)

// The list has what works without network, each file as it is sent, and nothing
// else.
func TestKeptFiles(t *testing.T) {
	out := buildReal(t)
	list := out.keep()
	for _, test := range []struct {
		address string
		kept    bool
		reason  string
	}{
		{"/", true, "the Check page"},
		{"/de/guide/typing/", true, "a page in another language"},
		{"/embed/", true, "the frame, which the page for developers shows"},
		{"/embed/v1/fortyeight.js", true, "the element, for the same"},
		{"/favicon.svg", true, "an icon"},
		{"/embed/v1/module/check.wasm", false, "there to be taken elsewhere"},
		{"/404.html", false, "without network nobody knows what leads nowhere"},
		{"/licences.txt", true, "the licences of what is kept"},
		{"/hashes.txt", false, "it has the service worker's hash in it"},
		{"/fortyeight.html", false, "there to be taken elsewhere"},
		{"/robots.txt", false, "for search engines"},
		{"/sw.js", false, "the browser keeps it by itself"},
		{"/index.html", false, "the page has one address"},
	} {
		if _, kept := list.Files[test.address]; kept != test.kept {
			t.Errorf("%s is kept: %v, want %v: %s", test.address, kept, test.kept, test.reason)
		}
	}
	programs := 0
	for address, kept := range list.Files {
		path := strings.TrimPrefix(address, "/")
		if strings.HasSuffix(address, "/") {
			path += "index.html"
		}
		sum := sha256.Sum256([]byte(mustFind(t, out, path)))
		if kept.Sum != hex.EncodeToString(sum[:]) {
			t.Errorf("%s has another sum than its content", address)
		}
		want := out.Headers.For(address)
		if got := list.Headers[kept.Headers]; len(got) != len(want) {
			t.Errorf("%s has %d headers, want %d", address, len(got), len(want))
		}
		for _, h := range want {
			if got := list.Headers[kept.Headers][h.Name]; got != h.Value {
				t.Errorf("%s has %s: %s, want %s", address, h.Name, got, h.Value)
			}
		}
		extension := path[strings.LastIndexByte(path, '.'):]
		if list.Types[extension] != TypeOf(path) {
			t.Errorf("%s is of the type %q, want %q", address, list.Types[extension], TypeOf(path))
		}
		if extension == ".wasm" {
			programs++
		}
		if extension == ".gz" {
			t.Errorf("%s is kept, and its program already is", address)
		}
	}
	if programs == 0 {
		t.Error("no program is kept")
	}
}

// Whatever a kept file names is kept too, but for the packed copies of programs.
func TestKeptFilesNeedNoOthers(t *testing.T) {
	out := buildReal(t)
	list := out.keep()
	named, found := regexp.MustCompile(`/assets/[\w.-]+\.\w+`), 0
	for _, f := range out.Files {
		address := "/" + strings.TrimSuffix(f.Path, "index.html")
		if _, kept := list.Files[address]; !kept || strings.HasSuffix(f.Path, ".wasm") || strings.HasSuffix(f.Path, ".png") {
			continue
		}
		for _, name := range named.FindAllString(string(f.Data), -1) {
			found++
			if _, kept := list.Files[name]; !kept && !strings.HasSuffix(name, ".gz") {
				t.Errorf("%s names %s, which is not kept", address, name)
			}
		}
	}
	if found == 0 {
		t.Error("no file names another; this test looks for /assets/…")
	}
}

// A browser takes a service worker for new when a byte of it is.
func TestServiceWorkerChangesWithAnyFile(t *testing.T) {
	before := mustFind(t, mustBuild(t, inputOf(nil)), "sw.js")
	if again := mustFind(t, mustBuild(t, inputOf(nil)), "sw.js"); again != before {
		t.Error("the service worker differs between two builds of the same input")
	}
	for name, change := range map[string]map[string]string{
		"a word of a page":    {"content/en/guide/small.md": smallFront + "## A heading\n\nText with [another link](at:place).\n"},
		"the style sheet":     {"site/assets/site.css": `.fe-page { color: red }`},
		"its own source":      {"site/assets/offline/sw.js": `import {files, headers, types} from "fortyeight:kept"; console.info(files, headers, types)`},
		"a word that is said": {"content/words/en.json": strings.Replace(smallFiles()["content/words/en.json"], "Works without network", "Works offline", 1)},
	} {
		after := mustFind(t, mustBuild(t, inputOf(change)), "sw.js")
		if after == before {
			t.Errorf("%s has changed, and the service worker has not", name)
		}
	}
}

// The frame for other sites, the page that is one file, and the one for addresses
// that lead nowhere keep nothing; every other page says when it works without network.
func TestWhichPagesKeep(t *testing.T) {
	for _, f := range buildReal(t).Files {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		keeps := !strings.HasPrefix(f.Path, "embed/") && strings.HasSuffix(f.Path, "index.html")
		if got := strings.Contains(string(f.Data), `js-offline"><`); got != keeps {
			t.Errorf("%s says when it works without network: %v, want %v", f.Path, got, keeps)
		}
	}
}
