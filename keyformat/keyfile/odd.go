package keyfile

import (
	"unicode"
	"unicode/utf8"

	"fortyeight/keyformat"
)

// readOdd reads a key that is not in the canonical form: with other
// separators, in other digits, or damaged. The bytes from lo to hi look like
// digits and separators.
func readOdd(b []byte, from, lo, hi int) (hit, int) {
	lo, hi = widen(b, from, lo, hi)
	if countDigits(b[lo:hi]) < keyDigits-keyformat.Groups {
		return hit{}, hi
	}
	r := keyformat.Check(string(b[lo:hi]))
	if len(r.Found) > 0 {
		h := hit{lo + r.Groups[0].Start, lo + r.Groups[7].End, r.Key, true}
		return h, h.end
	}
	if isDamaged(&r) {
		return hit{start: lo, end: hi}, hi
	}
	return hit{}, hi
}

// countDigits counts the decimal digits of any script.
func countDigits(b []byte) int {
	n, other := 0, false
	for _, c := range b {
		if isDigit(c) {
			n++
		}
		// The first bytes of digits in Arabic, Indian and full-width forms; a
		// text in Chinese, say, has few of them and is passed over quickly.
		other = other || c == 0xD9 || c == 0xDB || c == 0xE0 || c == 0xEF || c == 0xF0
	}
	if other && n < keyDigits {
		for _, r := range string(b) {
			if r >= utf8.RuneSelf && unicode.Is(unicode.Nd, r) {
				n++
			}
		}
	}
	return n
}

// isDamaged reports whether a text without a well-formed key had one. Of
// groups that are none, one in fifteen is right by chance (domain.md §1.1), so
// most of them being right is no chance.
func isDamaged(r *keyformat.Report) bool {
	right := 0
	for _, g := range r.Groups {
		if g.State == keyformat.GroupRight {
			right++
		}
	}
	return right >= 4
}

// widen adds to a stretch what goes on behind a stray character or two, as
// letters do that stand for digits.
func widen(b []byte, from, lo, hi int) (int, int) {
	for range keyformat.Groups {
		i := lo - 1
		for i > from && lo-i <= 2 && isStray(b[i]) {
			i--
		}
		if i < from || !keyish[b[i]] || lo-1-i > 2 || hi-i > reach {
			break
		}
		for lo = i; lo > from && keyish[b[lo-1]] && hi-lo < reach; lo-- {
		}
	}
	for range keyformat.Groups {
		i := hi
		for i < len(b) && i-hi < 2 && isStray(b[i]) {
			i++
		}
		if i == hi || i >= len(b) || !keyish[b[i]] || i-lo > reach {
			break
		}
		for hi = i + 1; hi < len(b) && keyish[b[hi]] && hi-lo < reach; hi++ {
		}
	}
	for lo < hi && b[lo] == ' ' {
		lo++
	}
	for lo < hi && b[hi-1] == ' ' {
		hi--
	}
	return lo, hi
}

// isStray reports whether c may stand where a digit did.
func isStray(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '?' || c == '*' || c == '!' || c == '|' || c == '_' || c == '$' || c == '&'
}

func isDigit(c byte) bool { return c-'0' <= 9 }
