package keyfile

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// An encoding is how the bytes of a text become characters.
type encoding uint8

const (
	utf8Text encoding = iota // also ASCII
	legacy                   // one or two bytes a character; ASCII is itself
	littleEndian
	bigEndian
)

// encodingOf tells the encoding of a text from its beginning, and how long its
// mark is.
func encodingOf(head []byte) (encoding, int) {
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		return utf8Text, 3
	case bytes.HasPrefix(head, []byte("\xFF\xFE")):
		return littleEndian, 2
	case bytes.HasPrefix(head, []byte("\xFE\xFF")):
		return bigEndian, 2
	}
	// Digits, spaces and line ends have a zero byte in UTF-16 in every
	// language, beside a byte of ASCII. Files of zeros have none of these.
	var little, big int
	sample := head[:min(len(head), 4096)&^1]
	for i := 0; i < len(sample); i += 2 {
		switch a, b := sample[i], sample[i+1]; {
		case b == 0 && isText(a):
			little++
		case a == 0 && isText(b):
			big++
		}
	}
	few := max(4, len(sample)/2/8)
	switch {
	case little > few && little > 4*big:
		return littleEndian, 0
	case big > few && big > 4*little:
		return bigEndian, 0
	}
	valid := head
	for cut := 0; cut < utf8.UTFMax && !utf8.Valid(valid) && len(valid) > 0; cut++ {
		valid = valid[:len(valid)-1] // a character may be cut at the end of the sample
	}
	if utf8.Valid(valid) {
		return utf8Text, 0
	}
	return legacy, 0
}

// UTF8 returns a whole text in UTF-8 and without its mark, if it is in UTF-8 or
// UTF-16; text in a legacy encoding stays as it is. Both are told apart as a
// [Scanner] does it.
func UTF8(text []byte) []byte {
	switch enc, mark := encodingOf(text); enc {
	case littleEndian, bigEndian:
		// Reading from memory does not fail.
		text, _ = io.ReadAll(newUTF16(bytes.NewReader(text[mark:]), enc == bigEndian))
		return text
	default:
		return text[mark:]
	}
}

// isText reports whether c is a printable ASCII character or white space.
func isText(c byte) bool { return c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t' }

// A utf16Reader turns UTF-16 into UTF-8 as it is read.
type utf16Reader struct {
	r   io.Reader
	big bool
	in  []byte // read and not yet turned
	out []byte // turned and not yet given
	buf []byte // what out is a part of
	err error
	hi  rune // the first half of a pair
}

func newUTF16(r io.Reader, big bool) *utf16Reader {
	return &utf16Reader{r: r, big: big, in: make([]byte, 0, windowSize/4)}
}

func (u *utf16Reader) Read(p []byte) (int, error) {
	for len(u.out) == 0 {
		if u.err != nil {
			return 0, u.err
		}
		n, err := u.r.Read(u.in[len(u.in):cap(u.in)])
		u.in, u.err = u.in[:len(u.in)+n], err
		u.turn()
	}
	n := copy(p, u.out)
	u.out = u.out[n:]
	return n, nil
}

// islandBytes is how many bytes of plain ASCII in a row are taken as what they
// are inside UTF-16: somebody added a line to the file with another program.
// They would be as many rare Chinese characters.
const islandBytes = 24

// turn turns the pairs in u.in, and keeps an odd byte for later.
func (u *utf16Reader) turn() {
	out := u.buf[:0]
	b := u.in
	for len(b) >= 2 {
		if n := island(b); n >= islandBytes || n > 0 && n == len(b) && u.err != nil && n >= 2*islandBytes {
			out = append(out, b[:n]...)
			b = b[n:]
			// UTF-16 goes on at the next byte of which the partner is zero.
			continue
		}
		lo, hi := b[0], b[1]
		if u.big {
			lo, hi = hi, lo
		}
		// A byte too few or too many puts all pairs out of step: then the
		// zeros stand on the other side.
		if lo == 0 && isText(hi) && len(b) >= 8 && outOfStep(b, u.big) {
			b = b[1:]
			continue
		}
		if isText(lo) && isText(hi) && len(b) >= 10 && outOfStep(b[2:], u.big) {
			b = b[1:] // the byte too many
			continue
		}
		b = b[2:]
		if hi == 0 && lo < utf8.RuneSelf {
			out = append(out, lo)
			continue
		}
		out = u.rune(out, rune(hi)<<8|rune(lo))
	}
	if len(b) == 1 && u.err != nil && isText(b[0]) {
		out = append(out, b[0])
		b = nil
	}
	u.in = u.in[:copy(u.in[:cap(u.in)], b)]
	u.buf, u.out = out, out
}

// island returns how many bytes at the beginning of b are plain ASCII, up to
// the last that may belong to UTF-16.
func island(b []byte) int {
	if b[0] == 0 || b[1] == 0 || b[0] >= 0x7F || b[1] >= 0x7F {
		return 0
	}
	n := 0
	for n < len(b) && isText(b[n]) {
		n++
	}
	if n < len(b) && b[n] == 0 && n > 0 {
		n-- // the byte before a zero is a character of UTF-16LE
	}
	return n
}

// outOfStep reports whether the next pairs have their zeros on the wrong side.
func outOfStep(b []byte, big bool) bool {
	zero := 0
	if big {
		zero = 1
	}
	for i := 0; i < 8; i += 2 {
		if b[i+zero] != 0 || !isText(b[i+1-zero]) {
			return false
		}
	}
	return true
}

// rune adds a unit of UTF-16 as UTF-8, joining pairs.
func (u *utf16Reader) rune(out []byte, r rune) []byte {
	switch {
	case r >= 0xD800 && r < 0xDC00:
		u.hi = r
		return out
	case r >= 0xDC00 && r < 0xE000 && u.hi != 0:
		r = (u.hi-0xD800)<<10 | (r - 0xDC00) + 0x10000
	}
	u.hi = 0
	return utf8.AppendRune(out, r)
}
