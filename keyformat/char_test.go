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

// TestLists compares the lists with package unicode.
func TestLists(t *testing.T) {
	tables := []struct {
		class  class
		tables []*unicode.RangeTable
	}{
		{soft, []*unicode.RangeTable{unicode.Cf, unicode.Pi, unicode.Pf}},
		{space, []*unicode.RangeTable{unicode.Zs}},
		{line, []*unicode.RangeTable{unicode.Zl, unicode.Zp}},
		{dash, []*unicode.RangeTable{unicode.Dash, unicode.Pd}},
	}
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		for _, want := range tables {
			if unicode.In(r, want.tables...) && classify(r) != want.class {
				t.Errorf("%U has class %d, want %d", r, classify(r), want.class)
			}
		}
		if unicode.In(r, unicode.L, unicode.S) && classify(r) == stop {
			t.Errorf("%U is a letter or a sign, and ends a label", r)
		}
		if unicode.Is(unicode.L, r) && classify(r) != strange && r != 'ー' && r != 'ｰ' && !unicode.Is(unicode.Lm, r) {
			t.Errorf("%U is a letter of class %d", r, classify(r))
		}
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
