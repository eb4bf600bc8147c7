package keyformat

// What the package needs of Unicode, as text. Package unicode would bring its
// tables along, 10 kB of a program that weighs 450. A test compares these
// lists with it.

// zeros are the zeros of all decimal digits outside ASCII.
const zeros = "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0\u0f20" +
	"\u1040\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50\uabf0\uff10" +
	"\U000104a0\U00010d30\U00011066\U000110f0\U00011136\U000111d0\U000112f0\U00011450\U000114d0\U00011650\U000116c0" +
	"\U00011730\U000118e0\U00011950\U00011c50\U00011d50\U00011da0\U00011f50\U00016a60\U00016ac0\U00016b50" +
	"\U0001d7ce\U0001d7d8\U0001d7e2\U0001d7ec\U0001d7f6\U0001e140\U0001e2f0\U0001e4f0\U0001e950\U0001fbf0"

// dashes are the property Dash and the category Pd, as ranges.
const dashes = "\u058a\u058a\u05be\u05be\u1400\u1400\u1806\u1806\u2010\u2015\u2053\u2053\u207b\u207b\u208b\u208b\u2212\u2212" +
	"\u2e17\u2e17\u2e1a\u2e1a\u2e3a\u2e3b\u2e40\u2e40\u2e5d\u2e5d\u301c\u301c\u3030\u3030\u30a0\u30a0" +
	"\ufe31\ufe32\ufe58\ufe58\ufe63\ufe63\uff0d\uff0d\U00010ead\U00010ead"

// lists are ranges of characters by what they mean, the first that fits.
var lists = [...]struct {
	class  class
	ranges string
}{
	// Categories Cf, Pi and Pf, other quotes and primes, combining accents and
	// variation selectors.
	{soft, "\u00ab\u00ab\u00ad\u00ad\u00b4\u00b4\u00bb\u00bb\u02b9\u02bc\u0300\u036f\u0600\u0605\u061c\u061c\u06dd\u06dd\u070f\u070f" +
		"\u0890\u0891\u08e2\u08e2\u180e\u180e\u200b\u200f\u2018\u201f\u202a\u202e\u2032\u2037\u2039\u203a\u2060\u2064\u2066\u206f" +
		"\u2e02\u2e05\u2e09\u2e0a\u2e0c\u2e0d\u2e1c\u2e1d\u2e20\u2e21\u300c\u300f\u301d\u301f\ufe00\ufe0f\ufeff\ufeff" +
		"\uff02\uff02\uff07\uff07\ufff9\ufffb\U000110bd\U000110bd\U000110cd\U000110cd\U00013430\U0001343f\U0001bca0\U0001bca3" +
		"\U0001d173\U0001d17a\U000e0001\U000e0001\U000e0020\U000e007f"},
	{line, "\u0085\u0085\u2028\u2029"},
	// Category Zs and the blank Braille pattern, which shows as a space.
	{space, "\u00a0\u00a0\u1680\u1680\u2000\u200a\u202f\u202f\u205f\u205f\u2800\u2800\u3000\u3000"},
	{dash, dashes},
	// Dots and strokes that come instead of a full stop or a hyphen.
	{dash, "\u00af\u00af\u00b7\u00b7\u02d7\u02d7\u2024\u2024\u2027\u2027\u203e\u203e\u2043\u2043\u2219\u2219\u22c5\u22c5\u2500\u2501" +
		"\u3002\u3002\u30fb\u30fc\uff0b\uff0b\uff0e\uff0e\uff1d\uff1d\uff61\uff61\uff70\uff70"},
	// The bullet is how people and fields hide a digit.
	{strange, "\u2022\u2022"},
	// Other punctuation.
	{stop, "\u00a1\u00a1\u00a7\u00a7\u00b6\u00b6\u00bf\u00bf\u037e\u037e\u0387\u0387\u055a\u055f\u0589\u0589\u05c0\u05c0\u05c3\u05c3\u05f3\u05f4" +
		"\u0609\u060a\u060c\u060d\u061b\u061b\u061d\u061f\u066a\u066d\u06d4\u06d4\u2016\u2017\u2020\u2026\u2030\u2031\u2038\u2038\u203b\u203d\u203f\u2042" +
		"\u2045\u2051\u2054\u205e\u2308\u230b\u2329\u232a\u2768\u2775\u3001\u3003\u3008\u300b\u3010\u3011\u3014\u301b" +
		"\ufe10\ufe19\ufe30\ufe30\ufe33\ufe52\ufe54\ufe57\ufe59\ufe61\ufe68\ufe68\ufe6a\ufe6b\uff01\uff03\uff05\uff0a\uff0c\uff0f" +
		"\uff1a\uff1b\uff1f\uff20\uff3b\uff3d\uff3f\uff3f\uff5b\uff5b\uff5d\uff5d\uff5f\uff60\uff62\uff65"},
}
