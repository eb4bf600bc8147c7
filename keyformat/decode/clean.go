package decode

// cleanProbability is that of a key which stands in the text unharmed. Two
// misread digits can cancel out mod 11, and a typist can exchange two digits
// over a third; by the table of costs and domain.md §5.4 all of that together
// comes to about two in a thousand. The trellis agrees (TestCleanAgrees).
const cleanProbability = 0.998

// cleanKeys finds the keys in which nothing but separators needs to be passed
// over. It costs next to nothing, so a clean key never pays for the trellis.
func cleanKeys(symbols []symbol) (list []sighting) {
	var digits [keyDigits]uint8
	for i := 0; i < len(symbols); i++ {
		end := plainKey(symbols, i, &digits)
		if end == 0 || !valid(&digits) || edgeAt(symbols, i-1, -1).weight < 1 || edgeAt(symbols, end, +1).weight < 1 {
			continue
		}
		if !monotonous(string(digits[:])) {
			list = append(list, sighting{span: region{i, end}, whole: 1/cleanProbability - 1, clean: true})
			list[len(list)-1].add(string(digits[:]), 1)
		}
		i = end
	}
	return list
}

// plainKey reads 48 digits that begin at node i, with separators between groups
// and nothing else, and returns the node after them, or 0.
func plainKey(symbols []symbol, i int, digits *[keyDigits]uint8) int {
	for depth := range digits {
		for gap := i + edgeReach; depth > 0 && depth%6 == 0 && i < gap && separates(symbols[i]); {
			i++
		}
		if kindOf(symbols[i]) != kindDigit {
			return 0
		}
		digits[depth] = uint8(symbols[i] - '0')
		i++
	}
	return i
}

// valid reports whether the digits spell a key.
func valid(digits *[keyDigits]uint8) bool {
	state := uint8(0)
	for depth, d := range digits {
		if state = keys.steps[depth%6][state][d]; state == noState {
			return false
		}
	}
	return true
}
