package bridge

import "unicode/utf8"

// number returns a number that is not negative, in decimal.
//
//go:noinline
func number(value int) string {
	var digits [20]byte
	i := len(digits)
	for more := true; more; more = value > 0 {
		i--
		digits[i] = byte('0' + value%10)
		value /= 10
	}
	return string(digits[i:])
}

// quote returns text as a JSON string. Bytes that are no UTF-8 become U+FFFD.
//
//go:noinline
func quote(text string) string {
	const hex = "0123456789abcdef"
	b := []byte{'"'}
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r < ' ':
			b = append(b, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return string(append(b, '"'))
}
