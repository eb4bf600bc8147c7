package decode

// A key begins and ends at the edge of a run. Six digits that are the tail of
// an identifier pass the rule one time in fifteen, so a key never begins right
// after another digit or hex digit of its run, and never leaves a further
// group standing before or behind it.

const (
	// afterLetter is the weight of an edge at a letter: a recogniser sometimes
	// makes one of the frame or the dirt beside a key.
	afterLetter = 0.05
	// edgeReach is how many separators an edge looks over.
	edgeReach = 4
)

// edgeWeight returns the weight of a key whose neighbour is symbol i, before it
// if step is -1 or after it if step is +1; 0 forbids it.
func edgeWeight(symbols []symbol, i, step int) float64 {
	joined, line := false, false
	j := i
	for ; j >= 0 && separates(symbols[j]) && j != i+step*edgeReach; j += step {
		joined = joined || kindOf(symbols[j]) == kindDash
		line = line || symbols[j] == '\n'
	}
	if j < 0 {
		return 1
	}
	s := symbols[j]
	further := kindOf(s) == kindDigit || step < 0 && isHex(s)
	switch {
	case further && (joined || j == i), (joined || !line) && groupLike(symbols, j, step):
		return 0
	case j == i && kindOf(s) == kindLetter:
		return afterLetter
	}
	return 1
}

// groupLike reports whether a run of five to seven symbols that are digits but
// for two stands at i, going forward or back.
func groupLike(symbols []symbol, i, step int) bool {
	digits, length := 0, 0
	for ; i >= 0 && symbols[i] != endOfPage && !separates(symbols[i]); i += step {
		if kindOf(symbols[i]) == kindDigit {
			digits++
		}
		length++
	}
	return length >= 5 && length <= 7 && digits >= length-2
}

// separates reports whether s stands between groups.
func separates(s symbol) bool {
	k := kindOf(s)
	return k == kindSpace || k == kindLine || k == kindDash
}

// isHex reports whether s is a hex digit.
func isHex(s symbol) bool {
	return s >= '0' && s <= '9' || s|0x20 >= 'a' && s|0x20 <= 'f'
}
