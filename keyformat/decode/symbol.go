package decode

import "unicode/utf8"

// A symbol is a character as the channels see it: printable ASCII is itself,
// digits of every script are '0' to '9', and whatever else recognisers print
// falls into a few symbols of its own, so that the table of costs stays small.
type symbol uint8

const (
	symOtherMark   symbol           = 0x80 + iota // a quote or another sign without a symbol of its own
	symOtherLetter                                // a letter outside ASCII
	symSpecial                                    // the first of specials
	symBullet      = symSpecial + 8               // • in specials
)

// specials are the signs outside ASCII that Tesseract prints for digits and
// hex digits (domain.md §5.1 and the corpus); each is a symbol of its own.
const specials = "§£€¥©°®¢•"

const (
	symbols   = 0x90 // one more than the largest symbol
	endOfPage = 0    // stands after the last symbol of a page
)

// A kind groups the symbols that play the same part between two digits.
type kind uint8

const (
	kindDigit  kind = iota
	kindLetter      // of any script
	kindSpace       // spaces and tabs
	kindLine        // line ends
	kindDash        // dashes of every kind, and what recognisers print for one
	kindDot         // full stops, commas, colons, quotes: specks of dirt, mostly
	kindMark        // every other sign
	kinds
)

// kindOf returns the kind of s.
func kindOf(s symbol) kind { return kindTable[s%symbols] }

var kindTable = func() (table [symbols]kind) {
	for s := range table {
		table[s] = kindMark
	}
	for k, chars := range [kindMark]string{
		kindDigit:  "0123456789",
		kindLetter: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
		kindSpace:  " \t",
		kindLine:   "\n",
		kindDash:   "-~_=+",
		kindDot:    ".,:;'\"`",
	} {
		for i := range len(chars) {
			table[chars[i]] = kind(k)
		}
	}
	table[symOtherMark], table[symOtherLetter] = kindDot, kindLetter
	return table
}()

// A page is a text as symbols. Characters that nobody sees (zero width, soft
// hyphens, controls) are left out.
type page struct {
	text    string
	symbols []symbol // and endOfPage
	at      []int32  // byte offset of each symbol in the text, and of the end
}

// readPage turns a text into symbols.
func readPage(text string) page {
	p := page{
		text:    text,
		symbols: make([]symbol, 0, len(text)+1),
		at:      make([]int32, 0, len(text)+1),
	}
	for i, r := range text {
		if s := symbolOf(r); s != endOfPage {
			p.symbols = append(p.symbols, s)
			p.at = append(p.at, int32(i))
		}
	}
	p.symbols = append(p.symbols, endOfPage)
	p.at = append(p.at, int32(len(text)))
	return p
}

// offsets returns the bytes of the text at which a region begins and ends.
func (p *page) offsets(r region) (start, end int) {
	if r.from == r.to {
		return int(p.at[r.from]), int(p.at[r.from])
	}
	last := int(p.at[r.to-1])
	_, size := utf8.DecodeRuneInString(p.text[last:])
	return int(p.at[r.from]), last + size
}

// slice returns the text of a region.
func (p *page) slice(r region) string {
	start, end := p.offsets(r)
	return p.text[start:end]
}

// A region is a part of a page, from symbol from to symbol to.
type region struct{ from, to int }

// symbolOf returns the symbol for r, or endOfPage when r is not there for a
// reader.
func symbolOf(r rune) symbol {
	if r >= 0xFF01 && r <= 0xFF5E { // full width forms of ASCII
		r -= 0xFEE0
	}
	switch {
	case r == '\n', r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return '\n'
	case r >= ' ' && r < 0x7F, r == '\t':
		return symbol(r)
	case r < 0xA0, within(invisible, r):
		return endOfPage
	case within(blanks, r):
		return ' '
	case within(dashes, r):
		return '-'
	}
	n := symSpecial
	for _, s := range specials {
		if r == s {
			return n
		}
		n++
	}
	for _, zero := range zeros {
		if r >= zero && r < zero+10 {
			return '0' + symbol(r-zero)
		}
	}
	if within(signs, r) {
		return symOtherMark
	}
	return symOtherLetter
}
