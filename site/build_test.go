package site

import (
	"bytes"
	"compress/gzip"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"fortyeight/content"
)

const smallGuideWords = `{"contents": "Contents", "section": "Section", "table": "Table", "note": "Note:", "careful": "Careful:", "previous": "Previous", "next": "Next", "around": "Around", "now": "Now", "check": "Check a key", "checkText": "Why", "holds": "Holds for", "admin": "Administrator", "shells": {"cmd": "Prompt", "powershell": "PowerShell"}, "prints": "Prints", "changes": "Changes", "copy": "Copy", "copied": "Copied", "copyFailed": "Not copied"}`

const smallHelp = `{"more": "More", "topics": {"group": {"question": "Q", "answer": "A"}, "shape": {"question": "Q", "answer": "A"}, "well-formed": {"question": "Q", "answer": "A"}, "other": {"question": "Q", "answer": "A"}, "matches": {"question": "Q", "answer": "A"}, "secret": {"question": "Q", "answer": "A"}}}`

const smallFront = `---
title: A small page
description: A page for tests.
reviewed: 2026-01-31
holds: Windows 11
sources:
- A source https://example.org/a
---
`

// wholeText has all that a page of the guide can hold.
const wholeText = "## First\n\n> **Note:** Read [this](/guide/small/#a-heading), then [](at:place).\n\n## Second {#two}\n\n" +
	"```command status\n```\n\n### Deeper\n\n![A box](drawing:box)\n\n## Third\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n| C | D | E? |\n|---|---|---|\n| 3 | 4 | |\n\n> **Careful:** Hot: `do -now` in `msFVE-RecoveryInformation`.\n"

// smallFiles is the least a site can be, by path in the project. Its words are
// the real ones, since the Check page asks for them.
func smallFiles() map[string]string {
	words, err := content.FS.ReadFile("words/en.json")
	if err != nil {
		panic(err)
	}
	return map[string]string{
		"content/site.json":           `{"address": "https://fortyeight.example"}`,
		"content/words/en.json":       string(words),
		"content/en/frame.json":       `{"dir": "ltr", "skip": "Skip", "nav": "Pages", "footer": "Foot", "footNav": "Feet", "foot": ["guide/whole"], "reviewed": "Reviewed", "sources": "Sources", "language": "English", "switch": "Language", "lacking": "Not here", "preview": "The mark", "help": ` + smallHelp + `, "guide": ` + smallGuideWords + `, "menu": [{"page": "check", "label": "Check"}, {"page": "guide", "label": "Guide"}]}`,
		"content/en/check.md":         smallFront + "## Below {#by-hand}\n",
		"content/en/404.md":           smallFront + "Nothing here.\n",
		"content/en/guide.md":         smallFront,
		"content/en/guide/small.md":   smallFront + "## A heading\n\nText with [a link](at:place).\n",
		"content/en/guide/whole.md":   strings.Replace(smallFront, "reviewed:", "next: guide/small, check\nreviewed:", 1) + wholeText,
		"content/en/guide.json":       `{"part": "The part"}`,
		"content/en/commands.json":    `{"status": {"does": "Says it.", "prints": "Words.", "changes": "Nothing."}}`,
		"content/guide.json":          `[{"section": "part", "pages": ["guide/small", "guide/whole"]}]`,
		"content/facts.json":          `{"addresses": {"place": {"address": "https://example.org/x"}}, "commands": {"status": {"run": "status <C:>\nnext", "shell": "cmd", "admin": true}}}`,
		"content/drawings/box.svg":    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><!-- a box --><rect class="d-line" width="20" height="10"/><text x="1" y="9">A &lt; B</text></svg>`,
		"site/assets/site.css":        `@import "./base/tokens.css"; .fe-page { color: var(--ink) }`,
		"site/assets/text.css":        `.fe-note { color: red }`,
		"site/assets/base/tokens.css": `:root { --ink: #123456 }`,
		"site/assets/guide/page.js":   `document.title = "copied"`,
		"site/assets/check/early.js":  `import programs from "fortyeight:programs"; export * from "wasm/loader.js"; export { programs }`,
		"site/assets/check/page.js":   `import words from "fortyeight:words"; import programs from "fortyeight:programs"; import {load} from "wasm/loader.js"; load(words["forget"], programs.check)`,
		"site/assets/offline/page.js": `import words from "fortyeight:offline"; document.title = words.en["offline.works"]`,
		"site/assets/offline/sw.js":   `import {files, headers, types} from "fortyeight:kept"; console.log(files, headers, types)`,
		"wasm/loader.js":              `export const load = (...all) => console.log(...all)`,
		"wasm/worker.js":              `import "fortyeight:runtime"; globalThis.ready = new Go()`,
	}
}

// inputOf makes an input of files; change holds files to add or, when empty,
// to take away.
func inputOf(change map[string]string) Input {
	files := smallFiles()
	maps.Copy(files, change)
	folders := map[string]fstest.MapFS{"content/": {}, "site/assets/": {}, "wasm/": {}}
	for name, text := range files {
		for prefix, folder := range folders {
			if rest, ok := strings.CutPrefix(name, prefix); ok && text != "" {
				folder[rest] = &fstest.MapFile{Data: []byte(text)}
			}
		}
	}
	return Input{
		Content: folders["content/"], Assets: folders["site/assets/"], Scripts: folders["wasm/"],
		Runtime:  []byte(`globalThis.Go = class {}`),
		Programs: map[string][]byte{"check": []byte("\x00asm small program"), "whole": []byte("\x00asm all programs")},
	}
}

func mustBuild(t *testing.T, in Input) *Output {
	t.Helper()
	out, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func mustFind(t *testing.T, out *Output, path string) string {
	t.Helper()
	data, ok := out.Find(path)
	if !ok {
		t.Fatalf("there is no %s; there are %v", path, paths(out))
	}
	return string(data)
}

func paths(out *Output) (all []string) {
	for _, f := range out.Files {
		all = append(all, f.Path)
	}
	return all
}

// hashed matches the hash in an asset's name.
var hashed = regexp.MustCompile(`\.[a-z2-7]{10}\.`)

func TestBuildWritesAllFiles(t *testing.T) {
	out := mustBuild(t, inputOf(nil))
	var got []string
	for _, path := range paths(out) {
		got = append(got, hashed.ReplaceAllString(path, ".HASH."))
	}
	slices.Sort(got) // the hashes are gone, and with them the order
	want := []string{
		"404.html", "apple-touch-icon.png",
		"assets/app.en.HASH.webmanifest", "assets/check.HASH.wasm", "assets/check.HASH.wasm.gz", "assets/check.en.HASH.js", "assets/early.HASH.js",
		"assets/guide.HASH.js", "assets/icon-192.HASH.png", "assets/icon-512.HASH.png", "assets/offline.HASH.js", "assets/preview.HASH.png", "assets/site.HASH.css", "assets/text.HASH.css", "assets/worker.HASH.js",
		"favicon.svg", "guide/index.html", "guide/small/index.html", "guide/whole/index.html", "hashes.txt", "index.html", "robots.txt", "sitemap.xml", "sw.js",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the files are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestSameInputSameBytes(t *testing.T) {
	first, second := mustBuild(t, inputOf(nil)), mustBuild(t, inputOf(nil))
	for i, f := range first.Files {
		if g := second.Files[i]; f.Path != g.Path || !bytes.Equal(f.Data, g.Data) {
			t.Errorf("%s differs between two builds of the same input", f.Path)
		}
	}
}

// esbuild looks for entry points and packages below the working folder unless
// it is kept from it.
func TestBuildDoesNotReadTheDisk(t *testing.T) {
	want := mustBuild(t, inputOf(nil))
	t.Chdir(t.TempDir())
	for name := range smallFiles() {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("not what the input holds"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got := mustBuild(t, inputOf(nil))
	for i, f := range want.Files {
		if g := got.Files[i]; f.Path != g.Path || !bytes.Equal(f.Data, g.Data) {
			t.Errorf("%s differs when a file of the same name lies in the working folder", f.Path)
		}
	}
}

func TestNamesChangeWithContent(t *testing.T) {
	before := mustBuild(t, inputOf(nil))
	in := inputOf(nil)
	in.Programs["check"] = []byte("\x00asm another program")
	after := mustBuild(t, in)
	changed := 0
	for _, path := range paths(before) {
		if _, ok := after.Find(path); !ok {
			changed++
		}
	}
	// The program, its copy, the script that names them, and the one that names
	// that. The service worker keeps its name.
	if changed != 4 {
		t.Errorf("%d names changed with the program; want 4", changed)
	}
}

func TestScriptKnowsWordsAndPrograms(t *testing.T) {
	out := mustBuild(t, inputOf(nil))
	page := mustFind(t, out, "index.html")
	script := regexp.MustCompile(`<script type="module" src="/(assets/check\.en\.[^"]+\.js)"></script>`).FindStringSubmatch(page)
	if script == nil {
		t.Fatalf("the front page loads no module script:\n%s", page)
	}
	code := mustFind(t, out, script[1])
	first := regexp.MustCompile(`<script type="module" async src="/(assets/early\.[^"]+\.js)"`).FindStringSubmatch(page)
	if first == nil || !strings.Contains(code, first[1]) {
		t.Fatalf("the front page does not load first what its script imports:\n%s", page)
	}
	early := mustFind(t, out, first[1])
	words, err := content.Words("en")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(code, words["forget"]) {
		t.Errorf("the script lacks the page's words:\n%s", code)
	}
	for _, path := range paths(out) {
		if strings.Contains(path, ".wasm") || strings.Contains(path, "worker") {
			if !strings.Contains(early, `"/`+path+`"`) {
				t.Errorf("the first script does not name /%s:\n%s", path, early)
			}
		}
	}
	if text := mustFind(t, out, "guide/small/index.html"); strings.Count(text, "<script") != 1 || !strings.Contains(text, `src="/assets/offline.`) {
		t.Error("a page of text loads more than the script that keeps it for use without network, or not that")
	}
}

func TestPackedProgramUnpacks(t *testing.T) {
	in := inputOf(nil)
	packed, err := pack(in.Programs["check"])
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if !r.ModTime.IsZero() || r.Name != "" {
		t.Errorf("the packed copy names time %v and file %q; its bytes would change by themselves", r.ModTime, r.Name)
	}
	if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, in.Programs["check"]) {
		t.Errorf("the packed copy unpacks to %q, %v", got, err)
	}
}

func TestAddressStandsInOnePlace(t *testing.T) {
	out := mustBuild(t, inputOf(map[string]string{"content/site.json": `{"address": "https://other.example"}`}))
	for path, want := range map[string]string{
		"index.html":             `<link rel="canonical" href="https://other.example/">`,
		"guide/small/index.html": `<link rel="canonical" href="https://other.example/guide/small/">`,
		"sitemap.xml":            `<loc>https://other.example/guide/small/</loc><lastmod>2026-01-31</lastmod>`,
		"robots.txt":             `Sitemap: https://other.example/sitemap.xml`,
	} {
		if text := mustFind(t, out, path); !strings.Contains(text, want) {
			t.Errorf("%s lacks %s:\n%s", path, want, text)
		}
	}
	if text := mustFind(t, out, "404.html"); strings.Contains(text, "canonical") || !strings.Contains(text, `content="noindex"`) {
		t.Error("404.html names a canonical address or may be indexed; it is shown under every wrong address")
	}
	if text := mustFind(t, out, "sitemap.xml"); strings.Contains(text, "404") {
		t.Error("sitemap.xml lists the page for addresses that lead nowhere")
	}
}

func TestAnotherLanguageStandsInItsFolder(t *testing.T) {
	files := smallFiles()
	out := mustBuild(t, inputOf(map[string]string{
		"content/words/de.json":     files["content/words/en.json"],
		"content/de/frame.json":     strings.ReplaceAll(files["content/en/frame.json"], "Skip", "Weiter"),
		"content/de/check.md":       smallFront,
		"content/de/guide.md":       smallFront,
		"content/de/guide.json":     files["content/en/guide.json"],
		"content/de/commands.json":  `{}`,
		"content/de/guide/small.md": smallFront,
	}))
	page := mustFind(t, out, "de/index.html")
	for _, want := range []string{`<html lang="de" dir="ltr"`, "Weiter", `href="/de/guide/"`, "/assets/check.de."} {
		if !strings.Contains(page, want) {
			t.Errorf("the German front page lacks %s:\n%s", want, page)
		}
	}
}
