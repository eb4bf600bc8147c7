package site

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"fortyeight/site/view"
)

// words are the sentences of one language, content/words/<lang>.json.
type words struct {
	file    string
	said    map[string]string
	missing []string // keys that a view asked for in vain
}

func readWords(content fs.FS, lang string) (*words, error) {
	w := &words{file: "words/" + lang + ".json"}
	err := readJSON(content, w.file, &w.said)
	return w, err
}

// say is the lookup that views get. A view cannot return an error, so say
// notes what it lacks and err tells it afterwards.
func (w *words) say() view.Words {
	return func(key string) string {
		sentence, ok := w.said[key]
		if !ok && !slices.Contains(w.missing, key) {
			w.missing = append(w.missing, key)
		}
		return sentence
	}
}

func (w *words) err() error {
	if len(w.missing) == 0 {
		return nil
	}
	return fmt.Errorf("content/%s lacks the words that a view asks for: %s; add them there or correct the view",
		w.file, strings.Join(w.missing, ", "))
}
