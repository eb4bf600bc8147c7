package decode

import (
	"strings"
	"testing"
)

// TestLinesToFillIn: signs for unreadable digits without digits between them
// are no key, however many they are, and do not stall.
func TestLinesToFillIn(t *testing.T) {
	for _, text := range []string{strings.Repeat("_", 300_000), strings.Repeat("1_2_3_", 5_000), strings.Repeat("?", 500)} {
		if r := Read(text); len(r.Candidates) > 0 {
			t.Errorf("%d candidates", len(r.Candidates))
		}
	}
}
