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

// ways returns the ways in which the page can have come to be.
func (d *Decoder) ways(symbols []symbol) [maxChannels]way {
	if !bare(symbols) {
		return [maxChannels]way{{d.recognised, 1 - wordsTyped}, {d.typed, wordsTyped}}
	}
	hand := d.typed
	if regrouped(symbols) {
		hand = d.regrouped
	}
	return [maxChannels]way{{d.recognised, 1 - bareTyped}, {hand, bareTyped}}
}

// bare reports whether a page is short and holds nothing but digits, signs for
// unreadable digits, and separators.
func bare(symbols []symbol) bool {
	for _, s := range symbols {
		if kindOf(s) != kindDigit && !separates(s) && !saysUnreadable(s) {
			return false
		}
	}
	return len(symbols) <= bareLength
}

// regrouped reports whether there is a separator after every six digits and
// nowhere else, as forms set them by themselves: then a digit too few or too
// many shifts all that follow it.
func regrouped(symbols []symbol) bool {
	digits, separators := 0, 0
	for _, s := range symbols {
		if !separates(s) {
			digits++
			continue
		}
		separators++
		if digits%6 != 0 {
			return false
		}
	}
	return separators > 0 && digits != keyDigits
}
