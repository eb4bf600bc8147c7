package site

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"fortyeight/content"
)

// The views' words are looked up when the site is built; those of the scripts
// only when somebody needs them.
func TestScriptsSayWordsThatAreThere(t *testing.T) {
	words, err := content.Words("en")
	if err != nil {
		t.Fatal(err)
	}
	// say("key") and say(`beginning.${…}`), but not the method of that name.
	asked := regexp.MustCompile("(?:^|[^.\\w])say\\([\"`]([^\"`$]+)(\\$?)")
	found := 0
	err = fs.WalkDir(Assets(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".js" {
			return err
		}
		data, err := fs.ReadFile(Assets(), name)
		for _, match := range asked.FindAllStringSubmatch(string(data), -1) {
			found++
			key, open := match[1], match[2] != ""
			if _, ok := words[key]; !ok && (!open || !anyKey(words, key)) {
				t.Errorf("site/assets/%s says %q, which content/words/en.json lacks", name, key)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if found == 0 {
		t.Error("no script says anything; this test looks for say(\"…\")")
	}
}

func anyKey(words map[string]string, beginning string) bool {
	for key := range words {
		if strings.HasPrefix(key, beginning) {
			return true
		}
	}
	return false
}

func TestMissingWordsAreNamed(t *testing.T) {
	w := &words{file: "words/en.json", said: map[string]string{"known": "Known"}}
	say := w.say()
	if say("known") != "Known" || w.err() != nil {
		t.Fatalf("a known word gives %q and the error %v", say("known"), w.err())
	}
	say("gone")
	say("gone")
	want := "content/words/en.json lacks the words that a view asks for: gone; add them there or correct the view"
	if err := w.err(); err == nil || err.Error() != want {
		t.Errorf("the error is %v, want %s", err, want)
	}
}
