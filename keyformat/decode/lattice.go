package decode

// A lattice holds all ways in which a page can have come from a key, or an ID,
// through one channel. Its nodes are the places in the page, and its cells are
// pairs of a node and the number of digits read so far, with one value a state.
//
// The value of a state is the sum, over all valid keys that go on from there
// and all ways to read them, of the weights of the rest of the page: the
// backward half of the forward-backward algorithm. The forward half is done by
// the search, one prefix of a key at a time.
type lattice struct {
	code    *code
	ch      *channel
	prior   float64   // how often a page comes this way
	symbols []symbol  // ends with endOfPage
	starts  []float64 // weight of a key that begins at a node; 0 forbids it
	ends    []float64 // weight of a key that ends at a node

	cells []int32 // node*depths + digits read → cell; 0 is a cell of zeros
	sums  [][noState + 1]float64
	total float64 // weight of all keys together

	// single asks for bounds on the weight of a single ID instead of sums
	// over all: to look known ones up.
	single bool
}

// nodes returns the number of nodes.
func (l *lattice) nodes() int { return len(l.symbols) }

func (l *lattice) cell(node, depth int) *[noState + 1]float64 {
	return &l.sums[l.cells[node*depths+depth]]
}

// A full trellis has twelve values in most cells, and nearly all cells are
// hopeless: a place ten characters into the key with forty digits read. So a
// coarse trellis comes first, which knows how many digits are read and not
// which. It adds up the weights of all strings of digits, valid or not, and so
// bounds from above what can flow through a cell of the full one.

// coarse returns the backward sums of the coarse trellis and their total.
func (l *lattice) coarse() (back []float64, total float64) {
	n, c := l.nodes(), l.code
	back = make([]float64, (n+1)*depths+1)
	for i := n - 1; i >= 0; i-- {
		s := l.symbols[i]
		for depth := c.digits; depth >= 0; depth-- {
			at := i*depths + depth
			back[at] = l.ends[i]*c.ends[depth] + l.ch.extra[c.places[depth]][s]*back[at+depths]
			if depth < c.digits {
				back[at] += l.ch.missAny*back[at+1] + l.ch.any[s]*back[at+depths+1]
			}
		}
		total += l.starts[i] * back[i*depths]
	}
	return back, total * l.prior
}

// keep makes cells for all that can carry more than limit, and returns a bound
// on all that is left out.
func (l *lattice) keep(back []float64, limit float64) (lost float64) {
	n, c := l.nodes(), l.code
	forward := make([]float64, (n+1)*depths+1)
	l.cells = make([]int32, (n+1)*depths+1)
	count := int32(1)
	for i := range n {
		s := l.symbols[i]
		forward[i*depths] += l.starts[i]
		for depth := 0; depth <= c.digits; depth++ {
			at := i*depths + depth
			w := forward[at]
			if w*back[at] > limit {
				l.cells[at] = count
				count++
			} else {
				lost += w * back[at]
			}
			forward[at+depths] += w * l.ch.extra[c.places[depth]][s]
			if depth < c.digits {
				forward[at+1] += w * l.ch.missAny
				forward[at+depths+1] += w * l.ch.any[s]
			}
		}
	}
	l.sums = make([][noState + 1]float64, count)
	return lost
}

// sum fills the cells, from the end to the beginning, and then total.
func (l *lattice) sum() {
	c := l.code
	for i := l.nodes() - 1; i >= 0; i-- {
		s := l.symbols[i]
		reads := &l.ch.read[s]
		for depth := c.digits; depth >= 0; depth-- {
			if l.cells[i*depths+depth] == 0 {
				continue
			}
			out, after := l.cell(i, depth), l.cell(i+1, depth)
			extra := l.ch.extra[c.places[depth]][s]
			out[0] = l.ends[i] * c.ends[depth]
			miss, read := &l.sums[0], &l.sums[0]
			if depth < c.digits {
				miss, read = l.cell(i, depth+1), l.cell(i+1, depth+1)
			}
			for state := range l.code.width(depth) {
				sum, most := 0.0, 0.0
				for d, next := range c.steps[depth%groupDigits][state][:c.base] {
					w := l.ch.miss[d]*miss[next&noState] + reads[d]*read[next&noState]
					sum += w
					most = max(most, w)
				}
				if l.single {
					sum = most
				}
				out[state] += sum + extra*after[state]
			}
		}
	}
	l.addUp()
}

// width is the number of states after so many digits.
func (c *code) width(depth int) int {
	if c.places[depth] == inside && c.base == 10 {
		return states
	}
	return 1
}

// addUp fills total.
func (l *lattice) addUp() {
	l.total = 0
	for i, w := range l.starts {
		l.total += w * l.cell(i, 0)[0]
	}
	l.total *= l.prior
}

// fill sums up as much of the lattice as the total needs to be exact to one
// part in a million.
func (l *lattice) fill(back []float64, total float64) {
	for limit := total / l.prior * 1e-14; ; limit *= 1e-8 {
		lost := l.keep(back, limit)
		l.sum()
		if lost*l.prior <= 1e-6*l.total || limit <= total/l.prior*1e-60 {
			return
		}
	}
}
