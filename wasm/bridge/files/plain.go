package files

import (
	"strings"
	"unicode/utf8"
)

// plain returns a name that a stranger gave to a file or a device as a page may
// show it among other text. What turns the direction of the line, digits of other
// names on it included, and what is no character at all becomes U+FFFD.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if steers(r) {
			return utf8.RuneError
		}
		return r
	}, text)
}

// steers reports controls (C0, DEL, C1), the marks and overrides of Unicode's
// bidirectional algorithm, and its line and paragraph separators. Package unicode
// has tables for them, which weigh more than this program may.
func steers(r rune) bool {
	switch {
	case r < ' ', r >= 0x7F && r < 0xA0:
		return true
	case r == 0x061C, r == 0x200E, r == 0x200F, r >= 0x2028 && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}
