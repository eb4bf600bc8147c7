package photo

import (
	"strconv"
	"strings"
	"testing"
)

// bitsOf packs zeros and ones into bytes, the last filled up with zeros.
func bitsOf(t testing.TB, text string) []byte {
	text = strings.ReplaceAll(text, " ", "")
	var data []byte
	for len(text) > 0 {
		n := min(8, len(text))
		value, err := strconv.ParseUint(text[:n], 2, 8)
		if err != nil {
			t.Fatal(err)
		}
		data = append(data, byte(value<<(8-n)))
		text = text[n:]
	}
	return data
}

func TestText(t *testing.T) {
	for _, tt := range []struct{ reason, bits, want string }{
		{"nothing", "", ""},
		{"the end at once", "0000", ""},
		{"three digits", "0001 0000000011 0000101010", "042"},
		{"two digits and one", "0001 0000000010 0101010 0001 0000000001 0111 0000", "427"},
		{"letters", "0010 000000011 00111001101 001100", "ABC"},
		{"ISO 8859-1, as the standard says", "0100 00000001 11111100 0000", "ü"},
		{"UTF-8, as everybody writes", "0100 00000010 11000011 10111100 0000", "ü"},
		{"a character set, of one byte", "0111 00011010 0100 00000001 01000001 0000", "A"},
		{"a character set, of three bytes", "0111 11000000 00000000 00000000 0100 00000001 01000001", "A"},
		{"one of several codes", "0011 0000000100000000 0100 00000001 01000001", "A"},
		{"for trade", "0101 0100 00000001 01000001 0000", "A"},
	} {
		got, ok := newLayout(1).text(bitsOf(t, tt.bits))
		if !ok || got != tt.want {
			t.Errorf("%s: %q, %v; want %q", tt.reason, got, ok, tt.want)
		}
	}
	for reason, bits := range map[string]string{
		"three digits above 999":         "0001 0000000011 1111101000",
		"two digits above 99":            "0001 0000000010 1100100",
		"a digit above 9":                "0001 0000000001 1010",
		"fewer digits than announced":    "0001 0000001100 0000101010",
		"two characters above the table": "0010 000000010 11111111111",
		"one character above the table":  "0010 000000001 101101",
		"Kanji":                          "1000 00000001 0000000000000",
		"a mode that is none":            "1111 0000",
	} {
		if got, ok := newLayout(1).text(bitsOf(t, bits)); ok {
			t.Errorf("%s reads as %q", reason, got)
		}
	}
}

// FuzzText: whatever the bits are, reading them comes to an end.
func FuzzText(f *testing.F) {
	f.Add(bitsOf(f, "0001 0000000011 0000101010"), 1)
	f.Add([]byte{0xFF, 0xFF}, 40)
	f.Fuzz(func(t *testing.T, data []byte, version int) {
		if version >= 1 && version <= maxVersion {
			if text, ok := newLayout(version).text(data); !ok && text != "" {
				t.Error("what cannot be read has a text")
			}
		}
	})
}
