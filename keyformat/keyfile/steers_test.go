package keyfile_test

import (
	"testing"
	"unicode"

	"fortyeight/keyformat/keyfile"
)

// TestSteers compares every rune with what Unicode's own tables say.
func TestSteers(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		want := unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
		if got := keyfile.Steers(r); got != want {
			t.Errorf("%U: %v, want %v", r, got, want)
		}
	}
}
