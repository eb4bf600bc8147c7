package decode

// fits counts the keys that agree with the digits that can be seen, and lists
// the groups of which so little is left that more values fit than the list of
// candidates holds.
func (l *lattice) fits(digits *[keyDigits]uint8, moves []move) (count float64, unreadable []int) {
	var seen [keyDigits]bool
	for i := range seen {
		seen[i] = true
	}
	for _, m := range moves {
		if m.kind == moveMiss || m.kind == moveRead && saysUnreadable(l.symbols[m.from]) {
			seen[m.digit] = false
		}
	}
	count = 1
	for g := range 8 {
		n := groupFits(digits[g*6:g*6+6], seen[g*6:g*6+6])
		count *= n
		if n > MaxCandidates {
			unreadable = append(unreadable, g+1)
		}
	}
	return count, unreadable
}

// groupFits counts the valid groups with the digits that are seen.
func groupFits(digits []uint8, seen []bool) float64 {
	var ways [states]float64
	ways[0] = 1
	for q, d := range digits {
		var next [states]float64
		for s, n := range ways {
			if n == 0 {
				continue
			}
			for digit, ns := range steps[q][s] {
				if ns != noState && (!seen[q] || uint8(digit) == d) {
					next[ns] += n
				}
			}
		}
		ways = next
	}
	return ways[0]
}
