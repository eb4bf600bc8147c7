package decode

// The search builds keys digit by digit. A prefix of a key carries the forward
// sums of all ways to have read it, so that with the backward sums of the
// lattice its weight, the sum over all keys that begin with it, is exact. No
// prefix weighs less than what it grows into, so taking the heaviest first
// brings out the likeliest keys in order, each once, with all its paths added
// up.

// A prefix is the beginning of a key.
type prefix struct {
	parent int32
	depth  uint8
	digit  uint8 // the last digit
	state  uint8
	weight float64
	at     [2 * maxChannels]span // its arrivals by lattice, once it is taken
}

// A span is a part of the searcher's arrivals.
type span struct{ from, to int32 }

// An arrival is a node that a prefix can have been read up to, and the weight
// of all ways to get there.
type arrival struct {
	node   int32
	weight float64
}

const (
	maxChannels = 2
	// maxPrefixes bounds the work where thousands of keys fit alike. Twelve
	// keys need some 600 when few fit.
	maxPrefixes = 4000
	// unlikely is the probability below which no key is listed.
	unlikely = 1e-4
	// faint is the part of a sum below which a way of reading is left out of
	// it.
	faint = 1e-9
	// unlikelyJoined is the part of the product of all keys for two readings of one key, in which the
	// true key can be one of thousands each.
	unlikelyJoined = 1e-24
)

// A found key is one with the weight of all its readings.
type found struct {
	digits [keyDigits]uint8
	weight float64
}

// search returns the heaviest keys, heaviest first. The weight of a key is the
// sum over the lattices of one; if there are lattices of another reading of the
// same key, the product of both sums. The product of the sums of a prefix is
// still no less than that of any key that begins with it.
func search(one, other []*lattice) []found {
	s := searcher{lattices: append(append([]*lattice(nil), one...), other...), split: len(one)}
	root := prefix{parent: -1}
	sums := [2]float64{}
	for c, l := range s.lattices {
		root.at[c].from = int32(len(s.arrivals))
		for i, w := range l.starts {
			if w > 0 && l.cell(i, 0) != noCell {
				s.arrivals = append(s.arrivals, arrival{int32(i), w * l.prior})
			}
		}
		root.at[c].to = int32(len(s.arrivals))
		sums[s.side(c)] += l.total * l.prior
	}
	root.weight = sums[0]
	s.least = root.weight * unlikely
	if len(other) > 0 {
		root.weight *= sums[1]
		s.least = root.weight * unlikelyJoined
	}
	s.push(root)
	var keys []found
	for taken := 0; len(s.heap) > 0 && len(keys) < MaxCandidates; taken++ {
		if taken >= maxPrefixes {
			if len(keys) > 0 {
				break
			}
			s.heap = s.heap[:1] // one key at least: go straight on from the best
		}
		at := s.pop()
		if s.all[at].depth == keyDigits {
			keys = append(keys, s.key(at))
			continue
		}
		s.grow(at)
	}
	return keys
}

type searcher struct {
	lattices []*lattice
	split    int // lattices from here on are of the other reading
	all      []prefix
	heap     []int32
	least    float64
	arrivals []arrival // of all prefixes taken
	scratch  []arrival
	window   []float64
}

// side returns 0 for lattices of the one reading and 1 for the other.
func (s *searcher) side(c int) int {
	if c < s.split {
		return 0
	}
	return 1
}

func (s *searcher) key(at int32) found {
	f := found{weight: s.all[at].weight}
	for i := keyDigits - 1; i >= 0; i-- {
		f.digits[i] = s.all[at].digit
		at = s.all[at].parent
	}
	return f
}

// grow pushes the prefixes that are one digit longer.
func (s *searcher) grow(at int32) {
	p := &s.all[at]
	var weights [2][10]float64
	row := steps[p.depth%6][p.state]
	for c, l := range s.lattices {
		from := s.of(p.at[c])
		if p.parent >= 0 {
			s.scratch = l.arrive(s.of(s.all[p.parent].at[c]), p, s.scratch[:0])
			from = s.scratch
		}
		p.at[c].from = int32(len(s.arrivals))
		s.spread(l, from, p)
		p.at[c].to = int32(len(s.arrivals))
		l.onward(s.of(p.at[c]), int(p.depth), &row, &weights[s.side(c)])
	}
	next := prefix{parent: at, depth: p.depth + 1}
	for d, w := range weights[0] {
		if s.split < len(s.lattices) {
			w *= weights[1][d]
		}
		if w > s.least {
			next.digit, next.state, next.weight = uint8(d), row[d], w
			s.push(next)
		}
	}
}

func (s *searcher) of(part span) []arrival { return s.arrivals[part.from:part.to] }

// onward adds, for each next digit, the weight of all keys that go on with it.
func (l *lattice) onward(from []arrival, depth int, row *[10]uint8, weights *[10]float64) {
	n := len(l.symbols)
	for _, a := range from {
		node := int(a.node)
		if node > n {
			c := l.chains[node-n-1]
			if ns := row[c.digit]; ns != noState {
				weights[c.digit] += a.weight * l.value(int(c.next), depth+1, ns)
			}
			continue
		}
		if miss := l.values(node, depth+1); miss != nil {
			for d, ns := range row {
				if ns != noState {
					weights[d] += a.weight * l.ch.miss[d] * miss[ns]
				}
			}
		}
		if node == n {
			continue
		}
		if read := l.values(node+1, depth+1); read != nil {
			reads := &l.ch.read[l.symbols[node]]
			for d, ns := range row {
				if ns != noState {
					weights[d] += a.weight * reads[d] * read[ns]
				}
			}
		}
		if l.ch.slips {
			for _, sl := range l.slips[l.first[node]:l.first[node+1]] {
				if ns := row[sl.digit]; ns != noState {
					weights[sl.digit] += a.weight * sl.weight * l.value(int(sl.chain), depth+1, ns)
				}
			}
		}
	}
}

// value returns one value of a cell, 0 for a cell that is left out.
func (l *lattice) value(node, depth int, state uint8) float64 {
	if v := l.values(node, depth); v != nil {
		return v[state]
	}
	return 0
}

// arrive appends to to where the parent's arrivals lead by reading the digit of p.
func (l *lattice) arrive(from []arrival, p *prefix, to []arrival) []arrival {
	n, d := len(l.symbols), p.digit
	add := func(node int, w float64) {
		if w == 0 || l.cell(node, int(p.depth)) == noCell {
			return
		}
		for i := len(to) - 1; i >= 0; i-- {
			if to[i].node == int32(node) {
				to[i].weight += w
				return
			}
		}
		to = append(to, arrival{int32(node), w})
	}
	for _, a := range from {
		node := int(a.node)
		if node > n {
			if c := l.chains[node-n-1]; c.digit == d {
				add(int(c.next), a.weight)
			}
			continue
		}
		add(node, a.weight*l.ch.miss[d])
		if node == n {
			continue
		}
		add(node+1, a.weight*l.ch.read[l.symbols[node]][d])
		if l.ch.slips {
			for _, sl := range l.slips[l.first[node]:l.first[node+1]] {
				if sl.digit == d {
					add(int(sl.chain), a.weight*sl.weight)
				}
			}
		}
	}
	return to
}

// spread files the arrivals of p, with the nodes that are reached by skipping
// symbols and without what is faint.
func (s *searcher) spread(l *lattice, from []arrival, p *prefix) {
	n, depth := len(l.symbols), int(p.depth)
	if cap(s.window) <= n {
		s.window = make([]float64, n+1)
	}
	window := s.window[:n+1]
	lo, hi := n, -1
	for _, a := range from {
		if node := int(a.node); node > n {
			s.arrivals = append(s.arrivals, a)
		} else {
			window[node] += a.weight
			lo, hi = min(lo, node), max(hi, node)
		}
	}
	least := 0.0
	for i := lo; i <= hi; i++ {
		least += window[i] * l.value(i, depth, p.state)
	}
	least *= faint
	for i := lo; i <= n && i <= hi; i++ {
		w := window[i]
		window[i] = 0
		if w == 0 || w*l.value(i, depth, p.state) < least {
			continue
		}
		s.arrivals = append(s.arrivals, arrival{int32(i), w})
		if i < n && l.cell(i+1, depth) != noCell {
			if e := l.extra(i, depth); e > 0 {
				window[i+1] += w * e
				hi = max(hi, i+1)
			}
		}
	}
}

// push and pop keep the heaviest prefix on top; of two that weigh the same the
// longer one, then the older one.
func (s *searcher) push(p prefix) {
	s.all = append(s.all, p)
	s.heap = append(s.heap, int32(len(s.all)-1))
	for i := len(s.heap) - 1; i > 0; {
		up := (i - 1) / 2
		if !s.before(s.heap[i], s.heap[up]) {
			return
		}
		s.heap[i], s.heap[up] = s.heap[up], s.heap[i]
		i = up
	}
}

func (s *searcher) pop() int32 {
	top, last := s.heap[0], len(s.heap)-1
	s.heap[0] = s.heap[last]
	s.heap = s.heap[:last]
	for i := 0; ; {
		down := 2*i + 1
		if down >= last {
			return top
		}
		if down+1 < last && s.before(s.heap[down+1], s.heap[down]) {
			down++
		}
		if !s.before(s.heap[down], s.heap[i]) {
			return top
		}
		s.heap[i], s.heap[down] = s.heap[down], s.heap[i]
		i = down
	}
}

func (s *searcher) before(a, b int32) bool {
	p, q := &s.all[a], &s.all[b]
	if p.weight != q.weight {
		return p.weight > q.weight
	}
	if p.depth != q.depth {
		return p.depth > q.depth
	}
	return a < b
}
