package decode

import "fortyeight/keyformat"

// hexChannel is the channel of recognised text for Key IDs. Every ID that
// Windows makes is as likely as another, so a list of known IDs, not
// arithmetic, tells which of them is meant.
type hexChannel struct {
	read    [symbols][16]float64
	best    [symbols]float64 // the best of read
	any     [symbols]float64 // the mean of read: a digit nobody knows
	miss    [16]float64
	missAny float64
	inside  [kinds]float64
	between [kinds]float64
}

func hexRecognised(c *Counts) *hexChannel {
	ch := new(hexChannel)
	read, miss := c.rows()
	ch.miss = miss
	for d := range miss {
		ch.missAny += miss[d] / 16
		for s := range symbol(symbols) {
			w := read[d][s] / background(s)
			ch.read[s][d] = w
			ch.best[s] = max(ch.best[s], w)
			ch.any[s] += w / 16
		}
	}
	ch.inside, _ = c.Inside.weights()
	ch.between, _ = c.Between.weights()
	return ch
}

// extra returns the weight of skipping s after so many digits of an ID.
func (ch *hexChannel) extra(s symbol, depth int) float64 {
	switch depth {
	case 0:
		return 0
	case 8, 12, 16, 20:
		return ch.between[kindOf(s)]
	}
	return ch.inside[kindOf(s)]
}

// Where an ID can end: after 8 digits on the account page and on sheets, after
// 14 in the files of Windows 7, else after all 32 (domain.md §2.2, §2.6).
func idEnd(depth int) float64 {
	switch depth {
	case keyformat.MinIDDigits:
		return 0.3
	case 14:
		return 0.02
	case keyformat.IDDigits:
		return 0.68
	}
	return 0
}

const idDepths = keyformat.IDDigits + 1

// A hexLattice holds, for every node of a page and every number of digits of an
// ID read so far, what can still come: at best, for a single ID, and on
// average over all IDs.
type hexLattice struct {
	ch      *hexChannel
	symbols []symbol
	starts  []float64
	ends    []float64 // weight of an end by what follows
	best    []float64
	any     []float64
	total   float64   // weight of an ID that nobody knows
	begin   []arrival // the starts that any ID can come of
}

func (ch *hexChannel) lattice(symbols []symbol) *hexLattice {
	n := len(symbols)
	l := &hexLattice{ch: ch, symbols: symbols}
	l.starts, l.ends = make([]float64, n+1), make([]float64, n+1)
	l.best, l.any = make([]float64, (n+1)*idDepths), make([]float64, (n+1)*idDepths)
	missBest := 0.0
	for _, m := range ch.miss {
		missBest = max(missBest, m)
	}
	for i := n; i >= 0; i-- {
		l.edges(i)
		best, any := l.best[i*idDepths:][:idDepths], l.any[i*idDepths:][:idDepths]
		for depth := keyformat.IDDigits; depth >= 0; depth-- {
			end := idEnd(depth) * l.ends[i]
			b, a := end, end
			if depth < keyformat.IDDigits {
				b += missBest * best[depth+1]
				a += ch.missAny * any[depth+1]
				if i < n {
					s := symbols[i]
					e := ch.extra(s, depth)
					b += e*l.best[(i+1)*idDepths+depth] + ch.best[s]*l.best[(i+1)*idDepths+depth+1]
					a += e*l.any[(i+1)*idDepths+depth] + ch.any[s]*l.any[(i+1)*idDepths+depth+1]
				}
			}
			best[depth], any[depth] = b, a
		}
		l.total += l.starts[i] * any[0]
	}
	top := 0.0
	for i, w := range l.starts {
		top = max(top, w*l.best[i*idDepths])
	}
	for i, w := range l.starts {
		if w*l.best[i*idDepths] >= faint*top {
			l.begin = append(l.begin, arrival{int32(i), w})
		}
	}
	return l
}

// insideWord is the weight of an ID that begins or ends in the middle of a run
// of letters and digits, where it should not, unless the frame beside it was
// read as a letter.
const insideWord = 0.02

// edges fills starts and ends of node i.
func (l *hexLattice) edges(i int) {
	n := len(l.symbols)
	l.starts[i], l.ends[i] = 1/float64(n+1), 1
	wordBefore := i > 0 && isWord(l.symbols[i-1])
	wordAfter := i < n && isWord(l.symbols[i])
	if wordBefore && wordAfter {
		l.starts[i] *= insideWord
	}
	if wordAfter || i+1 < n && l.symbols[i] == '-' && isHex(l.symbols[i+1]) {
		l.ends[i] = insideWord
	}
}

func isWord(s symbol) bool { return kindOf(s) == kindDigit || kindOf(s) == kindLetter }

// read returns where from leads by reading digit d after so many digits. Nodes
// ascend.
func (l *hexLattice) read(from []arrival, depth int, d uint8) (to []arrival) {
	for _, a := range from {
		node := int(a.node)
		to = addArrival(to, node, a.weight*l.ch.miss[d])
		if node < len(l.symbols) {
			to = addArrival(to, node+1, a.weight*l.ch.read[l.symbols[node]][d])
		}
	}
	for i := 0; i < len(to); i++ { // and by skipping symbols after it
		a := to[i]
		if int(a.node) == len(l.symbols) {
			break
		}
		if w := a.weight * l.ch.extra(l.symbols[a.node], depth+1); w > faint*to[0].weight {
			to = addArrival(to, int(a.node)+1, w)
		}
	}
	return to
}

// ahead returns the weight that the arrivals can still come to at best, and
// those of them that have a part in it.
func (l *hexLattice) ahead(from []arrival, depth int) (list []arrival, sum float64) {
	for _, a := range from {
		sum += a.weight * l.best[int(a.node)*idDepths+depth]
	}
	list = from[:0]
	for _, a := range from {
		if a.weight*l.best[int(a.node)*idDepths+depth] > faint*sum {
			list = append(list, a)
		}
	}
	return list, sum
}

// ending returns the weight of an ID that ends where the arrivals are, with all
// of its digits or all that are known.
func (l *hexLattice) ending(from []arrival, depth int, last bool) (sum float64) {
	for _, a := range from {
		sum += a.weight * idEnd(depth) * l.ends[a.node]
		if last && depth < keyformat.IDDigits {
			sum += a.weight // no more is known of it
		}
	}
	return sum
}

// addArrival adds weight to a node. Nodes ascend in the list.
func addArrival(list []arrival, node int, weight float64) []arrival {
	at := len(list)
	for at > 0 && list[at-1].node > int32(node) {
		at--
	}
	if at > 0 && list[at-1].node == int32(node) {
		list[at-1].weight += weight
		return list
	}
	list = append(list, arrival{})
	copy(list[at+1:], list[at:])
	list[at] = arrival{int32(node), weight}
	return list
}
