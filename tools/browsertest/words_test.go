package browsertest

import (
	"testing"

	"fortyeight/content"
	"fortyeight/keyformat"
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
}
