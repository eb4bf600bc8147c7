package files

import (
	"strings"
	"unicode/utf8"

	"fortyeight/keyformat/keyfile"
)

// plain returns a name that a stranger gave to a file or a device as a page may
// show it among other text. What turns the direction of the line, digits of other
// names on it included, and what is no character at all becomes U+FFFD.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if keyfile.Steers(r) {
			return utf8.RuneError
		}
		return r
	}, text)
}
