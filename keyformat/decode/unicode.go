package decode

// What the decoder has to know about characters outside ASCII, in few bytes:
// the tables of package unicode would be a fifth of its size. A list holds
// ranges, each as its first and its last character.
const (
	invisible = "\u00ad\u00ad\u0300\u036f\u061c\u061c\u180e\u180e\u200b\u200f\u202a\u202e\u2060\u206f\ufe00\ufe0f\ufeff\ufeff"
	blanks    = "\u00a0\u00a0\u1680\u1680\u2000\u200a\u202f\u202f\u205f\u205f\u2800\u2800\u3000\u3000"
	dashes    = "\u00af\u00af\u00b7\u00b7\u02d7\u02d7\u058a\u058a\u2010\u2015\u2043\u2043\u2212\u2212\u2500\u2501\u2e3a\u2e3b\u301c\u301c\u3030\u3030\u30fc\u30fc\ufe31\ufe32\ufe58\ufe58\ufe63\ufe63\uff70\uff70"
	signs     = "\u00a1\u00a9\u00ab\u00b4\u00b6\u00b9\u00bb\u00bf\u00d7\u00d7\u00f7\u00f7\u02c2\u02df\u2010\u2bff\u3001\u303f\ufe10\ufe6f\uff5f\uff65\uffe0\ufffd\U0001f000\U0001faff"
)

// zeros holds the zero of every script's decimal digits; the other nine follow
// it.
const zeros = "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0\u0f20" +
	"\u1040\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50\uabf0\uff10" +
	"\U000104a0\U00010d30\U00011066\U000110f0\U00011136\U000111d0\U000112f0\U00011450\U000114d0\U00011650\U000116c0" +
	"\U00011730\U000118e0\U00011950\U00011c50\U00011d50\U00011da0\U00011f50\U00016a60\U00016ac0\U00016b50" +
	"\U0001d7ce\U0001d7d8\U0001d7e2\U0001d7ec\U0001d7f6\U0001e140\U0001e2f0\U0001e4f0\U0001e950\U0001fbf0"

// within reports whether r is in one of the ranges.
func within(ranges string, r rune) bool {
	first := rune(-1)
	for _, c := range ranges {
		if first < 0 {
			first = c
			continue
		}
		if r >= first && r <= c {
			return true
		}
		first = -1
	}
	return false
}
