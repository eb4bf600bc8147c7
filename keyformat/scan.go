package keyformat

import "unicode/utf8"

// A mark is one character of the text that stands where a digit of a key
// could: a digit, or something strange in a digit's place.
type mark struct {
	value   int8  // 0 to 9, or strangeValue
	at, end int32 // bytes of the text
}

const strangeValue = -1

// A chunk is a run of marks with nothing between them.
type chunk struct {
	first, end int32  // marks
	before     gap    // what stands between it and the chunk before
	strange    uint16 // marks that are no digits
}

func (c chunk) len() int { return int(c.end - c.first) }

// hidden reports whether c stands for a group of which no digit is left.
func (c chunk) hidden() bool { return int(c.strange) == c.len() }

// A gap says what stands between two chunks, as a set of these.
type gap uint8

const (
	gapSoft  gap = 1 << iota // zero-width characters, quotes
	gapSpace                 // spaces
	gapDash                  // dashes and dots
	gapCell                  // a tab
	gapLine                  // the end of a line
	gapBreak                 // a word, a stop or a Key ID: no key runs across it
)

var gapOf = [...]gap{soft: gapSoft, space: gapSpace, dash: gapDash, cell: gapCell, line: gapLine, stop: gapBreak}

// A scan is what one pass over a text finds. It is the only code that looks at
// untrusted characters; all else works on marks, chunks and IDs.
type scan struct {
	marks  []mark
	chunks []chunk
	ids    []idAt
	tail   gap // what stands after the last chunk
}

// An idAt is a Key ID and the bytes of the text it was read from.
type idAt struct {
	id      ID
	at, end int32
}

// scanText scans text, which must not be longer than MaxText, into the empty
// scan s. It takes and returns s by value, so that a caller's buffers can stay
// on the stack: reading one key allocates nothing.
func scanText(text string, s scan) scan {
	between := gapBreak
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		c := classify(r)
		if c != decimal && c != strange {
			between |= gapOf[c]
			i += size
			continue
		}
		if id, n := findID(text[i:]); n > 0 {
			s.ids = append(s.ids, idAt{id, int32(i), int32(i + n)})
			between |= gapBreak
			i += n
			continue
		}
		first := len(s.marks)
		at, odd := i, 0
		s.marks, i, odd = appendToken(s.marks, text, i)
		all := len(s.marks) - first
		if odd > 0 && !s.damagedGroup(all, odd, between) && !(all == GroupDigits && hidden(text[at:i])) {
			s.marks = s.marks[:first]
			between |= gapBreak
			continue
		}
		s.chunks = append(s.chunks, chunk{int32(first), int32(len(s.marks)), between, uint16(odd)})
		between = 0
	}
	s.tail = between
	return s
}

// appendToken adds the digits and letters that stand together at byte i as
// marks. It returns the byte after them and how many are no digits.
func appendToken(marks []mark, text string, i int) (all []mark, next, odd int) {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		c := classify(r)
		if c != decimal && c != strange {
			break
		}
		m := mark{strangeValue, int32(i), int32(i + size)}
		if c == decimal {
			m.value = decimalValue(r)
		} else {
			odd++
		}
		marks = append(marks, m)
		i += size
	}
	return marks, i, odd
}

// damagedGroup reports whether a token with letters in it is read as a group
// with a slip rather than as a word: it has about a group's length and mostly
// digits, or continues a key that has begun.
func (s *scan) damagedGroup(all, odd int, between gap) bool {
	digits := all - odd
	if all > GroupDigits+1 {
		return false
	}
	if digits >= 3 && all >= GroupDigits-1 {
		return true
	}
	if digits == 0 || between&(gapBreak|gapLine|gapCell) != 0 || len(s.chunks) == 0 {
		return false
	}
	return s.chunks[len(s.chunks)-1].len() >= GroupDigits
}

// runEnd returns the index after the last chunk of the run that holds chunk c.
func (s *scan) runEnd(c int) int {
	for c++; c < len(s.chunks) && s.chunks[c].before&gapBreak == 0; c++ {
	}
	return c
}

// hiders are what people and programs put in the place of digits that others
// must not see, or that nobody can read.
const hiders = "Xx*_?\u2022\u2588\u2587\u25a0\u2593\u2592\u2591\u25cf\u25cb\u25a1\u00d7"

// hidden reports whether a token is one of the hiders, over and over.
func hidden(token string) bool {
	first, _ := utf8.DecodeRuneInString(token)
	for _, r := range token {
		if r != first {
			return false
		}
	}
	for _, r := range hiders {
		if r == first {
			return true
		}
	}
	return false
}
