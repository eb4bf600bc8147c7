package main

import (
	"sync"

	"fortyeight/content"
)

var words = sync.OnceValues(func() (map[string]string, error) { return content.Words("en") })

// say returns a sentence of content/words with its places filled, with what
// [plain] leaves of each. A missing sentence is a fault of the build that a test
// finds.
func say(key string, places map[string]string) string {
	all, err := words()
	if err != nil {
		panic(err)
	}
	sentence, ok := all[key]
	if !ok {
		panic("content/words/en.json has no " + key)
	}
	shown := make(map[string]string, len(places))
	for name, value := range places {
		shown[name] = plain(value)
	}
	return content.Fill(sentence, shown)
}
