package photo

import "unicode/utf8"

// The modes of a segment, by their four bits (ISO/IEC 18004, table 2).
const (
	modeEnd          = 0
	modeNumeric      = 1
	modeAlphanumeric = 2
	modeAppended     = 3 // one of several codes
	modeByte         = 4
	modeFirst        = 5 // FNC1
	modeECI          = 7 // which character set
	modeSecond       = 9 // FNC1
)

const alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

// text returns what the data says. It fails on what it cannot read.
func (l *layout) text(data []byte) (string, bool) {
	in := bitReader{data: data}
	var out []byte
	for in.left() >= 4 {
		switch in.take(4) {
		case modeEnd:
			return decodeText(out), true
		case modeNumeric:
			out = in.numeric(out, in.take(l.countBits(10, 12, 14)))
		case modeAlphanumeric:
			out = in.alphanumeric(out, in.take(l.countBits(9, 11, 13)))
		case modeByte:
			for range min(in.take(l.countBits(8, 16, 16)), in.left()) {
				out = append(out, byte(in.take(8)))
			}
		case modeAppended:
			in.take(16)
		case modeFirst:
		case modeSecond:
			in.take(8)
		case modeECI:
			in.eci()
		default:
			return "", false
		}
		if in.over {
			return "", false
		}
	}
	return decodeText(out), true
}

// countBits returns how many bits say how long a segment is.
func (l *layout) countBits(small, medium, large int) int {
	switch {
	case l.version < 10:
		return small
	case l.version < 27:
		return medium
	}
	return large
}

// decodeText takes bytes for UTF-8, as nearly every maker of codes writes, and
// else for ISO 8859-1, as the standard says.
func decodeText(bytes []byte) string {
	if utf8.Valid(bytes) {
		return string(bytes)
	}
	runes := make([]rune, len(bytes))
	for i, b := range bytes {
		runes[i] = rune(b)
	}
	return string(runes)
}

// A bitReader takes bits from the front of data.
type bitReader struct {
	data []byte
	at   int
	over bool // more was taken than there is
}

func (r *bitReader) left() int { return 8*len(r.data) - r.at }

func (r *bitReader) take(n int) int {
	if n > r.left() {
		r.over = true
		r.at = 8 * len(r.data)
		return 0
	}
	value := 0
	for range n {
		value = value<<1 | int(r.data[r.at/8]>>(7-r.at%8)&1)
		r.at++
	}
	return value
}

// numeric reads digits: three in ten bits, two in seven, one in four.
func (r *bitReader) numeric(out []byte, count int) []byte {
	for count > 0 && !r.over {
		n := min(count, 3)
		value := r.take([...]int{0, 4, 7, 10}[n])
		for _, unit := range []int{100, 10, 1}[3-n:] {
			if value/unit > 9 {
				r.over = true // more than the digits can say
				return out
			}
			out = append(out, byte('0'+value/unit))
			value %= unit
		}
		count -= n
	}
	return out
}

// alphanumeric reads characters: two in eleven bits, one in six.
func (r *bitReader) alphanumeric(out []byte, count int) []byte {
	const base = len(alphanumeric)
	for ; count > 0 && !r.over; count -= 2 {
		if count == 1 {
			return r.character(out, r.take(6))
		}
		value := r.take(11)
		out = r.character(r.character(out, value/base), value%base)
	}
	return out
}

func (r *bitReader) character(out []byte, value int) []byte {
	if value >= len(alphanumeric) {
		r.over = true
		return out
	}
	return append(out, alphanumeric[value])
}

// eci skips the number of a character set, of one byte to three.
func (r *bitReader) eci() {
	switch first := r.take(8); {
	case first >= 0xC0:
		r.take(16)
	case first >= 0x80:
		r.take(8)
	}
}
