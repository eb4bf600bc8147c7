package decode

// A channel is one way in which a key or an ID becomes a text. Every weight is
// a likelihood ratio: the probability of the symbol if it comes from the key
// over its probability in a page that is no key. So what lies outside the key
// weighs 1, and a whole path weighs P(text | key) / P(text | no key).
type channel struct {
	_       incomparable
	read    [symbols][16]float64         // a symbol read as a digit
	any     [symbols]float64             // the sum of it over the digits
	miss    [16]float64                  // a digit with nothing left of it
	missAny float64                      // the sum of it
	extra   [placeCount][symbols]float64 // a symbol that is no digit
}

// Unreadable symbols stand for every digit alike. Their ratio is below 1: they
// tell nothing, so a key of nothing else is never found.
const (
	unreadable     = 0.3
	unreadableLike = 0.05 // for X, which is also a letter
)

// saysUnreadable reports whether s stands for a digit that nobody can read.
func saysUnreadable(s symbol) bool {
	return s == '?' || s == '*' || s == '_' || s == symBullet || s == 'X' || s == 'x'
}

// recognised is the channel of optical character recognition. Every digit is
// multiplied by each: the probability of a digit before it is read, where an
// average over all IDs is wanted.
func recognised(c *Counts, each float64) *channel {
	ch := new(channel)
	for d := range ch.miss {
		var row [symbols]float64
		ch.miss[d] = c.row(d, &row) * each
		for s, p := range row {
			ch.read[s][d] = p * each
		}
	}
	ch.finish([placeCount][kinds]float64{inside: c.Inside.rates(), between: c.Between.rates()})
	return ch
}

// Typing errors per digit typed: a key of 48 digits has one in three times,
// and of a hundred errors 79 are a wrong digit, 10 exchange neighbours, 1 is
// abc → cba, half a one aa → bb, and the rest are lost and added digits in
// equal parts (domain.md §5.4).
const (
	errorsPerDigit = 1.0 / 3 / keyDigits
	wrongDigit     = 0.79 * errorsPerDigit
	wrongSwap      = 0.10 * errorsPerDigit
	wrongJump      = 0.01 * errorsPerDigit
	wrongTwin      = 0.005 * errorsPerDigit
	lostDigit      = 0.0475 * errorsPerDigit
	addedDigit     = 0.0475 * errorsPerDigit
	typedLetter    = 0.02 * errorsPerDigit // O for 0, l for 1: each look-alike
)

// typed is the channel of fingers on a keyboard, but for the slips over
// several digits (slips.go). Where regrouped, dashes were set after every six
// characters typed, so that they say nothing about the groups of the key.
func typed(regrouped bool) *channel {
	ch := new(channel)
	for d := range 10 {
		ch.miss[d] = lostDigit
		for _, r := range lookAlikes[d] {
			ch.read[symbolOf(r)][d] = typedLetter
		}
		for s := '0'; s <= '9'; s++ {
			ch.read[s][d] = wrongDigit / 9
		}
		ch.read['0'+d][d] = 1 - errorsPerDigit
	}
	extra := [placeCount][kinds]float64{
		inside:  {kindDigit: addedDigit, kindLetter: 1e-6, kindSpace: 1e-3, kindLine: 1e-4, kindDash: 1e-3, kindDot: 1e-3, kindMark: 1e-5},
		between: {kindDigit: addedDigit, kindLetter: 1e-6, kindSpace: 0.2, kindLine: 0.05, kindDash: 0.4, kindDot: 0.05, kindMark: 1e-3},
	}
	if regrouped {
		extra[inside] = extra[between]
	}
	ch.finish(extra)
	return ch
}

// finish turns probabilities into ratios, and adds the unreadable symbols and
// the sums. Before the first and after the last digit only a digit is part of
// the key.
func (ch *channel) finish(extra [placeCount][kinds]float64) {
	extra[outside][kindDigit] = extra[inside][kindDigit]
	for s := range symbol(symbols) {
		k := kindOf(s)
		least := 0.0
		if saysUnreadable(s) {
			least = unreadable
			if k == kindLetter {
				least = unreadableLike
			}
		}
		for d := range ch.miss {
			ch.read[s][d] = max(ch.read[s][d]/(share[k]/size[k]), least)
			ch.any[s] += ch.read[s][d]
		}
		for p := range ch.extra {
			ch.extra[p][s] = extra[p][k] / share[k]
		}
	}
	ch.read[endOfPage], ch.any[endOfPage] = [16]float64{}, 0
	for p := range ch.extra {
		ch.extra[p][endOfPage] = 0
	}
	for _, m := range ch.miss {
		ch.missAny += m
	}
}
