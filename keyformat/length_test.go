package keyformat

import (
	"math/rand/v2"
	"strings"
	"testing"
)

var separators = []string{"-", " ", " - ", "\n", "\t"}

// eachDigit gives try every place of a digit in many keys, and its group.
func eachDigit(try func(key string, at, group int)) {
	random := rand.New(rand.NewPCG(48, 11))
	for range 60 {
		var b [16]byte
		for i := range b {
			b[i] = byte(random.Uint32())
		}
		key := KeyFromBytes(b).String()
		for i := range len(key) {
			if key[i] != '-' {
				try(key, i, i/(GroupDigits+1)+1)
			}
		}
	}
}

// only reports whether the text has one problem, of this kind in this group.
func only(text string, want Problem) bool {
	r := Check(text)
	return len(r.Problems) == 1 && r.Problems[0] == want
}

// TestEveryLostDigit leaves out every digit: the report points at the group that
// is short, and at no other.
func TestEveryLostDigit(t *testing.T) {
	for _, separator := range separators {
		tried, missed := 0, 0
		eachDigit(func(key string, at, group int) {
			text := strings.ReplaceAll(key[:at]+key[at+1:], "-", separator)
			kind := GroupShort
			if group == Groups {
				kind = TooShort // one more digit can come
			}
			// What is left of the last group can be above the bound already.
			if !only(text, Problem{kind, group}) && !(group == Groups && only(text, Problem{TooLarge, group})) {
				missed++
			}
			tried++
		})
		if tried == 0 || missed > 0 {
			t.Errorf("separator %q: %d of %d lost digits are looked for elsewhere", separator, missed, tried)
		}
	}
}

// TestEveryAddedDigit doubles every digit, and puts another one before it: the
// report points at the group that is long, and at no other.
func TestEveryAddedDigit(t *testing.T) {
	for _, separator := range separators {
		tried, missed := 0, 0
		eachDigit(func(key string, at, group int) {
			for _, added := range []byte{key[at], '0' + byte(at%10)} {
				text := strings.ReplaceAll(key[:at]+string(added)+key[at:], "-", separator)
				if !only(text, Problem{GroupLong, group}) {
					missed++
				}
				tried++
			}
		})
		if tried == 0 || missed > 0 {
			t.Errorf("separator %q: %d of %d added digits are looked for elsewhere", separator, missed, tried)
		}
	}
}
