package decode

// cleanProbability is that of a key which stands in the text unharmed. Two
// misread digits can cancel out mod 11, and a typist can exchange two digits
// over a third; by the table of costs and domain.md §5.4 all of that together
// comes to about two in a thousand. The trellis agrees (TestCleanAgrees).
const cleanProbability = 0.998

// cleanKeys finds the keys in which nothing but separators needs to be passed
// over. It costs next to nothing, so a clean key never pays for the trellis.
func cleanKeys(symbols []symbol) (list []sighting) {
	for i := 0; i < len(symbols); {
		if symbols[i] < '0' || symbols[i] > '7' {
			i++
			continue
		}
		s := sighting{whole: 1 / cleanProbability, clean: true, keys: []found{{weight: 1}}}
		end := cleanKey(symbols, i, &s.keys[0].digits)
		if end < 0 || startWeight(symbols, i) < 1 || endWeight(symbols, end) < 1 {
			i++
			continue
		}
		s.span = region{i, end}
		list = append(list, s)
		i = end
	}
	return list
}

// cleanKey reads a clean key that begins at i and returns the node after it, or
// -1.
func cleanKey(symbols []symbol, i int, digits *[keyDigits]uint8) int {
	state := uint8(0)
	for depth := range keyDigits {
		if depth > 0 && depth%6 == 0 {
			for end := i + edgeReach; i < end && i < len(symbols) && separates(symbols[i]); i++ {
			}
		}
		if i == len(symbols) || kindOf(symbols[i]) != kindDigit {
			return -1
		}
		digits[depth] = uint8(symbols[i] - '0')
		if state = steps[depth%6][state][digits[depth]]; state == noState {
			return -1
		}
		i++
	}
	return i
}
