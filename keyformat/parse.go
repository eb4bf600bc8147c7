package keyformat

import "unicode/utf8"

// ParseKey reads a text that is one recovery key. Beside the digits it takes,
// without a word: spaces and line breaks of any kind, tabs, every dash Unicode
// has, dots, quotes, soft hyphens and zero-width characters, at any place;
// decimal digits of any script; and a label before the key, also one with
// digits in it. After the eighth group nothing but such separators may stand.
//
// On failure it returns the zero Key and a [*ParseError].
func ParseKey(text string) (Key, error) {
	if len(text) > MaxText {
		return Key{}, &ParseError{[]Problem{{Kind: TextTooLong}}}
	}
	var marks [64]mark
	var chunks [16]chunk
	var ids [2]idAt
	s := scanText(text, scan{marks: marks[:0], chunks: chunks[:0], ids: ids[:0]})
	for c := range s.chunks {
		k, end, _ := s.keys(c, false)
		if end == 0 {
			continue
		}
		switch {
		case end < len(s.chunks) && !s.chunks[end].hidden():
			return Key{}, &ParseError{[]Problem{{Kind: DigitsAfter}}}
		case s.textAfter(text, s.chunks[end-1]):
			return Key{}, &ParseError{[]Problem{{Kind: TextAfter}}}
		}
		return k, nil
	}
	report := Check(text)
	return Key{}, &ParseError{report.Problems}
}

// textAfter reports whether anything but separators and the end of a label
// stands after chunk last, the last of the text.
func (s *scan) textAfter(text string, last chunk) bool {
	for rest := text[s.marks[last.end-1].end:]; rest != ""; {
		r, size := utf8.DecodeRuneInString(rest)
		if c := classify(r); c == strange || c == stop && r != ')' && r != ']' && r != '}' {
			return true
		}
		rest = rest[size:]
	}
	return false
}

// groupValue returns the number that marks spell, or -1 if one is no digit.
func groupValue(marks []mark) int {
	v := 0
	for _, m := range marks {
		if m.value < 0 {
			return -1
		}
		v = v*10 + int(m.value)
	}
	return v
}

// ParseID reads a text that is one Key ID, whole or its beginning, in either
// case, with or without braces, quotes and a label that ends with a colon.
// Hyphens may be missing, or be spaces or other dashes, but a beginning that
// has any must have them where a GUID has them: 8-4-4-12 digits are no GUID.
//
// On failure it returns the zero ID and a [*ParseError].
func ParseID(text string) (ID, error) {
	report := CheckID(text)
	if report.State == IDBeginning || report.State == IDWhole {
		return report.ID, nil
	}
	return ID{}, &ParseError{[]Problem{{Kind: report.Problem}}}
}

// MustParseID is [ParseID] for tests and examples; it panics on an error.
func MustParseID(text string) ID {
	id, err := ParseID(text)
	if err != nil {
		panic(err)
	}
	return id
}
