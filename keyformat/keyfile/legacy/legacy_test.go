package legacy

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzDecode holds, of the one encoding that this package has itself, that
// whatever bytes come out as text, a character for each, with their digits where
// they were. Package charset holds it for the others.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{"", "Ger\x84t: PC-1", "cl\x82 042647-302313", "\xff\xfe\x00", strings.Repeat("\xe1", 100)} {
		f.Add([]byte(seed))
	}
	none := func(string, []byte) (string, bool) { return "", false }
	digits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, s)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		out := Decode(text, none)
		if !utf8.ValidString(out) {
			t.Errorf("%q is no UTF-8", out)
		}
		if digits(out) != digits(string(text)) {
			t.Errorf("%q has other digits than %q", out, text)
		}
		if !utf8.Valid(text) && utf8.RuneCountInString(out) != len(text) {
			t.Errorf("%d bytes became %d characters", len(text), utf8.RuneCountInString(out))
		}
	})
}
