package browsertest

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"fortyeight/tools/internal/browser"
)

// leastOnPage is how many samples there are at least: a folder that is lost by
// accident fails the test.
const leastOnPage = 60

// wanted reads what a sample's .want file says is in it: how many keys, the ID
// of the first, and what is said of everything else.
func wanted(t *testing.T, path string) (keys int, first string, others []string) {
	t.Helper()
	data, err := os.ReadFile(path + ".want")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		var w want
		if err := json.Unmarshal([]byte(line), &w); err != nil {
			t.Fatal(err)
		}
		if w.Kind != "" {
			others = append(others, say("kind."+w.Kind))
			continue
		}
		if keys == 0 {
			first = w.ID
		}
		keys++
	}
	return keys, first, others
}

// TestSamplesOnThePage chooses every sample of package keyfile as somebody
// would, and wants to see what stands beside it.
func TestSamplesOnThePage(t *testing.T) {
	root, err := filepath.Abs(filepath.FromSlash("../../keyformat/keyfile/testdata/samples"))
	if err != nil {
		t.Fatal(err)
	}
	tab := open(t, site)
	n := 0
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(path, ".want") {
			return err
		}
		n++
		name, _ := filepath.Rel(root, path)
		t.Run(name, func(t *testing.T) {
			keys, first, others := wanted(t, path)
			tab.Do(chromedp.SetUploadFiles(chromedp.CSS("#file"), []string{path}))
			finished(tab)
			place := ".js-answer-rows"
			switch {
			case keys == 0 && strings.HasSuffix(name, "empty.txt"):
				answered(tab, "match.empty.title")
			case keys == 0:
				answered(tab, "match.nothing.title")
			case keys == 1 && first == "":
				answered(tab, "match.unlabelled.title")
			case keys == 1:
				answered(tab, "match.found-one.title")
			default:
				answered(tab, "match.found-several.title", "count", thousands(keys))
				tab.Wait(settled)
				place = ".js-rows"
			}
			if keys > 0 {
				if first == "" {
					first = say("row.no-id")
				}
				got := browser.Eval[string](tab, `["first", "rest"].map((part) => document.querySelector("`+place+` > li .js-" + part).textContent).join("")`)
				if got != first {
					t.Errorf("the first key has the ID %q, want %q", got, first)
				}
			}
			for _, sentence := range others {
				tab.Wait(`document.querySelector(".js-kinds").textContent.includes(` + quoted(sentence) + `)`)
			}
			digitless(t, tab)
			browser.Eval[any](tab, `document.querySelector(".js-files-remove").click()`)
			tab.Wait(`document.querySelector(".js-progress").hidden && document.querySelector(".js-files-answer").hidden`)
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n < leastOnPage {
		t.Errorf("there are %d samples, want %d at least", n, leastOnPage)
	}
}

// quoted writes text as JavaScript does.
func quoted(text string) string {
	b, _ := json.Marshal(text)
	return string(b)
}
