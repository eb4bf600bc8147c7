package ocr

import (
	"strings"

	"fortyeight/keyformat"
)

// cut returns text without the lines that hold pieces of the key, to see
// whether a key is claimed where there is none.
func cut(text string, key keyformat.Key) string {
	var rest strings.Builder
	for line := range strings.Lines(text) {
		if !holds(line, key) {
			rest.WriteString(line)
		}
	}
	return rest.String()
}

// holds reports whether at least two pieces of four digits of key, each at an
// even place, stand in line.
func holds(line string, key keyformat.Key) bool {
	const piece = 4
	truth, digits := digitsOf(key.String()), digitsOf(line)
	n := 0
	for i := 0; i+piece <= len(truth); i += 2 {
		if strings.Contains(digits, truth[i:i+piece]) {
			n++
		}
	}
	return n >= 2
}

// digitsOf returns the ASCII digits of s alone.
func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
