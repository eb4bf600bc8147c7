package decode

import (
	"testing"
	"unicode"
)

// TestSymbols compares the lists of unicode.go with package unicode.
func TestSymbols(t *testing.T) {
	zero := rune(-1) // of the present run of decimal digits
	for r := rune(0); r <= unicode.MaxRune; r++ {
		s := symbolOf(r)
		if int(s) >= symbols {
			t.Fatalf("%U: symbol %d", r, s)
		}
		switch {
		case unicode.Is(unicode.Nd, r):
			if zero < 0 || r >= zero+10 {
				zero = r
			}
			if want := '0' + symbol(r-zero); s != want {
				t.Errorf("%U: %d, want the digit %d", r, s, want)
			}
			continue
		case kindOf(s) == kindDigit:
			t.Errorf("%U: a digit", r)
		case unicode.Is(unicode.Zs, r) && s != ' ':
			t.Errorf("%U: %d, want a space", r, s)
		case unicode.Is(unicode.Letter, r) && r >= 0x80 && kindOf(s) == kindDash && r != 0x30FC && r != 0xFF70:
			t.Errorf("%U: a letter taken for a dash", r)
		}
		zero = -1
	}
	for _, r := range "\u00ad\u200b\u200e\ufeff\u0301\x00\x1b" {
		if s := symbolOf(r); s != endOfPage {
			t.Errorf("%U: %d, want nothing", r, s)
		}
	}
	for _, r := range "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d_~=" {
		if k := kindOf(symbolOf(r)); k != kindDash {
			t.Errorf("%U: kind %d, want a dash", r, k)
		}
	}
	for i, r := range []rune(specials) {
		if s := symbolOf(r); s != symSpecial+symbol(i) || r == '•' && s != symBullet {
			t.Errorf("%q: symbol %d", r, s)
		}
	}
}
