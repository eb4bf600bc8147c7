package content_test

import (
	"io/fs"
	"testing"

	"fortyeight/content"
)

func TestFill(t *testing.T) {
	params := map[string]string{"group": "3", "of": "8", "odd": "{group}"}
	for _, test := range []struct{ sentence, want string }{
		{"", ""},
		{"Nothing to fill.", "Nothing to fill."},
		{"Group {group} of {of}.", "Group 3 of 8."},
		{"{group}{group}", "33"},
		{"A value is left alone: {odd}.", "A value is left alone: {group}."},
		{"Unknown {place} stays.", "Unknown {place} stays."},
		{"{ {group} }", "{ 3 }"},
		{"open {group", "open {group"},
		{"{}", "{}"},
	} {
		if got := content.Fill(test.sentence, params); got != test.want {
			t.Errorf("Fill(%q) = %q, want %q", test.sentence, got, test.want)
		}
	}
}

func TestWordsOfNoLanguage(t *testing.T) {
	if words, err := content.Words("xx"); err == nil {
		t.Errorf("Words of a language that is not there gives %d words and no error", len(words))
	}
}

func TestEveryLanguageHasWords(t *testing.T) {
	frames, err := fs.Glob(content.FS, "*/frame.json")
	if err != nil || len(frames) == 0 {
		t.Fatalf("there are %d languages, %v; a language has a frame.json", len(frames), err)
	}
	for _, frame := range frames {
		lang := frame[:len(frame)-len("/frame.json")]
		words, err := content.Words(lang)
		if err != nil {
			t.Error(err)
			continue
		}
		if len(words) == 0 {
			t.Errorf("content/words/%s.json holds no sentence", lang)
		}
		for key, sentence := range words {
			if key == "" || sentence == "" {
				t.Errorf("content/words/%s.json: the key %q says %q; neither may be empty", lang, key, sentence)
			}
		}
	}
}
