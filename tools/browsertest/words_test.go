package browsertest

import (
	"cmp"
	"strings"
	"testing"

	"fortyeight/content"
	"fortyeight/keyformat"
	"fortyeight/keyformat/keyfile"
)

// say returns a sentence of the page's language.
func say(key string) string {
	words, err := content.Words("en")
	if err != nil {
		panic(err)
	}
	sentence, ok := words[key]
	if !ok {
		panic("no words for " + key)
	}
	return sentence
}

// fillIn replaces {name} in a sentence, from pairs of a name and its value.
func fillIn(sentence string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		sentence = strings.ReplaceAll(sentence, "{"+pairs[i]+"}", pairs[i+1])
	}
	return sentence
}

// TestEveryKindHasWords holds that page and command can say whatever the
// format can report.
func TestEveryKindHasWords(t *testing.T) {
	words, err := content.Words("en")
	if err != nil {
		t.Fatal(err)
	}
	want := func(key string) {
		if words[key] == "" {
			t.Errorf("content/words/en.json has no %q", key)
		}
	}
	for _, a := range keyformat.Answers() {
		want("answer." + a.String() + ".title")
		want("answer." + a.String() + ".text")
	}
	for _, k := range keyformat.Kinds() {
		want("problem." + k.String())
	}
	for _, s := range keyformat.GroupStates() {
		want("group." + s.String())
	}
	for _, s := range keyformat.IDStates() {
		want("id." + s.String())
	}
	for _, k := range keyfile.Kinds() {
		want("kind." + k.String())
	}
	for _, s := range keyfile.Skips() {
		want("skipped." + s.String())
	}
	for _, f := range keyfile.Formats() {
		want("format." + f.String())
	}
	for _, p := range keyfile.Pairings() {
		want("pairing." + cmp.Or(p.String(), "none"))
	}
	for _, o := range keyfile.Outcomes() {
		switch o {
		case keyfile.NothingToFind: // the page then says what was found at all
		default:
			want("match." + o.String() + ".title")
			want("match." + o.String() + ".text")
		}
	}
}
