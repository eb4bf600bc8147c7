package find

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

// Unknown is the answer that every question has besides its own: "I don't know".
const Unknown = "unknown"

// A Finder is content/find.json.
type Finder struct {
	Questions []Question `json:"questions"` // in the order in which they are asked
	Places    []Place    `json:"places"`    // of the same worth, the first comes first
	Last      string     `json:"last"`      // id of the place that ends every list
}

// A Question is asked with its answers and [Unknown].
type Question struct {
	ID      string   `json:"id"`
	Several bool     `json:"several"` // any number of answers, not one
	Unless  []string `json:"unless"`  // answers, "question=answer", that make it needless
	Answers []Answer `json:"answers"`
}

// An Answer is one that a question offers.
type Answer struct {
	ID      string `json:"id"`
	Alone   bool   `json:"alone"`   // goes with no other answer of a question with several
	Drawing string `json:"drawing"` // name of a drawing of content/drawings, or empty
}

// A Place is somewhere a recovery key may be.
type Place struct {
	ID      string         `json:"id"`
	Weight  int            `json:"weight"`  // its worth where nothing is known
	Answers map[string]int `json:"answers"` // points by "question=answer", for or against
}

// Load reads and checks find.json of the folder content, and returns it as it
// stands, too.
func Load(content fs.FS) (*Finder, []byte, error) {
	const name = "find.json"
	data, err := fs.ReadFile(content, name)
	if err != nil {
		return nil, nil, fmt.Errorf("content/%s cannot be read, and there is a page find.md: %w", name, err)
	}
	f, err := Read(data)
	if err != nil {
		return nil, nil, fmt.Errorf("content/%s: %w", name, err)
	}
	return f, data, nil
}

// Read reads and checks content/find.json. Errors say what to correct there.
func Read(data []byte) (*Finder, error) {
	var f Finder
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, err
	}
	if len(f.Questions) == 0 || len(f.Places) == 0 {
		return nil, errors.New("it needs questions and places")
	}
	return &f, f.check()
}

// ids are parts of addresses, so they are as simple as these are.
var idPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (f *Finder) check() error {
	answers, seen := map[string]bool{}, map[string]bool{}
	for _, q := range f.Questions {
		if err := once(seen, q.ID); err != nil {
			return fmt.Errorf("the question %w", err)
		}
		for _, pair := range q.Unless {
			if !answers[pair] {
				return fmt.Errorf("the question %q is left out after %q, which no question before it can be answered with", q.ID, pair)
			}
		}
		if len(q.Answers) == 0 {
			return fmt.Errorf("the question %q has no answers", q.ID)
		}
		inside := map[string]bool{Unknown: true}
		for _, a := range q.Answers {
			if err := once(inside, a.ID); err != nil {
				return fmt.Errorf("the question %q: the answer %w", q.ID, err)
			}
			if a.Alone && !q.Several {
				return fmt.Errorf("the question %q takes one answer, so that each is alone; leave out \"alone\" of %q", q.ID, a.ID)
			}
			answers[q.ID+"="+a.ID] = true
		}
	}
	seen = map[string]bool{}
	for _, p := range f.Places {
		if err := once(seen, p.ID); err != nil {
			return fmt.Errorf("the place %w", err)
		}
		for pair := range p.Answers {
			if !answers[pair] {
				return fmt.Errorf("the place %q has points for %q; write question=answer, of those that there are", p.ID, pair)
			}
		}
	}
	if !seen[f.Last] {
		return fmt.Errorf("the last place is %q, and there is no such place", f.Last)
	}
	return nil
}

// once notes an id, and says what is wrong with it.
func once(seen map[string]bool, id string) error {
	if !idPattern.MatchString(id) {
		return fmt.Errorf("%q: an id has a to z, 0 to 9 and single hyphens", id)
	}
	if seen[id] {
		return fmt.Errorf("%q is there twice, or has a name that means something else", id)
	}
	seen[id] = true
	return nil
}

// Answers are what somebody answered: ids of answers by id of the question. A
// question that is not there was answered with [Unknown].
type Answers map[string][]string

// String returns the answers as the page's address keeps them behind its #, in
// the order of the questions.
func (f *Finder) String(a Answers) string {
	var parts []string
	for _, q := range f.Asked(a) {
		given := a[q.ID]
		if len(given) == 0 {
			given = []string{Unknown}
		}
		parts = append(parts, q.ID+"="+strings.Join(given, ","))
	}
	return strings.Join(parts, "&")
}
