package keyfile

import (
	"strings"
	"unicode/utf8"

	"fortyeight/keyformat"
)

// A search is what was looked for last: whoever types on looks only among what
// fitted before.
type search struct {
	query   string
	version int // of the Set
	records int // of the index
	fits    []int32
}

// Search returns the records of the index, newest first, of which the device,
// the volume, the date, a file or the Key ID has every word of query in it, in
// either case; of a Key ID that is its beginning. A query without words gives
// none. The result is valid until the next call. It may be called while Update
// rests, for the records that the index has by then.
func (x *Index) Search(s *Scanner, query string) []int32 {
	words := wordsOf(query, len(s.Set.texts))
	if len(words) == 0 {
		return nil
	}
	var fits []int32
	if x.last.query != "" && x.last.version == s.Set.version && x.last.records == len(x.entries) && strings.HasPrefix(query, x.last.query) {
		for _, i := range x.last.fits {
			if x.fit(&s.Set, int(i), words) {
				fits = append(fits, i)
			}
		}
	} else {
		fits = x.newestOf(&s.Set, words)
	}
	x.last = search{query, s.Set.version, len(x.entries), fits}
	return fits
}

// newestOf looks at all records, as they lie in memory, and puts those that fit
// in order afterwards: one look after another in the order of their dates would
// take five times as long.
func (x *Index) newestOf(s *Set, words []word) []int32 {
	fit, count := make([]bool, len(x.entries)), 0
	for i := range x.entries {
		if x.fit(s, i, words) {
			fit[i] = true
			count++
		}
	}
	fits := make([]int32, 0, count)
	for _, i := range x.order {
		if fit[i] {
			fits = append(fits, i)
		}
	}
	for i := len(x.order); i < len(fit); i++ { // in the middle of an update
		if fit[i] {
			fits = append(fits, int32(i))
		}
	}
	return fits
}

// A word is one word that is looked for.
type word struct {
	lower  string
	wide   bool   // it has letters beyond ASCII
	digits []byte // its hex digits, where it can be the beginning of a Key ID
	files  []int8 // by text: 1 has it in its name, -1 has not, 0 was not looked at
}

func wordsOf(query string, texts int) (words []word) {
	for _, lower := range strings.Fields(strings.ToLower(query)) {
		w := word{lower: lower, files: make([]int8, texts)}
		for i := range len(lower) {
			w.wide = w.wide || lower[i] >= utf8.RuneSelf
		}
		w.digits = idDigits(lower)
		words = append(words, w)
	}
	return words
}

// idDigits returns the values of the hex digits of a word that has nothing else
// but hyphens and braces.
func idDigits(lower string) []byte {
	digits := make([]byte, 0, len(lower))
	for i := range len(lower) {
		switch c := lower[i]; {
		case isDigit(c):
			digits = append(digits, c-'0')
		case c >= 'a' && c <= 'f':
			digits = append(digits, c-'a'+10)
		case c != '-' && c != '{' && c != '}':
			return nil
		}
	}
	return digits
}

// fit reports whether record i has all words.
func (x *Index) fit(s *Set, i int, words []word) bool {
	text := x.entries[i].text
	for n := range words {
		w := &words[n]
		if !w.inFiles(s, i) && !w.begins(s.at(i).id) && !w.in(text) {
			return false
		}
	}
	return true
}

// lower maps ASCII letters to small ones.
var lower = func() (table [256]byte) {
	for c := range table {
		table[c] = byte(c)
		if c >= 'A' && c <= 'Z' {
			table[c] += 'a' - 'A'
		}
	}
	return table
}()

// in reports whether a text has the word.
func (w *word) in(text string) bool {
	if w.wide {
		return strings.Contains(strings.ToLower(text), w.lower)
	}
	first, rest := w.lower[0], w.lower[1:]
	for i := 0; i+len(rest) < len(text); i++ {
		if lower[text[i]] != first {
			continue
		}
		n := 0
		for n < len(rest) && lower[text[i+1+n]] == rest[n] {
			n++
		}
		if n == len(rest) {
			return true
		}
	}
	return false
}

// begins reports whether a Key ID begins with the word.
func (w *word) begins(id keyformat.ID) bool {
	if len(w.digits) == 0 || len(w.digits) > id.Digits() {
		return false
	}
	b := id.Bytes()
	for i, d := range w.digits {
		half := b[i/2] >> 4
		if i%2 == 1 {
			half = b[i/2] & 0xF
		}
		if half != d {
			return false
		}
	}
	return true
}

// inFiles reports whether the name of a file in which record i stands has the
// word.
func (w *word) inFiles(s *Set, i int) bool {
	r := s.at(i)
	if w.inFile(s, r.text) {
		return true
	}
	if r.extra > 0 {
		for _, p := range s.extras[r.extra-1].places {
			if w.inFile(s, p.text) {
				return true
			}
		}
	}
	return false
}

func (w *word) inFile(s *Set, text int32) bool {
	if w.files[text] == 0 {
		w.files[text] = -1
		if w.in(s.texts[text].name) {
			w.files[text] = 1
		}
	}
	return w.files[text] > 0
}
