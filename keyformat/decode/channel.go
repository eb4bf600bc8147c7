package decode

import "math"

// A channel is one way in which a key becomes a text. Every weight is a
// likelihood ratio: the probability of the symbol if it comes from the key
// over its probability in a page that is no key, so that what lies outside
// the key weighs 1 and a whole path weighs P(text | key) / P(text | no key).
type channel struct {
	prior   float64              // how often a key comes this way
	read    [symbols][10]float64 // a symbol read as a digit
	readAny [symbols]float64     // a symbol read as any digit
	miss    [10]float64          // a digit with nothing left of it
	inside  [kinds]float64       // an extra symbol within a group
	between [kinds]float64       // an extra symbol between two groups
	slips   bool                 // the three moves of hands, below
	swap    float64              // two neighbours exchanged: ab → ba
	jump    float64              // two digits exchanged over a third: abc → cba
	twin    float64              // a pair typed as another pair: aa → bb
}

// Unreadable symbols stand for every digit alike. Their ratio is below 1:
// they tell nothing, so a key of nothing else is never found.
const (
	unreadable      = 0.3  // ? * • _
	unreadableLike  = 0.05 // X, which is also a letter
	unreadableSigns = "?*_"
)

// recognised is the channel of optical character recognition.
func recognised(c *Counts) *channel {
	ch := new(channel)
	read, miss := c.rows()
	for d := range ch.miss {
		ch.miss[d] = miss[d]
		for s := range symbol(symbols) {
			ch.read[s][d] = read[d][s] / background(s)
		}
	}
	var none, noneBetween float64
	ch.inside, none = c.Inside.weights()
	ch.between, noneBetween = c.Between.weights()
	ch.prior = math.Pow(none, 40) * math.Pow(noneBetween, 7)
	ch.finish()
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
	typedLetter    = 0.02 * errorsPerDigit // O for 0 and l for 1, each look-alike
)

// typed is the channel of fingers on a keyboard. Where regrouped, dashes were
// set after every six characters typed, so that they say nothing about the
// groups of the key.
func typed(regrouped bool) *channel {
	ch := &channel{slips: true, swap: wrongSwap, jump: wrongJump, twin: wrongTwin / 9}
	for d := range ch.miss {
		ch.miss[d] = lostDigit
		for s := symbol('0'); s <= '9'; s++ {
			ch.read[s][d] = wrongDigit / 9 / background('0')
		}
		ch.read['0'+d][d] = (1 - errorsPerDigit) / background('0')
		for _, r := range lookAlikes[d] {
			if s := symbolOf(r); kindOf(s) != kindDigit {
				ch.read[s][d] = typedLetter / background(s)
			}
		}
	}
	ch.inside = [kinds]float64{kindDigit: addedDigit, kindLetter: 1e-6, kindSpace: 1e-3, kindLine: 1e-4, kindDash: 1e-3, kindDot: 1e-3, kindMark: 1e-5}
	ch.between = [kinds]float64{kindDigit: addedDigit, kindLetter: 1e-6, kindSpace: 0.2, kindLine: 0.05, kindDash: 0.4, kindDot: 0.05, kindMark: 1e-3}
	if regrouped {
		ch.inside[kindSpace], ch.inside[kindDash] = ch.between[kindSpace], ch.between[kindDash]
	}
	for k := range ch.inside {
		ch.inside[k] /= share[k]
		ch.between[k] /= share[k]
	}
	ch.prior = math.Pow(0.3, 7)
	ch.finish()
	return ch
}

// finish adds the unreadable symbols and the sums.
func (ch *channel) finish() {
	for d := range ch.miss {
		for i := range len(unreadableSigns) {
			s := unreadableSigns[i]
			ch.read[s][d] = max(ch.read[s][d], unreadable)
		}
		ch.read[symbolOf('•')][d] = unreadable
		ch.read['X'][d] = max(ch.read['X'][d], unreadableLike)
		ch.read['x'][d] = max(ch.read['x'][d], unreadableLike)
	}
	for s := range ch.readAny {
		for _, w := range ch.read[s] {
			ch.readAny[s] += w
		}
	}
}
