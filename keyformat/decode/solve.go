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
	joined   bool // to something beside it
	further  bool // namely a further group of its run
	base     int  // of the lattices in the page
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
		l.starts[i] = edgeAt(symbols, r.from+i-1, -1).weight / float64(len(l.symbols))
		l.ends[i] = edgeAt(symbols, r.from+i, +1).weight
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
		if !(total >= noKey*hopeless) { // nor a sum that is no number
			continue
		}
		l.fill(back, total)
		s.lattices = append(s.lattices, l)
		s.whole += l.total
	}
	if !(s.whole >= 2*noKey) {
		return list
	}
	s.keys = search(s.lattices, nil)
	if !s.place(symbols) {
		return list
	}
	if s.alone() {
		if s.keys = search(s.lattices, nil); !s.place(symbols) {
			return list
		}
	}
	if !monotonous(s.keys[0].digits) {
		d.addSlips(symbols, &s)
		list = append(list, s)
	}
	for _, side := range [2]region{{r.from, s.span.from}, {s.span.to, r.to}} {
		for _, rest := range d.skeletons(symbols, side.from, side.to) {
			list = d.sight(symbols, rest, list)
		}
	}
	return list
}

// place finds where in the page the likeliest key stands. It reports false if
// numbers became too small for there to be any.
func (s *sighting) place(symbols []symbol) bool {
	if len(s.keys) == 0 {
		return false
	}
	f := s.fit(symbols, s.keys[0].digits)
	s.span, s.joined, s.further = f.span, f.joined(), f.further()
	return f.lattice != nil
}

// A fit is the likeliest way in which a key stands in the page.
type fit struct {
	lattice *lattice // nil if there is none
	moves   []move
	span    region
	edges   [2]edge // before and after it
}

// fit finds how digits stand in the page.
func (s *sighting) fit(symbols []symbol, digits string) (f fit) {
	top := 0.0
	for _, l := range s.lattices {
		if m, w := l.align(digits); w > top {
			f.lattice, f.moves, top = l, m, w
		}
	}
	if f.lattice != nil {
		f.span = region{s.base + f.moves[0].node, s.base + f.moves[len(f.moves)-1].node}
		f.edges = [2]edge{edgeAt(symbols, f.span.from-1, -1), edgeAt(symbols, f.span.to, +1)}
	}
	return f
}

func (f *fit) joined() bool  { return f.edges[0].joined() || f.edges[1].joined() }
func (f *fit) further() bool { return f.edges[0].further || f.edges[1].further }

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
