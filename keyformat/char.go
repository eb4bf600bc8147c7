package keyformat

import "unicode"

// A class says what a character can mean beside the digits of a recovery key.
type class uint8

const (
	strange class = iota // stands where a digit could: a letter, ?, *, …
	decimal              // a decimal digit of any script
	soft                 // is not there for a reader: zero width, soft hyphen, quotes
	space                // spaces of any kind
	dash                 // every dash Unicode has, dots, and what scanners and recognisers print for a dash
	cell                 // a tab: it ends a cell of a table
	line                 // ends a line
	stop                 // ends a label or a field: colon, comma, brackets, slashes, …
)

// ascii classifies the first 128 characters; control characters that are not
// white space are soft. The plus sign is what a bar code scanner types for a
// hyphen under some keyboard layouts (domain.md §4.1).
var ascii = func() (table [128]class) {
	for c := range table {
		switch {
		case c >= '0' && c <= '9':
			table[c] = decimal
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			table[c] = strange
		case c < ' ':
			table[c] = soft
		default:
			table[c] = stop
		}
	}
	set := func(chars string, to class) {
		for i := range len(chars) {
			table[chars[i]] = to
		}
	}
	set("\n\r\v\f", line)
	set("\t", cell)
	set(" ", space)
	set("-.+=~", dash)
	set("\"'`\x7f", soft)
	set("?*_!$&", strange)
	return table
}()

// classify returns the class of r.
func classify(r rune) class {
	if uint32(r) < uint32(len(ascii)) {
		return ascii[r]
	}
	switch {
	case unicode.Is(unicode.Nd, r):
		return decimal
	case r == '\u00ad', unicode.In(r, unicode.Cf, unicode.Pi, unicode.Pf, unicode.Mn), isQuote(r):
		return soft
	case r == '\u0085', r == '\u2028', r == '\u2029':
		return line
	case unicode.Is(unicode.Zs, r), r == '\u2800': // the blank Braille pattern shows as a space
		return space
	case unicode.Is(unicode.Dash, r), isDot(r):
		return dash
	case unicode.In(r, unicode.P) && r != '\u2022', r == '\uff5c':
		return stop
	}
	return strange
}

// isQuote covers the quotes outside the categories Pi and Pf.
func isQuote(r rune) bool {
	switch r {
	case '\u201a', '\u201e', '\u00b4', '\u02b9', '\u02bc', '\u2032', '\u2033', '\uff02', '\uff07',
		'\u300c', '\u300d', '\u300e', '\u300f', '\u301d', '\u301e', '\u301f':
		return true
	}
	return false
}

// isDot covers the dots and dash-like strokes that are not in Unicode's Dash
// property and come instead of a full stop or a hyphen.
func isDot(r rune) bool {
	switch r {
	case '\u00b7', '\u2024', '\u2027', '\u2219', '\u22c5', '\u30fb', '\uff0e', '\uff61', '\u3002',
		'\u02d7', '\u00af', '\u203e', '\u2043', '\u2500', '\u2501', '\u30fc', '\uff70', '\uff0b', '\uff1d':
		return true
	}
	return false
}

// decimalValue returns the value of a character of class decimal. Unicode
// gives every script's digits as a block of ten in order, zero first, and its
// tables join only neighbouring blocks.
func decimalValue(r rune) int8 {
	if r <= '9' {
		return int8(r - '0')
	}
	for _, block := range unicode.Nd.R16 {
		if r <= rune(block.Hi) {
			return int8((r - rune(block.Lo)) % 10)
		}
	}
	for _, block := range unicode.Nd.R32 {
		if r <= rune(block.Hi) {
			return int8((r - rune(block.Lo)) % 10)
		}
	}
	return 0
}

// hexValue returns the value of r as a hex digit, also in full width, or -1.
func hexValue(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= 'a' && r <= 'f':
		return int(r-'a') + 10
	case r >= 'A' && r <= 'F':
		return int(r-'A') + 10
	case r >= 0xFF10 && r <= 0xFF19, r >= 0xFF21 && r <= 0xFF26, r >= 0xFF41 && r <= 0xFF46:
		return hexValue(r - 0xFEE0)
	}
	return -1
}
