package keyformat

import (
	"strings"
	"testing"
	"unicode"
)

// TestDecimalDigits walks all decimal digits of Unicode. The oracle counts
// from the zero of the block: a digit after no digit is a zero, and every
// tenth after it.
func TestDecimalDigits(t *testing.T) {
	scripts, expected := 0, int8(0)
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !unicode.Is(unicode.Nd, r) {
			if expected != 0 {
				t.Fatalf("the digits before %U do not end with a nine", r)
			}
			continue
		}
		if classify(r) != decimal || decimalValue(r) != expected {
			t.Errorf("%U: class %d value %d, want %d", r, classify(r), decimalValue(r), expected)
		}
		if expected = (expected + 1) % 10; expected == 0 {
			scripts++
		}
	}
	if scripts < 60 {
		t.Errorf("only %d sets of digits found", scripts)
	}
}

// TestSeparators puts every space, dash and invisible character of Unicode
// between the groups, and inside them.
func TestSeparators(t *testing.T) {
	tried := 0
	for r := rune(1); r <= unicode.MaxRune; r++ {
		if !unicode.In(r, unicode.Zs, unicode.Zl, unicode.Zp, unicode.Pd, unicode.Dash, unicode.Cf) {
			continue
		}
		tried++
		between := strings.ReplaceAll(sample, "-", string(r))
		inside := sample[:3] + string(r) + sample[3:]
		for _, text := range []string{between, inside} {
			if k, err := ParseKey(text); err != nil || k.String() != sample {
				t.Errorf("%U is not taken as a separator: %v", r, err)
			}
		}
	}
	if tried < 150 {
		t.Errorf("only %d characters tried", tried)
	}
}
