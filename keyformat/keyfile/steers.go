package keyfile

// Steers reports what has no place in a name that is shown, since it would steer
// whatever shows it: controls (C0, DEL, C1), the marks and overrides of Unicode's
// bidirectional algorithm, which turn other text on the line too, and its line
// and paragraph separators. Names of files and devices come as strangers wrote
// them; whoever shows one asks for each of its runes.
//
// Package unicode has tables for them, which weigh more than a program for the
// browser may.
func Steers(r rune) bool {
	switch {
	case r < ' ', r >= 0x7F && r < 0xA0:
		return true
	case r == 0x061C, r == 0x200E, r == 0x200F, r >= 0x2028 && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}
