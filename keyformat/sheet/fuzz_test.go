package sheet

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"fortyeight/keyformat"
)

// FuzzFields: a field becomes one line of at most so many characters, none of
// which steers a printer, a terminal or the direction of the text; and a field
// that is one already stays as it is.
func FuzzFields(f *testing.F) {
	for _, seed := range []string{"", "LAPTOP-7", " a\t\nb\u2028c ", "\x1b[2J\x00", "\u202etxt\u2066", "<script>alert(1)</script>", "\xff", strings.Repeat("👩\u200d👧", 100)} {
		f.Add(seed)
	}
	key := keyformat.MustParseKey("042647-302313-590458-071500-554323-116567-412181-516978")
	f.Fuzz(func(t *testing.T, text string) {
		once := New(key, keyformat.ID{}, Fields{Device: text, Note: text})
		for _, field := range []struct {
			text  string
			limit int
		}{{once.Device, maxField}, {once.Note, maxNote}} {
			if n := utf8.RuneCountInString(field.text); n > field.limit {
				t.Errorf("%d characters, at most %d may be", n, field.limit)
			}
			for _, r := range field.text {
				if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
					t.Errorf("%q holds %U", field.text, r)
				}
			}
		}
		if twice := New(key, keyformat.ID{}, once.Fields); twice != once {
			t.Errorf("%q becomes %q", once.Note, twice.Note)
		}
	})
}
