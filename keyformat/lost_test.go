package keyformat

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestEveryLostDigit leaves out every digit of many keys: the report points at
// the group that is short, and at no other.
func TestEveryLostDigit(t *testing.T) {
	const keys = 100
	random := rand.New(rand.NewPCG(48, 11))
	for _, separator := range []string{"-", " ", " - ", "\n", "\t"} {
		missed := 0
		for range keys {
			var b [16]byte
			for i := range b {
				b[i] = byte(random.Uint32())
			}
			key := KeyFromBytes(b).String()
			for i := range len(key) {
				if key[i] == '-' {
					continue
				}
				group := i/(GroupDigits+1) + 1
				report := Check(strings.ReplaceAll(key[:i]+key[i+1:], "-", separator))
				if !pointsAtLoss(report, group) {
					missed++
				}
			}
		}
		if missed > 0 {
			t.Errorf("separator %q: %d of %d lost digits are looked for elsewhere", separator, missed, keys*Groups*GroupDigits)
		}
	}
}

// pointsAtLoss reports whether the only problem is that this group lacks a
// digit. What is left of the last one can be above the bound already.
func pointsAtLoss(r Report, group int) bool {
	if len(r.Problems) != 1 || r.Problems[0].Group != group {
		return false
	}
	switch r.Problems[0].Kind {
	case GroupShort:
		return group < Groups && r.State == Wrong
	case TooShort:
		return group == Groups && r.State == Unfinished
	case TooLarge:
		return group == Groups && r.State == Wrong
	}
	return false
}
