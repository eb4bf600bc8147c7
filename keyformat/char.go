package keyformat

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

// classify returns the class of r. Outside ASCII it looks into the lists of
// unicode.go in order; what stands in none is strange, as letters are.
func classify(r rune) class {
	switch {
	case uint32(r) < uint32(len(ascii)):
		return ascii[r]
	case r >= 0x3400 && r < 0xA000, r >= 0xAC00 && r < 0xD800:
		return strange // most of a Chinese, Japanese or Korean text
	case decimalValue(r) >= 0:
		return decimal
	}
	for _, list := range lists {
		if within(list.ranges, r) {
			return list.class
		}
	}
	return strange
}

// within reports whether r stands in a list of ranges, each the first and the
// last of its characters.
func within(ranges string, r rune) bool {
	first, inside := rune(0), false
	for _, bound := range ranges {
		if inside && r >= first && r <= bound {
			return true
		}
		first, inside = bound, !inside
	}
	return false
}

// decimalValue returns the value of a decimal digit of any script, or -1.
// Unicode gives each script's digits as a block of ten, zero first.
func decimalValue(r rune) int8 {
	if r >= '0' && r <= '9' {
		return int8(r - '0')
	}
	for _, zero := range zeros {
		if r >= zero && r < zero+10 {
			return int8(r - zero)
		}
	}
	return -1
}

// hexValue returns the value of r as a hex digit, also in full width, or -1.
func hexValue(r rune) int {
	if r >= 0xFF10 && r <= 0xFF46 {
		r -= 0xFEE0
	}
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r|0x20 >= 'a' && r|0x20 <= 'f':
		return int(r|0x20-'a') + 10
	}
	return -1
}

// inWord reports whether r goes on with a word: a letter or a digit.
func inWord(r rune) bool {
	if r < 0x80 {
		return r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	c := classify(r)
	return r != 0xFFFD && (c == strange || c == decimal)
}

// isHyphen reports whether r is a dash of Unicode's.
func isHyphen(r rune) bool { return r == '-' || r > '~' && within(dashes, r) }
