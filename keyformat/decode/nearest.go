package decode

import "fortyeight/keyformat"

const (
	// knownPrior is the probability that an ID in a text is one of the list
	// it is looked up in.
	knownPrior = 0.9
	// nearBound is the probability from which a known ID is taken to be the
	// one in the text. Below it nothing is near, or two are nearly as near.
	nearBound = 0.95
	// negligible is the part of everything below which a known ID does not
	// matter.
	negligible = 1e-3
	// maxKnown bounds the work where nothing in a text tells the IDs apart.
	maxKnown = 100_000
	// countable is the largest sum that is worked with. A long text in which
	// nearly all can be an ID goes beyond, and tells of none.
	countable = 1e300
	// maxIDText is how many bytes of a text are searched for a Key ID.
	maxIDText = 8192
)

// A known ID, with its place in the caller's list.
type known struct {
	_      incomparable
	bytes  [16]byte
	digits int
	index  int
	weight float64
}

// digit returns digit i of the ID, or begun after its end.
func (k *known) digit(i int) int {
	if i >= k.digits {
		return begun
	}
	return int(k.bytes[i/2]>>(4*(1-i%2))) & 15
}

// NearestID returns the index of the one of list that stands in text, however
// badly it was recognised, and its probability. It refuses, with ok false, when
// none is near or when two are about as near; the index is then that of the
// nearest, or -1 when nothing is near at all. The IDs of the list may be
// beginnings. Only the first 8,192 bytes of the text are searched.
func (d *Decoder) NearestID(text string, list []keyformat.ID) (index int, probability float64, ok bool) {
	if len(list) == 0 {
		return -1, 0, false
	}
	p := readPage(text[:min(len(text), maxIDText)])
	keys, _ := d.sightings(&p)
	blank(p.symbols, keys)
	all := region{0, len(p.symbols) - 1}
	rest, unknown := d.idLattice(p.symbols, all, d.anyID).coarse()
	l := d.idLattice(p.symbols, all, d.recognised)
	l.single = true
	back, total := l.coarse()
	if !(total <= countable) {
		return -1, 0, false
	}
	l.fill(back, total)
	s := searcher{lattices: []*lattice{l}, split: 1, known: make([]*known, 0, len(list)), rest: rest}
	for i, id := range list {
		k := &known{bytes: id.Bytes(), digits: id.Digits(), index: i}
		switch {
		case id.IsZero():
			continue
		case !id.Whole() && k.digits != shortID:
			k.digits = keyformat.MinIDDigits // no text ends elsewhere
		}
		s.known = append(s.known, k)
	}
	each := knownPrior / float64(max(1, len(s.known)))
	whole := 1 + (1-knownPrior)*unknown // no ID, or one that is not known
	best := &known{index: -1}
	for _, f := range s.run(negligible*whole/each/l.total, maxKnown) {
		// An ID can be found by its beginning and as a whole. IDs that share
		// the beginning share its weight; the same ID twice in the list does
		// not, it is found once.
		same := s.known[f.known.from:f.known.to]
		if same[0].digit(len(f.digits)) == begun {
			same = same[:1]
		}
		w := f.weight * each / float64(len(same))
		for _, k := range same {
			whole += w
			if k.weight += w; k.weight > best.weight {
				best = k
			}
		}
	}
	// Where the search gave up, IDs are left that nobody has weighed.
	return best.index, best.weight / whole, best.weight >= nearBound*whole && !s.spent
}

// part moves those of the known IDs in a part of the list that go on with digit
// d after so many digits to its front, and returns their end.
func (s *searcher) part(list span, depth, d int) int32 {
	for i := list.from; i < list.to; i++ {
		if k := s.known[i]; k.digit(depth) == d {
			s.known[i], s.known[list.from] = s.known[list.from], k
			list.from++
		}
	}
	return list.from
}
