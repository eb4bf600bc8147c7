package decode

// A key begins and ends at the edge of a run. Six digits that are the tail of
// an identifier pass the rule one time in fifteen, so a key never begins right
// after another digit or hex digit of its run, and never leaves a further
// group standing before or behind it.

// edges returns the weight of a key that begins, and that ends, at each node
// of a region of the page: 0 forbids it.
func edges(symbols []symbol, r region) (starts, ends []float64) {
	n := r.to - r.from
	both := make([]float64, 2*(n+1))
	starts, ends = both[:n+1], both[n+1:]
	for i := range n + 1 {
		starts[i] = startWeight(symbols, r.from+i) / float64(n+1)
		ends[i] = endWeight(symbols, r.from+i)
	}
	return starts, ends
}

// afterLetter is the weight of an edge at a letter: a recogniser sometimes
// makes one of the frame or the dirt beside a key.
const afterLetter = 0.05

// edgeReach is how many separators an edge looks over.
const edgeReach = 4

func startWeight(symbols []symbol, i int) float64 {
	joined, line := false, false
	j := i - 1
	for ; j >= 0 && i-j <= edgeReach && separates(symbols[j]); j-- {
		joined = joined || kindOf(symbols[j]) == kindDash
		line = line || symbols[j] == '\n'
	}
	if j < 0 {
		return 1
	}
	switch {
	case isHex(symbols[j]) && (joined || j == i-1):
		return 0
	case j == i-1 && kindOf(symbols[j]) == kindLetter:
		return afterLetter
	case !line && groupLike(symbols, j, -1):
		return 0
	}
	return 1
}

func endWeight(symbols []symbol, i int) float64 {
	n := len(symbols)
	joined, line := false, false
	j := i
	for ; j < n && j-i < edgeReach && separates(symbols[j]); j++ {
		joined = joined || kindOf(symbols[j]) == kindDash
		line = line || symbols[j] == '\n'
	}
	if j == n {
		return 1
	}
	switch {
	case kindOf(symbols[j]) == kindDigit && (joined || j == i):
		return 0
	case (joined || !line) && groupLike(symbols, j, +1):
		return 0
	case j == i && kindOf(symbols[j]) == kindLetter:
		return afterLetter
	}
	return 1
}

// groupLike reports whether a run of five to seven symbols that are digits but
// for two stands at i, going forward or back.
func groupLike(symbols []symbol, i, direction int) bool {
	digits, length := 0, 0
	for ; i >= 0 && i < len(symbols) && length < 8; i += direction {
		if separates(symbols[i]) {
			break
		}
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
	return s >= '0' && s <= '9' || s >= 'a' && s <= 'f' || s >= 'A' && s <= 'F'
}
