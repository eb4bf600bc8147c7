package keyformat

// A Key is the 128-bit value that the 48 digits of a recovery key spell: eight
// words of 16 bits, one a group. A Key cannot hold a malformed recovery key.
//
// Keys are comparable and passed by value. The zero Key spells eight groups of
// 000000, which the format allows, so test the error of [ParseKey], never the
// Key, for failure.
type Key struct{ words [Groups]uint16 }

const (
	// Groups is the number of groups in a recovery key (domain.md §1.1).
	Groups = 8
	// GroupDigits is the number of decimal digits in a group.
	GroupDigits = 6
	// MaxGroup is the largest group, 720885: the largest 16-bit word times 11.
	// Six digits reach 999999, so 720896 to 999999 are always errors, and no
	// group begins with 8 or 9.
	MaxGroup = 0xFFFF * divisor
)

// divisor divides every group: a group is its 16-bit word times 11.
const divisor = 11

// keyChars is the length of the canonical form: 48 digits and 7 hyphens.
const keyChars = Groups*(GroupDigits+1) - 1

// KeyFromBytes returns the Key whose groups are the eight little-endian 16-bit
// words of b, the form that Windows hashes (domain.md §1.4). Every value of b
// is a Key.
func KeyFromBytes(b [16]byte) Key {
	var k Key
	for i := range k.words {
		k.words[i] = uint16(b[2*i]) | uint16(b[2*i+1])<<8
	}
	return k
}

// Bytes returns the 16 bytes of k; it is the inverse of [KeyFromBytes].
func (k Key) Bytes() [16]byte {
	var b [16]byte
	for i, w := range k.words {
		b[2*i], b[2*i+1] = byte(w), byte(w>>8)
	}
	return b
}

// Group returns the value of group n, which counts from 1 to 8: a multiple of
// 11 from 0 to [MaxGroup]. It panics when n is outside that range.
func (k Key) Group(n int) int { return int(k.words[n-1]) * divisor }

// String returns the canonical form, the one Windows prints and every tool
// reads: eight groups of six ASCII digits joined by hyphens, 55 characters.
func (k Key) String() string { return string(k.append(make([]byte, 0, keyChars))) }

func (k Key) append(b []byte) []byte {
	for i, w := range k.words {
		if i > 0 {
			b = append(b, '-')
		}
		b = appendGroup(b, int(w)*divisor)
	}
	return b
}

func appendGroup(b []byte, value int) []byte {
	for unit := 100_000; unit > 0; unit /= 10 {
		b = append(b, byte('0'+value/unit%10))
	}
	return b
}

// MustParseKey is [ParseKey] for tests and examples; it panics on an error.
func MustParseKey(text string) Key {
	k, err := ParseKey(text)
	if err != nil {
		panic(err)
	}
	return k
}
