package decode

// A key begins and ends at the edge of a run of groups. Six digits that are the
// tail of an identifier pass the rule one time in fifteen, so a key that is
// joined to something is never read as if it stood alone. What joins is a dash
// with nothing else, also at the end of a line, and a space beside a further
// group of exactly six digits. A number behind any other space, a tab, a comma
// or a colon is a neighbour and nothing more.
//
// A joined key stays in the sums, with a small weight. Were it left out, the
// next best way to read the text would be taken for the only one.
const (
	// afterLetter is the weight of an edge at a letter: a recogniser sometimes
	// makes one of the frame or the dirt beside a key.
	afterLetter = 0.05
	// afterHex is that of an edge right behind a hex letter, afterGroup at a
	// space and a group, and afterDash at a dash.
	afterHex   = 1e-3
	afterGroup = 1e-2
	afterDash  = 1e-4
	// edgeReach is how many separators an edge looks over, and wordReach how
	// many letters and digits behind them.
	edgeReach = 4
	wordReach = 32
)

// An edge is one side of a key.
type edge struct {
	weight  float64 // 0 forbids it
	to      region  // what the key is joined to, or nothing
	further bool    // namely a further group of the same run
}

// joined reports whether something goes on behind the edge.
func (e *edge) joined() bool { return e.to.from < e.to.to }

// edgeAt returns the edge of a key whose neighbour is symbol i, before it if
// step is -1 or after it if step is +1.
func edgeAt(symbols []symbol, i, step int) edge {
	j := i
	for j >= 0 && j != i+step*edgeReach && separates(symbols[j]) && symbols[j] != '=' {
		j += step
	}
	if j < 0 || !ofGroup(symbols[j]) {
		return edge{weight: 1}
	}
	between := region{i, j}
	if step < 0 {
		between = region{j + 1, i + 1}
	}
	word, digits, hex := wordAt(symbols, j, step)
	length := word.to - word.from
	group := length == groupDigits && digits == length
	digit := kindOf(symbols[j]) == kindDigit
	mark := !isWord(symbols[j])
	switch g := gapOf(symbols[between.from:between.to]); {
	case g == noGap && mark:
		return edge{weight: 1}
	case g == noGap && digit:
		return edge{}
	case g == noGap && step < 0 && hex:
		return edge{afterHex, word, false}
	case g == noGap:
		return edge{weight: afterLetter}
	case g == dashGap && (digit || mark && group || hex && digits > 0):
		return edge{afterDash, word, group}
	case g == spaceGap && group:
		return edge{afterGroup, word, validGroup(symbols[word.from:word.to])}
	}
	return edge{weight: 1}
}

// ofGroup reports whether s is a letter, a digit, or a sign for one that nobody
// could read.
func ofGroup(s symbol) bool { return isWord(s) || saysUnreadable(s) }

// wordAt returns the letters and digits that stand together from i on, going
// forward or back, how many of them are digits or unreadable, and whether all
// are hex digits.
func wordAt(symbols []symbol, i, step int) (word region, digits int, hex bool) {
	j := i
	for hex = true; j >= 0 && j != i+step*wordReach && ofGroup(symbols[j]); j += step {
		if kindOf(symbols[j]) == kindDigit || !isWord(symbols[j]) {
			digits++
		}
		hex = hex && isHex(symbols[j])
	}
	if step < 0 {
		return region{j + 1, i + 1}, digits, hex
	}
	return region{i, j}, digits, hex
}

// A gap is what stands between a key and the word beside it.
type gap uint8

const (
	noGap    gap = iota
	dashGap      // dashes alone, or a dash before the end of a line
	spaceGap     // spaces, with dashes or without
	wideGap      // anything that keeps the two apart
)

func gapOf(between []symbol) gap {
	g := noGap
	for i, s := range between {
		switch {
		case s == '\n' && i > 0 && kindOf(between[0]) == kindDash:
			return dashGap
		case s == '\n', s == '\t':
			return wideGap
		case kindOf(s) == kindSpace:
			g = spaceGap
		case g == noGap:
			g = dashGap
		}
	}
	return g
}

// validGroup reports whether six digits can be a group of a key.
func validGroup(digits []symbol) bool {
	state := uint8(0)
	for i, d := range digits {
		if !isWord(d) {
			return true // nobody can tell
		}
		if state = keys.steps[i][state][d-'0']; state == noState {
			return false
		}
	}
	return true
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
