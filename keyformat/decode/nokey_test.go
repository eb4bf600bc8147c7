package decode

import (
	"strconv"
	"strings"
	"testing"
)

// TestNoKey reads texts without a key.
func TestNoKey(t *testing.T) {
	r := random(4)
	table := func(rows, columns, digits int) string {
		var b strings.Builder
		for range rows {
			for c := range columns {
				if c > 0 {
					b.WriteByte(' ')
				}
				for range digits {
					b.WriteString(strconv.Itoa(r.IntN(10)))
				}
			}
			b.WriteByte('\n')
		}
		return b.String()
	}
	for _, test := range []struct{ reason, text string }{
		{"words", "Where is my key? I have looked everywhere."},
		{"phone numbers and dates", "Call +1 (555) 123-4567 or +44 20 7946 0958 on 2024-11-24 10:15:33, order 4402-1188-3392-0021, ref 88210033"},
		{"a GUID", "24B0AA32-4E7C-4DD3-9E3B-0A5B7B9A1E77"},
		{"three GUIDs", strings.Repeat("{24B0AA32-4E7C-4DD3-9E3B-0A5B7B9A1E77}\n", 3)},
		{"a hash", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
		{"digits of pi", "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798214808651"},
		{"a table of six digits", table(10, 10, 6)},
		{"a table of eight columns", table(10, 8, 6)},
		{"a list of six digits", table(60, 1, 6)},
		{"a table of four digits", table(20, 12, 4)},
		{"card numbers", table(6, 4, 4)},
		{"a column of eight digits", table(40, 1, 8)},
		{"prices", strings.Repeat("12 x 4.99 = 59.88\n3 x 120.50 = 361.50\n", 20)},
		{"the sample of the documentation with no valid group", "123456-789012-345678-901234-567890-123456-789012-345678"},
	} {
		if got := Read(test.text); got.State != None {
			t.Errorf("%s: %v, the likeliest at %.3f", test.reason, got.State, got.Candidates[0].Probability)
		}
	}
}

// TestCutOut reads the texts of the corpus without the lines of the key.
func TestCutOut(t *testing.T) {
	digits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, s)
	}
	for _, s := range corpus(t) {
		var rest strings.Builder
		key := digits(s.Key)
		for line := range strings.Lines(s.Text) {
			pieces := 0
			for i := 0; i+4 <= len(key); i += 2 {
				if strings.Contains(digits(line), key[i:i+4]) {
					pieces++
				}
			}
			if pieces < 2 {
				rest.WriteString(line)
			}
		}
		if r := Read(rest.String()); r.State != None {
			t.Errorf("%s: %v without a key", s.ID, r.State)
		}
	}
}

// TestCorpus reads the corpus with the table learned from it. The figures say
// nothing about other texts; they only must not fall.
func TestCorpus(t *testing.T) {
	first, certain := 0, 0
	samples := corpus(t)
	for _, s := range samples {
		r := Read(s.Text)
		wellFormed(t, s.Text, r)
		right := len(r.Candidates) > 0 && r.Candidates[0].Key.String() == s.Key
		if right {
			first++
		}
		if r.State == Certain {
			certain++
			if !right {
				t.Errorf("%s: certain and wrong", s.ID)
			}
		}
	}
	if first*100 < 90*len(samples) || certain*100 < 83*len(samples) {
		t.Errorf("of %d texts %d first, %d certain", len(samples), first, certain)
	}
}

// TestEverySlip makes every wrong digit and every swap of neighbours in one
// key, with and without dashes.
func TestEverySlip(t *testing.T) {
	plain := strings.ReplaceAll(someKey, "-", "")
	for _, text := range []string{someKey, plain} {
		missed, late := 0, 0
		check := func(b []byte) {
			if string(b) == text {
				return
			}
			r := Read(string(b))
			at := -1
			for i, c := range r.Candidates {
				if c.Key.String() == someKey {
					at = i
				}
			}
			if at < 0 {
				missed++
			}
			if at < 0 || at >= 6 {
				late++
			}
			wellFormed(t, string(b), r)
		}
		last := -1
		for i := range text {
			if text[i] == '-' {
				continue
			}
			for d := byte('0'); d <= '9'; d++ {
				b := []byte(text)
				b[i] = d
				check(b)
			}
			if last >= 0 {
				b := []byte(text)
				b[i], b[last] = b[last], b[i]
				check(b)
			}
			last = i
		}
		if missed > 0 || late > 24 { // of 479
			t.Errorf("the true key is missing %d times, and not among six %d times", missed, late)
		}
	}
}
