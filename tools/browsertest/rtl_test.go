package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http/httptest"
	"os"
	"path"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"fortyeight/content"
	whole "fortyeight/site"
	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/wasmbuild"
	"fortyeight/tools/internal/webserver"
	"fortyeight/wasm"
)

// mirrored is a language that nobody writes: English with the letters of
// another script, from right to left. What holds for it holds for Arabic,
// Hebrew and Persian, before anybody has translated a word.
const mirrored = "ar-xb"

// otherLetters are as many Hebrew letters as the Latin alphabet has.
const otherLetters = "אבגדהוזחטיכלמנסעפצקרשתםןךץ"

// mirror gives a sentence the letters of the other script, but for its places.
func mirror(sentence string) string {
	letters := []rune(otherLetters)
	var b strings.Builder
	inPlace := false
	for _, r := range sentence {
		switch {
		case r == '{' || r == '}':
			inPlace = r == '{'
		case inPlace:
		case r >= 'a' && r <= 'z':
			r = letters[r-'a']
		case r >= 'A' && r <= 'Z':
			r = letters[r-'A']
		}
		b.WriteRune(r)
	}
	return b.String()
}

// kept are the parts of a page that are no words: code, addresses, ids,
// labels that frame.json knows, and rules of tables.
var kept = regexp.MustCompile("`[^`]*`|\\[[a-z.]+/[a-z]+\\]\\([^)]*\\)|\\]\\([^)]*\\)|\\{#[^}]*\\}|\\*\\*(?:Note|Careful):\\*\\*|^[-| ]+$")

func mirrorLine(line string) string {
	var b strings.Builder
	from := 0
	for _, at := range kept.FindAllStringIndex(line, -1) {
		b.WriteString(mirror(line[from:at[0]]) + line[at[0]:at[1]])
		from = at[1]
	}
	return b.String() + mirror(line[from:])
}

// mirrorPage mirrors the words of a page and leaves its marks as they are.
func mirrorPage(text string) string {
	var b strings.Builder
	fences, code := 0, false
	for line := range strings.Lines(text) {
		key, value, isPair := strings.Cut(line, ": ")
		switch {
		case strings.HasPrefix(line, "---") && fences < 2:
			fences++
		case fences < 2 && isPair && (key == "title" || key == "heading" || key == "description"):
			line = key + ": " + mirror(value)
		case fences < 2:
		case strings.HasPrefix(strings.TrimSpace(line), "```"):
			code = !code
		case !code:
			line = mirrorLine(line)
		}
		b.WriteString(line)
	}
	return b.String()
}

// mirrorJSON mirrors every sentence of a value. What names things stays.
func mirrorJSON(value any) any {
	switch v := value.(type) {
	case string:
		return mirror(v)
	case []any:
		for i := range v {
			v[i] = mirrorJSON(v[i])
		}
	case map[string]any:
		for key, inner := range v {
			switch key {
			case "page", "foot", "note", "careful":
			case "dir":
				v[key] = "rtl"
			default:
				v[key] = mirrorJSON(inner)
			}
		}
	}
	return value
}

// mirroredContent is the content with one language more.
func mirroredContent() (fs.FS, error) {
	all := fstest.MapFS{}
	err := fs.WalkDir(content.FS, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content.FS, name)
		if err != nil {
			return err
		}
		all[name] = &fstest.MapFile{Data: data}
		copied := strings.Replace(name, "en/", mirrored+"/", 1)
		if name == "words/en.json" {
			copied = "words/" + mirrored + ".json"
		}
		switch {
		case copied == name:
		case path.Ext(name) == ".json":
			var value any
			if err := json.Unmarshal(data, &value); err != nil {
				return err
			}
			data, err = json.Marshal(mirrorJSON(value))
		case path.Ext(name) == ".md":
			data = []byte(mirrorPage(string(data)))
		}
		all[copied] = &fstest.MapFile{Data: data}
		return err
	})
	return all, err
}

// mirroredSite serves the site with the mirrored language.
var mirroredSite = sync.OnceValues(func() (*httptest.Server, error) {
	all, err := mirroredContent()
	if err != nil {
		return nil, err
	}
	runtime, err := wasmbuild.Runtime(context.Background())
	if err != nil {
		return nil, err
	}
	output, err := whole.Build(whole.Input{Content: all, Assets: whole.Assets(), Scripts: wasm.Scripts, Runtime: runtime, Programs: built.Programs})
	if err != nil {
		return nil, err
	}
	return serve(webserver.New(output)), nil
})

// TestRightToLeft: pages written from the right are laid out from the right,
// fit the same screens, and leave digits, IDs and commands as they are.
func TestRightToLeft(t *testing.T) {
	server, err := mirroredSite()
	if err != nil {
		t.Fatal(err)
	}
	pictures := os.Getenv("FORTYEIGHT_PICTURES")
	home := server.URL + "/" + mirrored + "/"
	for _, page := range []string{"", "guide/", "guide/is-it-on/", "guide/which-key/", "guide/back-it-up/", "trust/"} {
		t.Run(page, func(t *testing.T) {
			tab := browser.Page(t)
			tab.Open(home + page)
			for _, width := range []int64{320, 1280} {
				tab.Size(width, 700)
				tab.Media("prefers-reduced-motion", "reduce")
				if wrong := browser.Eval[string](tab, fits); wrong != "" {
					t.Errorf("at %d px: %s", width, wrong)
				}
				tab.ScreenshotTo(pictures, fmt.Sprintf("rtl-%s-%d", strings.ReplaceAll(strings.Trim("home/"+page, "/"), "/", "-"), width))
			}
			for what, holds := range map[string]string{
				"the mark stands right of the menu": `box(".fe-header__home").left > box(".fe-nav").right - 1`,
				"text begins at the right":          `getComputedStyle(document.querySelector("h1")).direction === "rtl"`,
				"code runs from the left":           `[...document.querySelectorAll("code, pre")].every((c) => getComputedStyle(c).direction === "ltr")`,
			} {
				if !browser.Eval[bool](tab, `((box) => `+holds+`)((s) => document.querySelector(s).getBoundingClientRect())`) {
					t.Errorf("it is not so that %s", what)
				}
			}
		})
	}
}

// TestRightToLeftKey: a key reads from its first group to its last, from the
// left, whatever the language around it.
func TestRightToLeftKey(t *testing.T) {
	server, err := mirroredSite()
	if err != nil {
		t.Fatal(err)
	}
	pictures := os.Getenv("FORTYEIGHT_PICTURES")
	tab := browser.Page(t)
	tab.Size(360, 640)
	tab.Open(server.URL + "/" + mirrored + "/")
	enter(tab, "#key", strings.ReplaceAll(strings.Replace(sample, "590458", "590468", 1), "-", " "))
	repairs(tab)
	tab.ScreenshotTo(pictures, "rtl-repair-360")
	click(tab, ".fe-repair__take")
	tab.Wait(`!document.querySelector(".js-actions").hidden`)
	if !browser.Eval[bool](tab, `[...document.querySelectorAll("#key, #id, .fe-group__digits")].every((e) => getComputedStyle(e).direction === "ltr")`) {
		t.Error("digits run from the right")
	}
	if !browser.Eval[bool](tab, `((a, b) => a.left < b.left)(...[...document.querySelectorAll(".js-group")].slice(0, 2).map((g) => g.getBoundingClientRect()))`) {
		t.Error("the second group stands left of the first")
	}
	if wrong := browser.Eval[string](tab, fits); wrong != "" {
		t.Error(wrong)
	}
	tab.ScreenshotTo(pictures, "rtl-key-360")
	choose(t, tab, "keys.txt", []byte(keyFile(sampleID, sample)))
	tab.Wait(`document.querySelector('.js-answer-rows [data-act="show"]') !== null`)
	row(tab, "show")
	tab.Wait(digits + ` === "` + sample + `"`)
	if !browser.Eval[bool](tab, `[...document.querySelectorAll(".fe-keys__row :is(.fe-keys__id, .fe-keys__digits)")].every((e) => getComputedStyle(e).direction === "ltr")`) {
		t.Error("the digits of a key from a file run from the right")
	}
	tab.ScreenshotTo(pictures, "rtl-file-360")
	click(tab, ".js-files-remove")
	for _, view := range []string{"type", "print-it"} {
		click(tab, ".js-"+view)
		tab.Wait(`document.querySelector(".fe-stage:not([hidden])") !== null`)
		if view == "print-it" {
			tab.Wait(`document.querySelector(".js-paper svg") !== null`)
		}
		if wrong := browser.Eval[string](tab, fits); wrong != "" {
			t.Errorf("%s: %s", view, wrong)
		}
		tab.ScreenshotTo(pictures, "rtl-"+view+"-360")
		click(tab, ".fe-stage:not([hidden]) .js-stage-close")
	}
}
