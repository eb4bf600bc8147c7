package keyfile

import (
	"fortyeight/keyformat"
)

// A hit is a stretch of text that is a recovery key, or was one.
type hit struct {
	start, end int
	key        keyformat.Key
	whole      bool // else it is damaged: a key's digits that break the rule
}

// keyDigits and keyChars are the lengths of a key without and with hyphens.
const (
	keyDigits = keyformat.Groups * keyformat.GroupDigits
	keyChars  = keyDigits + keyformat.Groups - 1
)

// stride is the distance between the bytes that the search for a key looks at.
// A key has at least 48 bytes, all digits or separators, so two looks in a row
// fall into it, and three into most. That leaves out fifteen bytes of sixteen.
const stride = 16

// keyish marks the bytes of a key: digits, and what people and programs print
// between them. Bytes from 0x80 are in it for dashes, spaces and digits of
// other scripts; reading decides.
var keyish = func() (table [256]bool) {
	for c := range table {
		table[c] = c >= 0x80
	}
	for _, c := range []byte("0123456789-. ") {
		table[c] = true
	}
	return table
}()

// nextHit returns the first key in b from byte from on.
func nextHit(b []byte, from int) (hit, bool) {
	if len(b)-from < keyDigits {
		return hit{}, false
	}
	near := false
	for p := from + stride - 1; p < len(b); p += stride {
		if !keyish[b[p]] {
			near = false
			continue
		}
		if !near {
			near = true
			continue
		}
		h, seen := readHit(b, from, p)
		if h.end > 0 {
			return h, true
		}
		near = false
		p = max(p, seen-stride)
	}
	return hit{}, false
}

// reach is how far a key is looked for around one of its bytes: every digit
// may take three bytes and have as much between it and the next.
const reach = 320

// readHit reads the key around byte p. It returns a hit with an end of 0 where
// there is none, and the byte up to which it has looked.
func readHit(b []byte, from, p int) (h hit, seen int) {
	lo, hi := p, p+1
	for lo > from && keyish[b[lo-1]] && p-lo < reach {
		lo--
	}
	for hi < len(b) && keyish[b[hi]] && hi-p < reach {
		hi++
	}
	if hi-lo < 2*keyformat.GroupDigits+1 {
		return hit{}, hi
	}
	if hi-lo >= keyDigits {
		for i := lo; i+keyChars <= hi; i++ {
			if isDigit(b[i]) && (i == lo || !isDigit(b[i-1])) {
				if key, ok := canonical(b, i); ok {
					return hit{i, i + keyChars, key, true}, i + keyChars
				}
			}
		}
	}
	return readOdd(b, from, lo, hi)
}

// canonical reads the form that Windows prints, eight groups of six digits
// with hyphens between them, at byte i, where no digit stands before it.
func canonical(b []byte, i int) (keyformat.Key, bool) {
	if i+keyChars > len(b) {
		return keyformat.Key{}, false
	}
	s := b[i : i+keyChars : i+keyChars]
	var bytes [16]byte
	for g := range keyformat.Groups {
		at := g * (keyformat.GroupDigits + 1)
		if g > 0 && s[at-1] != '-' {
			return keyformat.Key{}, false
		}
		v := uint32(0)
		for _, c := range s[at : at+keyformat.GroupDigits] {
			d := uint32(c) - '0'
			if d > 9 {
				return keyformat.Key{}, false
			}
			v = v*10 + d
		}
		word := v / 11
		if word*11 != v || v > keyformat.MaxGroup {
			return keyformat.Key{}, false
		}
		bytes[2*g], bytes[2*g+1] = byte(word), byte(word>>8)
	}
	if continues(b, i+keyChars) || i > 1 && b[i-1] == '-' && isDigit(b[i-2]) {
		return keyformat.Key{}, false // a part of something longer
	}
	return keyformat.KeyFromBytes(bytes), true
}

// continues reports whether what ends before byte i goes on there.
func continues(b []byte, i int) bool {
	if i < len(b) && b[i] == '-' {
		i++
	}
	return i < len(b) && isDigit(b[i])
}
