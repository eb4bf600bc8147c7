package decode

// A way is a channel with the probability that a page came through it.
type way struct {
	ch    *channel
	prior float64
}

// Hands type keys and little else; pictures hold words as well.
const (
	bareTyped  = 0.9 // a short text of nothing but digits was typed
	wordsTyped = 0.1 // a text with other characters was
	bareLength = 80  // symbols: a key takes 55, and a few slips
)

// ways returns the ways in which the page can have come to be. In a bare page,
// a separator after every six characters and nowhere else was set by a form,
// as forms do: then a digit too few or too many shifts all that follow it.
func (d *Decoder) ways(symbols []symbol) [channels]way {
	digits, regrouped := 0, false
	for _, s := range symbols[:len(symbols)-1] {
		switch k := kindOf(s); {
		case separates(s) && s != '_':
			regrouped = digits%6 == 0 && (regrouped || digits == 6)
		case k == kindDigit, saysUnreadable(s):
			digits++
		default:
			digits = bareLength // not bare
		}
	}
	if digits >= bareLength || len(symbols) > bareLength {
		return [channels]way{{d.recognised, 1 - wordsTyped}, {d.typed, wordsTyped}}
	}
	hand := d.typed
	if regrouped && digits != keyDigits {
		hand = d.regrouped
	}
	return [channels]way{{d.recognised, 1 - bareTyped}, {hand, bareTyped}}
}
