package site

import (
	"fmt"
	"io/fs"

	"fortyeight/site/find"
	"fortyeight/site/view"
)

// The page that asks where a key may be is there in the languages with a
// find.md. What it asks stands in content/find.json, what it says in
// content/<lang>/find.json, and each place is a file of content/<lang>/places.
const (
	findName     = "find"
	placesFolder = "places/"
)

// A finding is what a language says of where a key may be.
type finding struct {
	words  view.FindWords
	places map[string]*page // by the place's id
}

// readFinding reads what a language says, which must be all of it: half a list
// would send people past their key.
func readFinding(content fs.FS, lang string, f *find.Finder) (*finding, error) {
	found := &finding{places: map[string]*page{}}
	name := lang + "/find.json"
	if err := readJSON(content, name, &found.words); err != nil {
		return nil, err
	}
	if missing := missingFindWords(found.words, f); missing != "" {
		return nil, fmt.Errorf("content/%s: %s", name, missing)
	}
	for _, one := range f.Places {
		p, err := readPage(content, lang, lang+"/"+placesFolder+one.ID+".md")
		if err != nil {
			return nil, err
		}
		found.places[one.ID] = p
	}
	entries, err := fs.ReadDir(content, lang+"/"+placesFolder[:len(placesFolder)-1])
	if err == nil && len(entries) > len(f.Places) {
		err = fmt.Errorf("content/%s/%s has more files than content/find.json has places; name each one there, or delete it", lang, placesFolder)
	}
	return found, err
}

// missingFindWords says what a language does not say, or says of nothing.
func missingFindWords(w view.FindWords, f *find.Finder) string {
	for _, part := range []struct{ key, value string }{
		{"without", w.Without}, {"private", w.Private}, {"next", w.Next}, {"back", w.Back}, {"progress", w.Progress}, {"unknown", w.Unknown}, {"several", w.Several},
		{"fits", w.Fits}, {"everywhere", w.Everywhere}, {"all", w.All}, {"ask", w.Ask}, {"result", w.Result}, {"count", w.Count},
		{"given", w.Given}, {"change", w.Change}, {"list", w.List}, {"print", w.Print}, {"again", w.Again}, {"keep", w.Keep},
		{"looks", w.Looks}, {"match", w.Match}, {"missing", w.Missing}, {"check", w.Check}, {"checkText", w.CheckText},
	} {
		if part.value == "" {
			return part.key + " is missing"
		}
	}
	for _, q := range f.Questions {
		said := w.Questions[q.ID]
		if said.Question == "" {
			return fmt.Sprintf("the question %q has no words", q.ID)
		}
		for _, a := range q.Answers {
			if said.Answers[a.ID].Label == "" {
				return fmt.Sprintf("the answer %q to %q has no label", a.ID, q.ID)
			}
		}
		if len(said.Answers) > len(q.Answers) {
			return fmt.Sprintf("the question %q has more answers here than in content/find.json", q.ID)
		}
	}
	if len(w.Questions) > len(f.Questions) {
		return "there are more questions here than in content/find.json"
	}
	return ""
}
