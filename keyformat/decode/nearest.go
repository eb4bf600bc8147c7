package decode

import "fortyeight/keyformat"

const (
	// knownPrior is the probability that an ID in a text is one of the list
	// it is looked up in.
	knownPrior = 0.9
	// nearBound is the probability from which a known ID is taken to be the
	// one in the text. Below it nothing is near, or two are nearly as near.
	nearBound = 0.99
	// maxIDText is how many symbols of a text are searched for a Key ID.
	maxIDText = 4096
)

// NearestID returns the index of the one of known that stands in text, however
// badly it was recognised, and its probability. It refuses, with ok false, when
// none is near or when two are about as near; the index is then that of the
// nearest, or -1 when nothing is near at all. Known IDs may be beginnings.
func (d *Decoder) NearestID(text string, known []keyformat.ID) (index int, probability float64, ok bool) {
	p := readPage(text, 0, min(len(text), MaxText))
	if len(p.symbols) > maxIDText {
		p.symbols = p.symbols[:maxIDText]
	}
	l := d.hex.lattice(p.symbols)
	index, top := -1, 0.0
	each := knownPrior / float64(max(1, len(known)))
	all := 1 + (1-knownPrior)*l.total // no ID, or one that is not known
	var at [2][]arrival
	for i, id := range known {
		var digits [keyformat.IDDigits]uint8
		b := id.Bytes()
		for j := range digits {
			digits[j] = b[j/2] >> (4 * (1 - j%2)) & 15
		}
		w := each * l.weight(&digits, id.Digits(), &at, 1e-6*max(all, top)/each)
		if id.IsZero() {
			continue
		}
		all += w
		if w > top {
			index, top = i, w
		}
	}
	return index, top / all, top >= nearBound*all
}
