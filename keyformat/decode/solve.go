package decode

// keyPrior is the probability that a region holds a key before it is read, and
// every key is as likely as another: 1 in 2^128. So no key at all weighs this
// much on the scale of the lattices.
const (
	keyPrior = 0.5
	noKey    = (1 - keyPrior) / keyPrior * (1 << 128)
)

// hopeless is the probability of a key below which a region is not read
// further.
const hopeless = 1e-3

// A sighting is one place in the page where a key stands, with the keys that it
// can be.
type sighting struct {
	span     region
	base     int // of the lattices in the page
	lattices []*lattice
	keys     []found // heaviest first, at least one
	whole    float64 // weight of all keys and of no key
	clean    bool    // read without lattices
}

// newLattice returns a lattice for a region, without weights of edges and
// without sums.
func newLattice(c *code, ch *channel, symbols []symbol, r region) *lattice {
	n := r.to - r.from + 1
	l := &lattice{code: c, ch: ch, prior: 1, symbols: make([]symbol, n)}
	copy(l.symbols, symbols[r.from:r.to])
	l.starts, l.ends = make([]float64, n), make([]float64, n)
	return l
}

// keyLattice returns the lattice for keys in a region, without sums.
func keyLattice(ch *channel, symbols []symbol, r region) *lattice {
	l := newLattice(keys, ch, symbols, r)
	for i := range l.symbols {
		l.starts[i] = edgeWeight(symbols, r.from+i-1, -1) / float64(len(l.symbols))
		l.ends[i] = edgeWeight(symbols, r.from+i, +1)
	}
	return l
}

// sight reads a region of the page, and goes on to the left and to the right
// of what it finds there.
func (d *Decoder) sight(symbols []symbol, r region, list []sighting) []sighting {
	s := sighting{base: r.from, whole: noKey}
	for _, w := range d.ways(symbols) {
		l := keyLattice(w.ch, symbols, r)
		l.prior = w.prior
		back, total := l.coarse()
		if total < noKey*hopeless {
			continue
		}
		l.fill(back, total)
		s.lattices = append(s.lattices, l)
		s.whole += l.total
	}
	if s.whole < 2*noKey {
		return list
	}
	s.keys = search(s.lattices, nil)
	if !s.place() {
		return list
	}
	if s.alone() {
		if s.keys = search(s.lattices, nil); len(s.keys) == 0 {
			return list
		}
	}
	d.addSlips(symbols, &s)
	list = append(list, s)
	for _, side := range [2]region{{r.from, s.span.from}, {s.span.to, r.to}} {
		for _, rest := range regions(symbols, side.from, side.to) {
			list = d.sight(symbols, rest, list)
		}
	}
	return list
}

// place finds where in the page the likeliest key stands. It reports false if
// numbers became too small for there to be any.
func (s *sighting) place() bool {
	if len(s.keys) == 0 {
		return false
	}
	_, moves := s.best(s.keys[0].digits)
	if len(moves) == 0 {
		return false
	}
	s.span = region{s.base + moves[0].node, s.base + moves[len(moves)-1].node}
	return true
}

// best returns the lattice through which digits come out best, and how.
func (s *sighting) best(digits string) (lattice *lattice, moves []move) {
	top := 0.0
	for _, l := range s.lattices {
		if m, w := l.align(digits); w > top {
			lattice, moves, top = l, m, w
		}
	}
	return lattice, moves
}

// alone shuts out keys that stand elsewhere in the region, such as the next one
// of a list, and reports whether there were any. Readings of the same key begin
// within a group of each other.
func (s *sighting) alone() bool {
	const reach = 8
	from, whole := s.span.from-s.base, float64(noKey)
	for _, l := range s.lattices {
		for i := range l.starts {
			if i < from-reach || i > from+reach {
				l.starts[i] = 0
			}
		}
		l.addUp()
		whole += l.total
	}
	others := s.whole - whole
	s.whole = whole
	return others > hopeless*whole
}
