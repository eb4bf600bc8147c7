package keyformat

// A reading cuts a row of marks into groups where no well-formed key stands:
// where one is being typed, or has a slip. Separators are hints: most people
// type them between groups, some in fours, some not at all. So the cut is the
// cheapest of all cuts under the costs below, found exactly by dynamic
// programming; a lost or a doubled digit then spoils one group and not all
// that follow it.
type reading struct {
	cuts  [Groups + 1]int // group g is the marks from cuts[g] to cuts[g+1]
	extra int             // marks after the eighth group on the same line
	cost  int
}

// The costs of a cut. Only their order matters: a wrong group is dearer than
// a short one, and both are dearer than a hyphen inside a group. But six digits
// between two separators are a group, dearer to tear than to leave the one
// beside them short: a digit was lost there, and by chance what comes of
// borrowing the next one passes the rule one time in fifteen.
const (
	costWrong   = 6 // six digits that break the rule
	costShort   = 4 // fewer than six digits, closed by a separator
	costExtra   = 4 // digits after the eighth group
	costLong    = 3 // seven or eight digits between two separators
	costStrange = 3 // a group with a character that is no digit
	costSkip    = 2 // a number before the key that is no group; a group costs as a wrong one
	costDash    = 3 // a dash inside a group
	costSpace   = 1 // any other separator inside a group
	costTorn    = 5 // a separator inside a group, where six digits stand beside it

	costNever = 1 << 14 // no cut is possible
)

// maxStretch is the most digits between two separators that are read as one
// group.
const maxStretch = GroupDigits + 2

// window is the most marks that a reading looks at: eight groups, each as long
// as allowed, and something after them.
const window = Groups*maxStretch + GroupDigits

// best returns the cheapest reading of the chunks from c to end, which stand in
// one run. A run longer than window is read at the first few places where a key
// may begin.
func (s *scan) best(c, end int) reading {
	var best reading
	skipped := 0
	for start := c; start < end && start < c+Groups; start++ {
		if start == c || s.mayStart(start) {
			r := s.read(start, end)
			r.cost += skipped
			if start == c || r.cost < best.cost {
				best = r
			}
			if n := s.chunks[start].len(); (n == GroupDigits-1 || n == GroupDigits+1) && r.whole() {
				break // the first group has a digit too few or too many: it is no number before seven groups
			}
		}
		switch n := s.chunks[start].len(); {
		case n >= enoughDigits:
			return best // it is most of a key by itself, and no number before one
		case n == GroupDigits:
			skipped += costWrong
		default:
			skipped += costSkip
		}
	}
	return best
}

// whole reports whether r is eight groups with nothing after them, the last one
// full.
func (r *reading) whole() bool { return r.extra == 0 && r.cuts[Groups]-r.cuts[Groups-1] == GroupDigits }

// read returns the cheapest reading of the chunks from start to end that
// begins with the first of them.
func (s *scan) read(start, end int) reading {
	first := int(s.chunks[start].first)
	n := min(int(s.chunks[end-1].end)-first, window)
	marks := s.marks[first : first+n]

	var before [window + 1]gap    // what stands before mark i, where a chunk begins
	var inside [window + 1]uint16 // what it costs there that a group runs across it
	for i := start + 1; i < end; i++ {
		c := s.chunks[i]
		if at := int(c.first) - first; at < n {
			before[at] = c.before
			inside[at] = insideCost(c.before)
			if c.before != gapSoft && (c.len() == GroupDigits || s.chunks[i-1].len() == GroupDigits) {
				inside[at] = costTorn
			}
		}
	}
	if first+n == int(s.chunks[end-1].end) {
		before[n] = gapBreak // else the window ends inside the run
	}

	// cost[g][p] is the least for the marks from p on as groups g, g+1, …;
	// next[g][p] is where group g then ends.
	var cost [Groups + 1][window + 1]uint16
	var next [Groups][window + 1]uint8
	for p := range n + 1 {
		cost[Groups][p] = uint16(extraCost(before[:n+1], p))
	}
	for g := Groups - 1; g >= 0; g-- {
		cost[g][n], next[g][n] = 0, uint8(n)
		for p := n - 1; p >= 0; p-- {
			least := uint16(costNever)
			across := uint16(0)
			for e := p + 1; e <= min(n, p+maxStretch); e++ {
				if c := cutCost(marks, before[:n+1], p, e); c >= 0 {
					if total := uint16(c) + across + cost[g+1][e]; total < least {
						least, next[g][p] = total, uint8(e)
					}
				}
				across += inside[e]
			}
			cost[g][p] = least
		}
	}

	r := reading{cost: int(cost[0][0])}
	p := 0
	for g := range Groups {
		r.cuts[g] = first + p
		p = int(next[g][p])
	}
	r.cuts[Groups] = first + p
	r.extra = s.rest(start, end, first+p)
	return r
}

// rest counts the marks of the chunks from start to end that stand from mark
// from on, on the same line.
func (s *scan) rest(start, end, from int) (n int) {
	for _, c := range s.chunks[start:end] {
		if int(c.first) >= from && c.before&(gapLine|gapCell) != 0 {
			break
		}
		n += max(0, int(c.end)-max(int(c.first), from))
	}
	return n
}

// cutCost returns what it costs to take marks p to e as one group, or -1 if
// they cannot be one: a group has six marks unless a separator closes it.
func cutCost(marks []mark, before []gap, p, e int) int {
	n := e - p
	closed := before[e] != 0
	last := e == len(marks)
	switch {
	case n < GroupDigits && last && closed:
		return 0
	case n < GroupDigits && closed:
		return costShort
	case n > GroupDigits && closed && (p == 0 || before[p] != 0):
		return costLong
	case n != GroupDigits:
		return -1
	}
	switch groupState(marks[p:e]) {
	case GroupRight:
		return 0
	case GroupNotDigits:
		return costStrange
	}
	return costWrong
}

// insideCost returns what it costs that a group runs across a separator.
func insideCost(g gap) uint16 {
	switch {
	case g == 0 || g == gapSoft:
		return 0
	case g&gapDash != 0:
		return costDash
	}
	return costSpace
}

// extraCost returns what it costs that marks from p on stand after the eighth
// group.
func extraCost(before []gap, p int) int {
	if p == len(before)-1 || before[p]&(gapLine|gapCell) != 0 {
		return 0
	}
	return costExtra
}
