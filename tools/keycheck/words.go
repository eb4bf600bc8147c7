package main

import (
	"sync"

	"fortyeight/content"
)

var words = sync.OnceValues(func() (map[string]string, error) { return content.Words("en") })

// say returns a sentence of content/words with its places filled. A missing
// one is a fault of the build that a test finds.
func say(key string, places map[string]string) string {
	all, err := words()
	if err != nil {
		panic(err)
	}
	sentence, ok := all[key]
	if !ok {
		panic("content/words/en.json has no " + key)
	}
	return content.Fill(sentence, places)
}
