// Package content holds what Fortyeight says: pages in markdown, the sentences
// of its programs, and the site's public address. It is data with one small Go
// file, so that the site, the command and the tests say the same.
//
//	site.json             the public address, the only place that knows it
//	facts.json            addresses and commands that pages name
//	guide.json            the order of the guide
//	drawings/*.svg        the drawings of all languages
//	<lang>/*.md           the pages of a language; package site says how
//	<lang>/frame.json     what stands around every page of that language
//	<lang>/guide.json     what it calls the sections of the guide
//	<lang>/commands.json  what it says of the commands
//	words/<lang>.json     every sentence a program can say, by key
//
// README.md in this folder says how to write here.
package content

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
)

// FS is the content. Every folder below this one is part of it, so a new
// language needs no change here.
//
//go:embed *.json */*
var FS embed.FS

// Words returns the sentences of a language by key. Sentences may have places
// for values, such as {group}, which [Fill] fills.
func Words(lang string) (map[string]string, error) {
	name := "words/" + lang + ".json"
	data, err := FS.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("there are no words for the language %q: %w; write content/%s", lang, err, name)
	}
	var words map[string]string
	if err := json.Unmarshal(data, &words); err != nil {
		return nil, fmt.Errorf("content/%s: %w; it is one object of sentences by key", name, err)
	}
	return words, nil
}

// Fill puts values into the places of a sentence: {group} becomes
// params["group"]. A place without a value stays as it is, so that a reader
// sees what is missing. Values are never searched for places themselves.
func Fill(sentence string, params map[string]string) string {
	var filled strings.Builder
	for {
		before, rest, open := strings.Cut(sentence, "{")
		filled.WriteString(before)
		if !open {
			return filled.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		value, known := params[name]
		if !closed || !known {
			filled.WriteByte('{')
			sentence = rest
			continue
		}
		filled.WriteString(value)
		sentence = after
	}
}
