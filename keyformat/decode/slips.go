package decode

// findSlips lists the slips of a hand that can begin at each node: ab → ba,
// abc → cba and aa → bb (domain.md §5.4). They reach over separators, since a
// hand that types without looking at groups slips across them too.
func (l *lattice) findSlips() {
	n := len(l.symbols)
	l.first = make([]int32, n+2)
	for i := range n {
		l.first[i] = int32(len(l.slips))
		if kindOf(l.symbols[i]) != kindDigit {
			continue
		}
		a := uint8(l.symbols[i] - '0')
		j := l.nextDigit(i + 1)
		if j < 0 {
			continue
		}
		b := uint8(l.symbols[j] - '0')
		right := l.ch.read['0'][0] // a digit typed right
		if a != b {
			l.addSlip(i, j, l.ch.swap*right*right, b, a)
		} else {
			for d := range uint8(10) {
				if d != a {
					l.addSlip(i, j, l.ch.twin*right*right, d, d)
				}
			}
		}
		k := l.nextDigit(j + 1)
		if k < 0 {
			continue
		}
		if c := uint8(l.symbols[k] - '0'); a != c {
			l.addSlip(i, k, l.ch.jump*right*right*right, c, b, a)
		}
	}
	l.first[n], l.first[n+1] = int32(len(l.slips)), int32(len(l.slips))
}

// nextDigit returns the place of the digit at i, or after the few separators
// at i, or -1.
func (l *lattice) nextDigit(i int) int {
	const separators = 3 // a dash between two spaces
	for end := min(i+separators+1, len(l.symbols)); i < end; i++ {
		switch kindOf(l.symbols[i]) {
		case kindDigit:
			return i
		case kindSpace, kindDash, kindLine:
		default:
			return -1
		}
	}
	return -1
}

// addSlip adds the slip from node i to the node after the digit at last, which
// reads digits.
func (l *lattice) addSlip(i, last int, weight float64, digits ...uint8) {
	next := int32(last + 1)
	for at := len(digits) - 1; at > 0; at-- {
		l.chains = append(l.chains, chain{digit: digits[at], next: next})
		next = int32(len(l.symbols) + len(l.chains))
	}
	l.slips = append(l.slips, slip{
		weight: weight,
		target: int32(last + 1),
		chain:  next,
		digits: uint8(len(digits)),
		digit:  digits[0],
	})
}

// sumChains fills the cells inside the slips that begin at node i, for those
// that are reached from so many digits.
func (l *lattice) sumChains(i, depth int) {
	if !l.ch.slips || depth == keyDigits {
		return
	}
	for _, sl := range l.slips[l.first[i]:l.first[i+1]] {
		l.sumChain(sl.chain, depth+1, int(sl.digits)-1)
	}
}

// sumChain fills the cell of a chain node that has so many digits to read,
// after the cell that follows it.
func (l *lattice) sumChain(node int32, depth, digits int) {
	c := l.chains[int(node)-len(l.symbols)-1]
	if digits > 1 && depth < keyDigits {
		l.sumChain(c.next, depth+1, digits-1)
	}
	out := l.values(int(node), depth)
	if out == nil || depth == keyDigits {
		return
	}
	after := l.values(int(c.next), depth+1)
	table := &steps[depth%6]
	for s := range out {
		out[s] = 0
		if after == nil {
			continue
		}
		if ns := table[s][c.digit]; ns != noState {
			out[s] = after[ns]
		}
	}
}
