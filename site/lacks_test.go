package site

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"fortyeight/content"
)

// needed are the pages that a language must have before it can be offered:
// the tools, the way to one's key, and what is most needed beside a locked PC.
// Everything else may be missing; readers then get the English page, and are
// told so.
var needed = []string{
	"check", "find", "404", "guide",
	"guide/why-it-asks", "guide/which-key", "guide/typing", "guide/key-is-wrong", "guide/no-key",
}

// lacks says what a language lacks, one thing a line.
func lacks(b *book, l *language) (missing []string) {
	file := "content/words/" + l.code + ".json"
	for _, key := range slices.Sorted(maps.Keys(b.root().words.said)) {
		if l.words.said[key] == "" {
			missing = append(missing, fmt.Sprintf("%s lacks %q", file, key))
		} else if want, got := places(b.root().words.said[key]), places(l.words.said[key]); want != got {
			missing = append(missing, fmt.Sprintf("%s: %q has the places %q, and in English %q", file, key, got, want))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(l.words.said)) {
		if _, known := b.root().words.said[key]; !known {
			missing = append(missing, fmt.Sprintf("%s has %q, which nobody says in English", file, key))
		}
	}
	for _, name := range needed {
		if b.root().page(name) != nil && l.page(name) == nil {
			missing = append(missing, fmt.Sprintf("content/%s/%s.md is not there", l.code, name))
		}
	}
	return missing
}

// places returns the places of a sentence, in the order of their names.
func places(sentence string) string {
	var names []string
	for _, part := range strings.Split(sentence, "{")[1:] {
		name, _, _ := strings.Cut(part, "}")
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), " ")
}

func TestLanguagesAreWhole(t *testing.T) {
	b, err := readBook(content.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range b.languages[1:] {
		for _, what := range lacks(b, l) {
			t.Error(what)
		}
	}
	for _, name := range needed {
		if b.root().page(name) == nil {
			t.Errorf("there is no page %q; the list of needed pages is out of date", name)
		}
	}
}

func TestWhatALanguageLacksIsNamed(t *testing.T) {
	files := smallFiles()
	b, err := readBook(inputOf(map[string]string{
		"content/words/en.json":    `{"a": "A {x} {y} {x}", "b": "B", "c": "C {x}"}`,
		"content/words/xx.json":    `{"a": "{y} and {x}", "c": "C", "d": "D"}`,
		"content/xx/frame.json":    files["content/en/frame.json"],
		"content/xx/guide.json":    files["content/en/guide.json"],
		"content/xx/commands.json": `{}`,
		"content/xx/check.md":      smallFront,
	}).Content)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`content/words/xx.json lacks "b"`,
		`content/words/xx.json: "c" has the places "", and in English "x"`,
		`content/words/xx.json has "d", which nobody says in English`,
		"content/xx/404.md is not there",
		"content/xx/guide.md is not there",
	}
	if got := lacks(b, b.languages[1]); !slices.Equal(got, want) {
		t.Errorf("what it lacks is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
