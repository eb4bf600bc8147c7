package decode

import (
	"slices"

	"fortyeight/keyformat"
)

const (
	// knownPrior is the probability that an ID in a text is one of the list
	// it is looked up in.
	knownPrior = 0.9
	// nearBound is the probability from which a known ID is taken to be the
	// one in the text. Below it nothing is near, or two are nearly as near.
	nearBound = 0.95
	// maxIDText is how many bytes of a text are searched for a Key ID.
	maxIDText = 8192
)

// NearestID returns the index of the one of known that stands in text, however
// badly it was recognised, and its probability. It refuses, with ok false, when
// none is near or when two are about as near; the index is then that of the
// nearest, or -1 when nothing is near at all. Known IDs may be beginnings. Only
// the first 8,192 bytes of the text are searched.
func (d *Decoder) NearestID(text string, known []keyformat.ID) (index int, probability float64, ok bool) {
	p := readPage(text, 0, min(len(text), maxIDText))
	keys, _ := d.sightings(&p)
	blank(p.symbols, keys)
	n := nearest{lattice: d.hex.lattice(p.symbols), known: known, index: -1, order: make([]int32, len(known))}
	for i := range known {
		n.order[i] = int32(i)
	}
	slices.SortFunc(n.order, func(a, b int32) int { return known[a].Compare(known[b]) })
	n.each = knownPrior / float64(max(1, len(known)))
	n.all = 1 + (1-knownPrior)*n.lattice.total // no ID, or one that is not known
	n.walk(n.order, 0, n.lattice.begin, 0)
	return n.index, n.top / n.all, n.top >= nearBound*n.all
}

// nearest walks the tree that the digits of the known IDs form, the most
// promising branch first, so that most of them are never looked at.
type nearest struct {
	lattice *hexLattice
	known   []keyformat.ID
	order   []int32 // known, sorted
	each    float64 // prior of one of them
	index   int     // of the nearest so far
	top     float64 // its weight
	all     float64 // the weight of everything looked at
}

// walk looks at the IDs in part, which have depth digits in common. The page
// weighs ended for them where their digits so far are all that it holds.
func (n *nearest) walk(part []int32, depth int, at []arrival, ended float64) {
	for len(part) > 0 && n.known[part[0]].Digits() <= depth { // beginnings sort first
		n.take(int(part[0]), ended+n.lattice.ending(at, depth, true))
		part = part[1:]
	}
	if len(part) == 0 {
		return
	}
	if len(part) == 1 {
		n.follow(int(part[0]), depth, at, ended)
		return
	}
	if depth > 0 {
		ended += n.lattice.ending(at, depth, false)
	}
	var branches [16]branch
	for len(part) > 0 {
		d := digitOfID(n.known[part[0]], depth)
		same := 1
		for same < len(part) && digitOfID(n.known[part[same]], depth) == d {
			same++
		}
		b := &branches[d]
		b.part, part = part[:same], part[same:]
		b.at, b.ahead = n.lattice.ahead(n.lattice.read(at, depth, d), depth+1)
		b.ahead += ended
	}
	for {
		next := &branches[0]
		for d := range branches {
			if branches[d].ahead > next.ahead {
				next = &branches[d]
			}
		}
		if next.ahead*n.each <= negligible*n.all {
			return
		}
		n.walk(next.part, depth+1, next.at, ended)
		next.ahead = 0
	}
}

// negligible is the part of everything below which a known ID is not looked at:
// even thousands of them come to little.
const negligible = 1e-6

// follow is walk for a single ID.
func (n *nearest) follow(index, depth int, at []arrival, ended float64) {
	id := n.known[index]
	for ; depth < id.Digits(); depth++ {
		if depth > 0 {
			ended += n.lattice.ending(at, depth, false)
		}
		var ahead float64
		at, ahead = n.lattice.ahead(n.lattice.read(at, depth, digitOfID(id, depth)), depth+1)
		if (ended+ahead)*n.each <= negligible*n.all {
			return
		}
	}
	n.take(index, ended+n.lattice.ending(at, depth, true))
}

// A branch is the IDs that go on with the same digit.
type branch struct {
	part  []int32
	at    []arrival
	ahead float64
}

// take adds the weight of a known ID.
func (n *nearest) take(index int, weight float64) {
	if n.index >= 0 && n.known[index] == n.known[n.index] {
		return // the same ID twice in the list
	}
	weight *= n.each
	n.all += weight
	if weight > n.top {
		n.index, n.top = index, weight
	}
}

// digitOfID returns digit i of id.
func digitOfID(id keyformat.ID, i int) uint8 {
	return id.Bytes()[i/2] >> (4 * (1 - i%2)) & 15
}
