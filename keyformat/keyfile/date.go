package keyfile

// A date as people and programs write it, found in the text that stands where
// one is expected.

// normalDate returns the date in text in the form 2006-01-02, with the time
// and its offset after a T if they stand there, or "" when there is none or
// its day and month can be exchanged.
func normalDate(text string) string {
	for i := range len(text) {
		if isDigit(text[i]) && (i == 0 || !isDigit(text[i-1])) {
			if d := dateAt(text[i:]); d != "" {
				return d
			}
		}
	}
	return ""
}

// looksLikeDate reports whether a whole text is a date, with or without a
// time, in whatever order.
func looksLikeDate(text []byte) bool {
	if len(text) < 6 || len(text) > 40 || !isDigit(text[0]) {
		return false
	}
	seps, digits := 0, 0
	for _, c := range text {
		switch {
		case isDigit(c):
			digits++
		case c == '/' || c == '-' || c == '.' || c == ':':
			seps++
		case c == ' ' || c == ',' || c == '+' || c == 'T' || c == 'Z' || c == 'A' || c == 'P' || c == 'M' || c|0x20 == 'a' || c|0x20 == 'p' || c|0x20 == 'm':
		case c >= 0x80: // a narrow space before AM, 年月日
		default:
			return false
		}
	}
	_, _, _, n := threeNumbers(string(text))
	return n > 0 && digits >= 4 && digits <= 24 && seps >= 2
}

// threeNumbers reads three numbers with the same separator between them and
// returns how many bytes they take, or 0.
func threeNumbers(text string) (a, b, c, size int) {
	var list [3]int
	var sep byte
	for n := range list {
		start := size
		for size < len(text) && isDigit(text[size]) && size-start < 4 {
			list[n] = list[n]*10 + int(text[size]-'0')
			size++
		}
		if size == start || size < len(text) && isDigit(text[size]) {
			return 0, 0, 0, 0
		}
		if n == 2 {
			break
		}
		if size >= len(text) || text[size] != '-' && text[size] != '/' && text[size] != '.' || n == 1 && text[size] != sep {
			return 0, 0, 0, 0
		}
		sep = text[size]
		size++
	}
	return list[0], list[1], list[2], size
}

func dateAt(text string) string {
	a, b, c, size := threeNumbers(text)
	if size == 0 {
		return ""
	}
	sep := text[1]
	for i := range size {
		if !isDigit(text[i]) {
			sep = text[i]
			break
		}
	}
	var year, month, day int
	switch {
	case a > 999: // 2024-01-31, 2024/1/31, 2024.1.31
		year, month, day = a, b, c
	case c < 1000:
		return ""
	case sep == '.': // 31.1.2024
		year, month, day = c, b, a
	case a > 12 && b <= 12: // 31/1/2024
		year, month, day = c, b, a
	case b > 12 && a <= 12: // 1/31/2024
		year, month, day = c, a, b
	case a == b:
		year, month, day = c, a, b
	default:
		return "" // nobody knows which is the month
	}
	if month < 1 || month > 12 || day < 1 || day > 31 || year > 2199 {
		return ""
	}
	d := make([]byte, 0, len("2006-01-02T15:04:05+00:00"))
	d = appendNumber(d, year, 4)
	d = appendNumber(append(d, '-'), month, 2)
	d = appendNumber(append(d, '-'), day, 2)
	return string(appendTime(d, text[size:]))
}

// appendTime reads a time of 24 hours, or of 12 with AM or PM, and an offset,
// and appends it to a date.
func appendTime(d []byte, text string) []byte {
	i := 0
	for i < len(text) && (text[i] == ' ' || text[i] == 'T' || text[i] == ',') {
		i++
	}
	var list [3]int
	n := 0
	for ; n < 3; n++ {
		start := i
		for i < len(text) && isDigit(text[i]) && i-start < 2 {
			list[n] = list[n]*10 + int(text[i]-'0')
			i++
		}
		if i == start {
			break
		}
		if i < len(text) && text[i] == ':' && n < 2 {
			i++
			continue
		}
		n++
		break
	}
	if n < 2 || list[0] > 23 || list[1] > 59 || list[2] > 60 {
		return d
	}
	if i < len(text) && text[i] == '.' { // parts of a second
		for i++; i < len(text) && isDigit(text[i]); i++ {
		}
	}
	rest := text[i:]
	for len(rest) > 0 && (rest[0] == ' ' || rest[0] >= 0x80) {
		rest = rest[1:]
	}
	if len(rest) >= 2 && rest[1]|0x20 == 'm' {
		switch {
		case rest[0]|0x20 == 'p' && list[0] < 12:
			list[0] += 12
		case rest[0]|0x20 == 'a' && list[0] == 12:
			list[0] = 0
		}
	}
	d = appendNumber(append(d, 'T'), list[0], 2)
	d = appendNumber(append(d, ':'), list[1], 2)
	d = appendNumber(append(d, ':'), list[2], 2)
	switch {
	case len(rest) > 0 && rest[0] == 'Z':
		return append(d, 'Z')
	case len(rest) >= 6 && (rest[0] == '+' || rest[0] == '-') && rest[3] == ':' && isDigit(rest[1]) && isDigit(rest[2]) && isDigit(rest[4]) && isDigit(rest[5]):
		return append(d, rest[:6]...)
	}
	return d
}

// appendNumber appends the last digits of n, so many of them.
func appendNumber(b []byte, n, width int) []byte {
	for range width {
		b = append(b, 0)
	}
	for i := 1; i <= width; i++ {
		b[len(b)-i] = byte('0' + n%10)
		n /= 10
	}
	return b
}
