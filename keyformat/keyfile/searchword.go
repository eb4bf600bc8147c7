package keyfile

import (
	"strings"
	"unicode/utf8"

	"fortyeight/keyformat"
)

// A word is one word that is looked for.
type word struct {
	lower  string
	wide   bool   // it has letters beyond ASCII
	signs  signs  // that a text must have
	digits []byte // its hex digits, where it can be the beginning of a Key ID
	files  []int8 // by text: 1 has it in its name, -1 has not, 0 was not looked at
}

func wordsOf(query string, texts int) (words []word) {
	for _, lower := range strings.Fields(strings.ToLower(query)) {
		w := word{lower: lower, files: make([]int8, texts), signs: signsOf(lower)}
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

// inEntry reports whether the fields of a record have the word.
func (w *word) inEntry(e *entry) bool {
	switch {
	case w.wide:
	case e.signs&w.signs != w.signs:
		return false
	case len(w.lower) == 1 && w.signs != 0:
		return true
	}
	return w.in(e.text)
}

// signs are the letters and digits of a text, a bit each: most records lack one
// of a word's, and need no closer look.
type signs uint64

func signsOf(text string) (all signs) {
	for i := range len(text) {
		switch c := lower[text[i]]; {
		case c >= 'a' && c <= 'z':
			all |= 1 << (c - 'a')
		case isDigit(c):
			all |= 1 << (26 + c - '0')
		}
	}
	return all
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

// begins reports whether a Key ID begins with the word. A brace or a hyphen alone
// is the beginning of any: whoever types on must not have lost one.
func (w *word) begins(id keyformat.ID) bool {
	if w.digits == nil || id.IsZero() || len(w.digits) > id.Digits() {
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
