package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"fortyeight/keyformat/keyfile"
)

// plain makes text that strangers wrote, such as the name of a file or a device,
// safe to show on a terminal and in a log: what would steer a terminal, turn the
// direction of the line or begin another one is shown as Go writes it, \x1b or
// \u202e. All else stays, letters of every script and emoji too.
func plain(text string) string {
	if strings.IndexFunc(text, keyfile.Steers) < 0 && utf8.ValidString(text) {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, text[i])
		case !keyfile.Steers(r):
			b.WriteString(text[i : i+size])
		case r < 0x80:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
		i += size
	}
	return b.String()
}

// plainJSON escapes in JSON what [plain] does in text and JSON need not: DEL, the
// controls from 0x80 on, and what turns the direction. The value stays the same.
func plainJSON(line []byte) []byte {
	var b []byte
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRune(line[i:])
		if keyfile.Steers(r) && r >= 0x7F {
			b = fmt.Appendf(b, `\u%04x`, r)
		} else {
			b = append(b, line[i:i+size]...)
		}
		i += size
	}
	return b
}
