package bridge

import (
	"strings"
	"testing"

	"fortyeight/keyformat"
)

func TestUnclear(t *testing.T) {
	for _, tt := range []struct{ reason, text, want string }{
		{"nothing", "", ""},
		{"a key", sample, ""},
		{"a key among words", "Dear all, " + sample + " is the key.", ""},
		{"a digit", "0", "typing"},
		{"groups being typed", sample[:27], "typing"},
		{"a separator after them", sample[:28], "typing"},
		{"a separator of another script", sample[:27] + "\u2014", "typing"},
		{"after a label", "Recovery key: " + sample[:30], "typing"},
		{"after a label of another script", "回復キー：" + sample[:30], "typing"},
		{"seven groups", sample[:48], "typing"},
		{"after an end of a Key ID", sampID[:23] + "-" + sample[:30], "yes"},
		{"beside a Key ID", sampID + "\n" + sample[:30], "yes"},
		{"glued to a Key ID", sampID + sample, "yes"},
		{"before words", sample[:30] + " or so", "yes"},
		{"a slip", sample[:54] + "0", "yes"},
		{"a hidden group", strings.Replace(sample, "590458", "XXXXXX", 1), "yes"},
		{"words", "where is it", "yes"},
	} {
		if got := call(t, &Session{}, "check", values{"text": tt.text, "id": ""})["unclear"]; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}

// TestManyKeys pastes an export: the list stays short, and the count is right.
func TestManyKeys(t *testing.T) {
	for _, n := range []int{maxListed, maxListed + 1, 300} {
		var text strings.Builder
		for i := range n {
			text.WriteString(keyformat.KeyFromBytes([16]byte{byte(i), byte(i >> 8), 1}).String() + "\n")
		}
		out := call(t, &Session{}, "check", values{"text": text.String(), "id": ""})
		if listed := len(out["found"].([]any)); listed != maxListed || out["count"] != float64(n) {
			t.Errorf("of %d keys %d are listed, and %v counted", n, listed, out["count"])
		}
	}
}

func TestDamagedPlaces(t *testing.T) {
	text := "🔑 " + sample + "\nключ: " + strings.Replace(sample, "590458", "590459", 1)
	damaged := call(t, &Session{}, "check", values{"text": text, "id": ""})["damaged"].([]any)
	if len(damaged) != 1 {
		t.Fatalf("%d are damaged", len(damaged))
	}
	one := damaged[0].(map[string]any)
	if start := len("xx " + sample + "\nxxxx: "); one["start"] != float64(start) || len(one["groups"].([]any)) != 1 || one["groups"].([]any)[0] != 3.0 {
		t.Errorf("it stands at %v, and its groups %v are wrong; want %d and group 3", one["start"], one["groups"], start)
	}
}
