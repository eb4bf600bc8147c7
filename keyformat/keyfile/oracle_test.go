package keyfile

import (
	"math/rand/v2"
	"strings"
	"testing"

	"fortyeight/keyformat"
)

// slowHits finds the keys in a text the slow and obvious way.
func slowHits(text string) (starts []int) {
	for i := 0; i+keyChars <= len(text); i++ {
		if i > 0 && (isDigit(text[i-1]) || text[i-1] == '-' && i > 1 && isDigit(text[i-2])) || continues([]byte(text), i+keyChars) {
			continue
		}
		part := text[i : i+keyChars]
		if k, err := keyformat.ParseKey(part); err == nil && k.String() == part {
			starts = append(starts, i)
		}
	}
	return starts
}

// TestFindsEveryKey compares the search that looks at one byte of sixteen with
// one that looks at all of them.
func TestFindsEveryKey(t *testing.T) {
	r := rand.New(rand.NewPCG(48, 1))
	fillers := []string{" ", "a", "7", "-", "\n", ",", "x-1", "12.03.2024 ", "\tkey:", "ü", "3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C"}
	for range 2_000 {
		var text strings.Builder
		for range 1 + r.IntN(3) {
			for range r.IntN(40) {
				text.WriteString(fillers[r.IntN(len(fillers))])
			}
			text.WriteString("|")
			var b [16]byte
			for i := range b {
				b[i] = byte(r.Uint32())
			}
			text.WriteString(keyformat.KeyFromBytes(b).String())
			text.WriteString("|")
		}
		want := slowHits(text.String())
		var got []int
		for from := 0; ; {
			h, ok := nextHit([]byte(text.String()), from)
			if !ok {
				break
			}
			if h.whole && h.end-h.start == keyChars {
				got = append(got, h.start)
			}
			from = h.end
		}
		if len(got) != len(want) {
			t.Fatalf("found %d keys, want %d", len(got), len(want))
		}
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("a key at %d, want %d", got[i], want[i])
			}
		}
	}
}

// TestKeyAtEveryPlace moves a key through a window byte by byte, in several
// spellings.
func TestKeyAtEveryPlace(t *testing.T) {
	key := keyformat.MustParseKey("042647-302313-590458-071500-554323-116567-412181-516978")
	for name, spelling := range map[string]string{
		"hyphens": key.String(),
		"spaces":  strings.ReplaceAll(key.String(), "-", " "),
		"none":    strings.ReplaceAll(key.String(), "-", ""),
		"dots":    strings.ReplaceAll(key.String(), "-", "."),
		"dashes":  strings.ReplaceAll(key.String(), "-", "–"),
		"spread":  strings.ReplaceAll(key.String(), "-", " - "),
	} {
		for before := range 80 {
			text := strings.Repeat("x", before) + ":" + spelling + ":" + strings.Repeat("y", 80-before)
			h, ok := nextHit([]byte(text), 0)
			if !ok || !h.whole || h.key != key {
				t.Errorf("%s after %d bytes: not found", name, before)
			}
		}
	}
}

func TestNormalDate(t *testing.T) {
	for text, want := range map[string]string{
		"2024-01-31":                "2024-01-31",
		"2024-01-31T10:11:12Z":      "2024-01-31T10:11:12Z",
		"2023-10-10T10:00:00-08:00": "2023-10-10T10:00:00-08:00",
		"2024/1/5 7:08":             "2024-01-05T07:08:00",
		"31.1.2024 23:59":           "2024-01-31T23:59:00",
		"1/31/2024 1:02:03 PM":      "2024-01-31T13:02:03",
		"1/31/2024 12:02:03 AM":     "2024-01-31T00:02:03",
		"31/1/2024":                 "2024-01-31",
		"05/05/2024":                "2024-05-05",
		"01/02/2024":                "", // nobody knows which is the month
		"99/99/2024":                "",
		"10.0.22631.4317":           "",
		"1.2.3":                     "",
		"":                          "",
	} {
		if got := normalDate(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
