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
	// maxIDText is how many bytes of a text are searched for a Key ID.
	maxIDText = 8192
)

// A known ID, with its place in the caller's list.
type known struct {
	id    keyformat.ID
	bytes [16]byte
	index int
}

// digit returns digit i of the ID.
func (k *known) digit(i int) int { return int(k.bytes[i/2]>>(4*(1-i%2))) & 15 }

// NearestID returns the index of the one of list that stands in text, however
// badly it was recognised, and its probability. It refuses, with ok false, when
// none is near or when two are about as near; the index is then that of the
// nearest, or -1 when nothing is near at all. The IDs of the list may be
// beginnings. Only the first 8,192 bytes of the text are searched.
func (d *Decoder) NearestID(text string, list []keyformat.ID) (index int, probability float64, ok bool) {
	p := readPage(text[:min(len(text), maxIDText)])
	keys, _ := d.sightings(&p)
	blank(p.symbols, keys)
	all := region{0, len(p.symbols) - 1}
	rest, unknown := d.idLattice(p.symbols, all, d.anyID).coarse()
	l := d.idLattice(p.symbols, all, d.recognised)
	l.single = true
	l.fill(l.coarse())
	s := searcher{lattices: []*lattice{l}, split: 1, known: sorted(list), rest: rest}
	each := knownPrior / float64(max(1, len(s.known)))
	whole := 1 + (1-knownPrior)*unknown // no ID, or one that is not known
	index = -1
	top, weights := 0.0, make([]float64, len(s.known))
	for _, f := range s.run(negligible*whole/each/l.total, maxKnown) {
		// An ID can be found by its beginning and as a whole; IDs that share
		// the beginning share its weight.
		w := f.weight * each / float64(f.known.to-f.known.from)
		for k := f.known.from; k < f.known.to; k++ {
			whole += w
			weights[k] += w
			if weights[k] > top {
				index, top = s.known[k].index, weights[k]
			}
		}
	}
	return index, top / whole, top >= nearBound*whole
}

// narrow returns the part of the known IDs in part that go on with digit d
// after so many digits; those that go on at all if d is ended; those of which
// no more is known if d is begun.
func (s *searcher) narrow(part span, d, depth int) span {
	if s.known == nil {
		return part
	}
	first := part
	for first.to = part.from; first.to < part.to && s.digitAt(first.to, depth) < 0; {
		first.to++ // beginnings come first
	}
	if d == begun {
		return first
	}
	part.from = first.to
	if d == ended && depth < keyformat.IDDigits {
		return part
	}
	if d == ended {
		return first
	}
	for part.from < part.to && s.digitAt(part.from, depth) < d {
		part.from++
	}
	end := part.from
	for end < part.to && s.digitAt(end, depth) == d {
		end++
	}
	return span{part.from, end}
}

// digitAt returns digit i of a known ID, or -1 after its end.
func (s *searcher) digitAt(k int32, i int) int {
	if i >= s.known[k].id.Digits() {
		return -1
	}
	return s.known[k].digit(i)
}

// sorted returns the IDs in order, each once.
func sorted(list []keyformat.ID) []known {
	all := make([]known, 0, len(list))
	for i, id := range list {
		if !id.Whole() && id.Digits() != shortID {
			id = id.Beginning(keyformat.MinIDDigits) // no text ends elsewhere
		}
		all = append(all, known{id, id.Bytes(), i})
	}
	for gap := len(all) / 2; gap > 0; gap = gap * 5 / 11 { // Shell's method
		for i := gap; i < len(all); i++ {
			k := all[i]
			j := i
			for ; j >= gap && k.id.Compare(all[j-gap].id) < 0; j -= gap {
				all[j] = all[j-gap]
			}
			all[j] = k
		}
	}
	n := 0
	for i := range all {
		if !all[i].id.IsZero() && (n == 0 || all[i].id != all[n-1].id) {
			all[n] = all[i]
			n++
		}
	}
	return all[:n]
}
