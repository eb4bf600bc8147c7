package decode

import "math"

// keyPrior is the probability that a region holds a key before it is read, and
// every key is as likely as another: 1 in 2^128.
const keyPrior = 0.5

var eachKey = math.Ldexp(1, -128)

// noKey is the weight of no key at all, on the scale of the lattices.
var noKey = (1 - keyPrior) / (keyPrior * eachKey)

// A sighting is one place in the page where a key stands, with the keys that it
// can be.
type sighting struct {
	span     region
	lattices []*lattice // none for a clean key
	base     int        // of the lattices in the page
	keys     []found
	whole    float64 // weight of all keys and of no key
	clean    bool
}

// probability returns that of key i.
func (s *sighting) probability(i int) float64 { return s.keys[i].weight / s.whole }

// hopeless is the probability of a key below which a region is not read
// further.
const hopeless = 1e-3

// sight reads a region of the page, and goes on to the left and to the right
// of what it finds there.
func (d *Decoder) sight(symbols []symbol, r region, list []sighting) []sighting {
	s := sighting{base: r.from, whole: noKey}
	starts, ends := edges(symbols, r)
	for _, w := range d.ways(symbols) {
		ch := w.ch
		l := &lattice{ch: ch, prior: w.prior * ch.prior, symbols: symbols[r.from:r.to], starts: starts, ends: ends}
		if ch.slips {
			l.findSlips()
		}
		c := l.coarse()
		if c.total*l.prior < noKey*hopeless {
			continue
		}
		l.fill(c)
		s.lattices = append(s.lattices, l)
		s.whole += l.total * ch.prior
	}
	if s.whole < 2*noKey {
		return list
	}
	s.keys = search(s.lattices, nil)
	if len(s.keys) == 0 {
		return list
	}
	s.span = s.place(&s.keys[0].digits)
	if s.alone(starts) {
		s.keys = search(s.lattices, nil)
	}
	for _, side := range regions(symbols, r.from, s.span.from) {
		list = d.sight(symbols, side, list)
	}
	list = append(list, s)
	for _, side := range regions(symbols, s.span.to, r.to) {
		list = d.sight(symbols, side, list)
	}
	return list
}

// place returns where in the page the key with these digits stands.
func (s *sighting) place(digits *[keyDigits]uint8) region {
	l, moves := s.best(digits)
	_, from, to := l.changes(digits, moves)
	return region{s.base + from, s.base + to}
}

// best returns the lattice through which digits come out best, and how.
func (s *sighting) best(digits *[keyDigits]uint8) (*lattice, []move) {
	lattice, moves, top := s.lattices[0], []move(nil), 0.0
	for _, l := range s.lattices {
		if m, w := l.align(digits); w*l.prior > top {
			lattice, moves, top = l, m, w*l.prior
		}
	}
	return lattice, moves
}

// alone shuts out keys that stand elsewhere in the region, such as the next one
// of a list, and reports whether there were any. Readings of the same key begin
// within a group of each other.
func (s *sighting) alone(starts []float64) bool {
	const reach = 8
	from := s.span.from - s.base
	for i := range starts {
		if i < from-reach || i > from+reach {
			starts[i] = 0
		}
	}
	whole := noKey
	for _, l := range s.lattices {
		l.addUp()
		whole += l.total * l.prior
	}
	others := s.whole - whole
	s.whole = whole
	return others > hopeless*whole
}

// fill sums up as much of the lattice as the total needs to be exact to one
// part in a million.
func (l *lattice) fill(c *coarse) {
	const exact = 1e-6
	for limit := 1e-14; ; limit *= 1e-8 {
		lost := l.keep(c, limit)
		l.sum()
		if lost <= exact*l.total || limit < 1e-60 {
			return
		}
	}
}
