package pdf

import "bytes"

// literal reads a string in brackets, which may have brackets in it.
func (l *lexer) literal() text {
	var out text
	open := 0
	for ; l.at < len(l.b); l.at++ {
		switch c := l.b[l.at]; c {
		case '(':
			if open++; open > 1 {
				out = append(out, c)
			}
		case ')':
			if open--; open == 0 {
				l.at++
				return out
			}
			out = append(out, c)
		case '\\':
			if l.at+1 < len(l.b) {
				l.at++
				out = l.escape(out)
			}
		default:
			out = append(out, c)
		}
	}
	return out
}

// escape reads what stands after a backslash, up to its last byte.
func (l *lexer) escape(out text) text {
	switch c := l.peek(0); {
	case c == 'n', c == 'r', c == 't':
		return append(out, ' ')
	case c == '\r':
		if l.peek(1) == '\n' {
			l.at++
		}
		return out
	case c == '\n':
		return out
	case c >= '0' && c <= '7':
		n := 0
		for i := 0; i < 3 && l.peek(0) >= '0' && l.peek(0) <= '7'; i++ {
			n = n*8 + int(l.peek(0)-'0')
			l.at++
		}
		l.at--
		return append(out, byte(n))
	default:
		return append(out, c)
	}
}

func (l *lexer) hex() text {
	l.at++
	var out text
	digits, v := 0, 0
	for l.at < len(l.b) {
		c := l.b[l.at]
		l.at++
		if c == '>' {
			break
		}
		d := bytes.IndexByte([]byte("0123456789abcdef"), c|0x20)
		if c >= '0' && c <= '9' {
			d = int(c - '0')
		}
		if d < 0 {
			continue
		}
		if v = v<<4 | d; digits%2 == 1 {
			out, v = append(out, byte(v)), 0
		}
		digits++
	}
	if digits%2 == 1 {
		out = append(out, byte(v<<4))
	}
	return out
}
