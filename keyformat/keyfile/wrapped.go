package keyfile

import (
	"bytes"

	"fortyeight/keyformat"
)

// join puts a key together that runs over several lines.
func (b *blocks) join(text []byte, labelled bool, number int) int {
	groups := text
	if i := bytes.LastIndexByte(text, ':'); i >= 0 {
		groups = bytes.TrimSpace(text[i+1:])
	}
	if !isGroups(groups) {
		b.partial = b.partial[:0]
		return 0
	}
	if len(b.partial) == 0 {
		b.from, b.named = number, labelled
	}
	b.partial = append(append(b.partial, groups...), ' ')
	if countDigits(b.partial) < keyDigits {
		return 0
	}
	h, ok := nextHit(append(b.partial, bytes.Repeat([]byte{' '}, stride)...), 0)
	whole := b.partial
	b.partial = nil
	if !ok {
		return 0
	}
	f, ok := b.t.take(h, whole, b.from)
	if !ok {
		return 1
	}
	b.addKey(f, b.named, nil, b.from)
	return 1
}

// isGroups reports whether a line is groups of a key and nothing else.
func isGroups(b []byte) bool {
	if len(b) < keyformat.GroupDigits || len(b) > keyChars+8 {
		return false
	}
	run := 0
	for i, c := range b {
		switch {
		case isDigit(c):
			run++
		case c == '-' || c == ' ':
			if run%keyformat.GroupDigits != 0 && run > 0 {
				return false
			}
			run = 0
		default:
			return false
		}
		_ = i
	}
	return run%keyformat.GroupDigits == 0
}
