package decode

// Counts is what a corpus teaches about recognised text: how often each digit
// was read as what, missed, or followed by something extra. The table in
// costs_table.go holds the counts of testdata/ocr-dev.jsonl; everything else
// that the decoder believes stands in this file and in channel.go.
//
// Keys and Key IDs share the table: rows 0 to 9 are the decimal digits, 10 to
// 15 the hex digits A to F.
type Counts struct {
	Right   [16]uint32 // digits read as themselves, letters in either case
	Missed  [16]uint32 // digits of which nothing is left
	Wrong   []Misread  // everything else, ordered by digit and symbol
	Inside  Extras     // between two digits of a group
	Between Extras     // between two groups
}

// A Misread says that a digit was read as another symbol so many times. A
// symbol is an ASCII character or one of the few codes of symbol.go.
type Misread struct {
	Digit, Symbol uint8
	Count         uint16
}

// Extras counts the symbols that stand between two digits, by their kind, and
// the places where symbols could stand.
type Extras struct {
	Places uint32
	Kinds  [kinds]uint32
}

// lookAlikes lists for each hex digit what eyes and recognisers take it for
// (domain.md §5.1). They start with a count of likeCount, so that a pair that
// the corpus happens to lack is not thought impossible.
var lookAlikes = [16]string{
	"OoDQUCc@869", "Il|!iJj/\\][;7", "Zz7", "89", "AhY9", "Ss$§68", "Gb85", "T?1Y", "B&3069", "gq84",
	"4R", "8R3", "c€G0", "0OQ", "e£€F", "f£EP",
}

// Pseudo-counts: what a row of the table holds before the corpus is read. They
// are the only free parameters of the table, and small beside the 2,000 digits
// of a row.
const (
	rightCount  = 20   // itself
	missCount   = 0.5  // nothing left
	likeCount   = 0.5  // a look-alike of domain.md §5.1
	digitCount  = 0.1  // any other digit, for misprints of no known shape
	letterCount = 0.02 // any other letter, sign or speck
	placeCounts = 20   // a place between two digits
	extraCount  = 0.5  // each kind of extra symbol
)

// share is how much of a page that is no key each kind of symbol makes up, and
// size the number of symbols that share it evenly. Digits are given half of
// the page, though few pages hold so many: then a run of digits alone is weak
// evidence for a key, and the arithmetic decides.
var (
	share = [kinds]float64{
		kindDigit:  0.50,
		kindLetter: 0.30,
		kindSpace:  0.08,
		kindLine:   0.02,
		kindDash:   0.05,
		kindDot:    0.03,
		kindMark:   0.02,
	}
	size = [kinds]float64{
		kindDigit:  10,
		kindLetter: 52,
		kindSpace:  1,
		kindLine:   1,
		kindDash:   5,
		kindDot:    8,
		kindMark:   24,
	}
)

// row fills in P(symbol | digit d) and returns P(nothing left | digit d).
func (c *Counts) row(d int, row *[symbols]float64) (miss float64) {
	for s := range symbol(symbols) {
		switch kindOf(s) {
		case kindDigit:
			row[s] = digitCount
		case kindLetter, kindMark, kindDot:
			row[s] = letterCount
		}
	}
	for _, r := range lookAlikes[d] {
		row[symbolOf(r)] = likeCount
	}
	for _, w := range c.Wrong {
		if int(w.Digit) == d {
			row[w.Symbol] += float64(w.Count)
		}
	}
	right := hexSymbol(d)
	row[right] = rightCount + float64(c.Right[d])
	miss = missCount + float64(c.Missed[d])
	total := miss
	for _, n := range row {
		total += n
	}
	for s := range row {
		row[s] /= total
	}
	if d > 9 {
		row[right|0x20] = row[right]
	}
	return miss / total
}

// hexSymbol returns the symbol of hex digit d, in upper case.
func hexSymbol(d int) symbol { return symbol("0123456789ABCDEF"[d]) }

// rates returns the probability of an extra symbol of each kind.
func (e *Extras) rates() (rates [kinds]float64) {
	total := float64(e.Places) + placeCounts
	for _, n := range e.Kinds {
		total += float64(n) + extraCount
	}
	for k, n := range e.Kinds {
		rates[k] = (float64(n) + extraCount) / total
	}
	return rates
}
