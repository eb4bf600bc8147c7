package keyfile

import (
	"bytes"

	"fortyeight/keyformat"
)

// guidChars is the length of a GUID with its hyphens.
const guidChars = 36

// hexOf gives the value of each byte as a hex digit, or 0xFF.
var hexOf = func() (table [256]byte) {
	for c := range table {
		switch {
		case c >= '0' && c <= '9':
			table[c] = byte(c - '0')
		case c >= 'a' && c <= 'f':
			table[c] = byte(c - 'a' + 10)
		case c >= 'A' && c <= 'F':
			table[c] = byte(c - 'A' + 10)
		default:
			table[c] = 0xFF
		}
	}
	return table
}()

// guidPairs are where the sixteen pairs of hex digits of a GUID stand.
var guidPairs = [16]uint8{0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34}

// guidAt reads the GUID at byte i: hex digits in groups of 8, 4, 4, 4 and 12
// with hyphens between them, and no more of them around it.
func guidAt(b []byte, i int) (keyformat.ID, bool) {
	if i < 0 || i+guidChars > len(b) {
		return keyformat.ID{}, false
	}
	s := b[i : i+guidChars : i+guidChars]
	if s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return keyformat.ID{}, false
	}
	var id [16]byte
	for n, at := range guidPairs {
		high, low := hexOf[s[at]], hexOf[s[at+1]]
		if high|low > 15 {
			return keyformat.ID{}, false
		}
		id[n] = high<<4 | low
	}
	if i > 0 && isWord(b[i-1]) || i+guidChars < len(b) && isWord(b[i+guidChars]) {
		return keyformat.ID{}, false
	}
	return keyformat.IDFromBytes(id), true
}

// nextGUID returns the first GUID in b from byte from on, and where it begins;
// -1 says that there is none.
func nextGUID(b []byte, from int) (keyformat.ID, int) {
	for i := from + 8; i < len(b); i++ {
		n := bytes.IndexByte(b[i:], '-')
		if n < 0 {
			break
		}
		i += n
		if i-8 < from {
			continue
		}
		if id, ok := guidAt(b, i-8); ok {
			return id, i - 8
		}
	}
	return keyformat.ID{}, -1
}

// wholeValue reads a text that is a Key ID and nothing else, whole or its
// beginning, with or without braces. A beginning must be certain by named,
// since words and numbers look like one.
func wholeValue(text []byte, named bool) (keyformat.ID, bool) {
	if named { // a beginning may say that it goes on
		text = bytes.TrimSuffix(bytes.TrimSuffix(text, []byte("…")), []byte("..."))
	}
	if n := len(text); n < keyformat.MinIDDigits || n > 60 {
		return keyformat.ID{}, false
	}
	for _, c := range text {
		if hexOf[c] > 15 && c != '-' && c != '{' && c != '}' && c != ' ' && c != '(' && c != ')' && c != '"' && c != '\'' {
			return keyformat.ID{}, false
		}
	}
	r := keyformat.CheckID(string(text))
	switch {
	case r.State == keyformat.IDWhole:
		// 32 digits in one go can also be a key that was cut short.
		return r.ID, named || bytes.IndexByte(text, '-') >= 0
	case r.State == keyformat.IDBeginning && (named || isMixed(text)):
		return r.ID, r.ID.Digits() == 8 || r.ID.Digits() == 14 || named
	}
	return keyformat.ID{}, false
}

// isMixed reports whether a text has letters and decimal digits: most IDs do,
// and dates, numbers and words do not.
func isMixed(text []byte) bool {
	letters, digits := false, false
	for _, c := range text {
		letters = letters || c|0x20 >= 'a' && c|0x20 <= 'f'
		digits = digits || isDigit(c)
	}
	return letters && digits
}

func isWord(c byte) bool {
	return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_'
}
