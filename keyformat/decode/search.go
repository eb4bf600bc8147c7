package decode

// The search builds keys digit by digit. A prefix of a key carries the forward
// sums of all ways to have read it, so that with the backward sums of the
// lattice its weight, the sum over all keys that begin with it, is exact. No
// prefix weighs less than what it grows into, so taking the heaviest first
// brings out the likeliest keys in order, each once, with all its paths added
// up.

// A prefix is the beginning of a key, or a whole one.
type prefix struct {
	_      incomparable
	parent int32
	depth  uint8
	digit  uint8 // the last one
	state  uint8
	whole  bool
	known  span // of the list of known IDs, if there is one
	weight float64
	at     [2 * channels]span // its arrivals by lattice, once it is taken
}

// A span is a part of a list.
type span struct{ from, to int32 }

// An arrival is a node that a prefix can have been read up to, and the weight
// of all ways to get there.
type arrival struct {
	node   int32
	weight float64
}

const (
	channels = 2  // a page can come through
	ended    = 16 // instead of a digit: the key ends here
	begun    = 17 // and: no more of a known ID is known
	// maxPrefixes bounds the work where thousands of keys fit alike. Twelve
	// keys need some 600 when few fit.
	maxPrefixes = 4000
	// meanArrivals bounds how many arrivals a prefix has on average, in a text in
	// which a key can begin nearly everywhere. The noisiest page of the corpus
	// has 15 a prefix that it may take, all together.
	meanArrivals = 64
	// unlikely is the probability below which no key is listed.
	unlikely = 1e-4
	// unlikelyJoined is the part of the product of all keys for two readings
	// of one key, in which the true key can be one of thousands each.
	unlikelyJoined = 1e-24
	// faint is the part of a weight below which a way of reading is left out:
	// no weight needs to be better than one part in a million.
	faint = 1e-8
)

// A found key or ID is one with the weight of all its readings.
type found struct {
	_      incomparable
	digits string // from 0 to 15 each
	weight float64
	known  span
}

// A searcher looks for the heaviest keys. The weight of a key is the sum over
// the lattices; if some are of another reading of the same key, the product of
// both sums. The product of the sums of a prefix is still no less than that of
// any key that begins with it.
type searcher struct {
	lattices []*lattice
	split    int       // lattices from here on are of the other reading
	known    []*known  // if not nil, no other IDs are looked for
	rest     []float64 // what follows a known beginning weighs on average
	all      []prefix
	heap     []int32
	least    float64 // what weighs less is not followed
	arrivals []arrival
	window   []float64
	spent    bool // it gave up before all was found
}

// search returns the heaviest keys, heaviest first, at least one.
func search(one, other []*lattice) []found {
	all := append(append([]*lattice(nil), one...), other...)
	s := searcher{lattices: all, split: len(one)}
	least := unlikely
	if len(other) > 0 {
		least = unlikelyJoined
	}
	if list := s.run(least, maxPrefixes); len(list) > 0 {
		return list
	}
	s = searcher{lattices: all, split: len(one)} // thousands fit: any of them
	return s.run(0, 0)
}

// run returns the heaviest keys, heaviest first, down to least of the whole and
// as long as it has not taken too many prefixes or arrivals.
func (s *searcher) run(least float64, most int) (list []found) {
	var sums [2]float64
	nodes := 0
	for c, l := range s.lattices {
		sums[s.side(c)] += l.total
		nodes = max(nodes, l.nodes()+1)
	}
	root := prefix{parent: -1, weight: sums[0], known: span{0, int32(len(s.known))}}
	if s.split < len(s.lattices) {
		root.weight *= sums[1]
	}
	s.window = make([]float64, nodes)
	s.least = root.weight * least
	s.push(root)
	for taken := 0; len(s.heap) > 0 && len(list) < MaxCandidates; taken++ {
		if taken >= most || len(s.arrivals) >= most*meanArrivals {
			s.spent = true
			if len(list) > 0 {
				break
			}
			s.heap = s.heap[:1] // straight on from the best
		}
		at := s.pop()
		if !s.all[at].whole {
			s.grow(at)
			continue
		}
		p := &s.all[at]
		digits := make([]byte, p.depth)
		for q := &s.all[p.parent]; q.depth > 0; q = &s.all[q.parent] {
			digits[q.depth-1] = q.digit
		}
		list = append(list, found{digits: string(digits), weight: p.weight, known: p.known})
	}
	return list
}

// side returns 0 for lattices of the one reading and 1 for the other.
func (s *searcher) side(c int) int {
	if c < s.split {
		return 0
	}
	return 1
}

// grow pushes the prefixes that are one digit longer, and the key that ends
// here.
func (s *searcher) grow(at int32) {
	p := s.all[at]
	code, depth := s.lattices[0].code, int(p.depth)
	row := &code.steps[depth%groupDigits][p.state]
	var weights [2][18]float64 // by next digit, of the end, and of a known beginning
	for c, l := range s.lattices {
		p.at[c] = s.arrive(l, &p, c)
		w := &weights[s.side(c)]
		for _, a := range s.arrivals[p.at[c].from:p.at[c].to] {
			node := int(a.node)
			w[ended] += a.weight * l.ends[node] * code.ends[depth]
			if s.known != nil {
				w[begun] += a.weight * s.rest[node*depths+depth]
			}
			if depth == code.digits {
				continue
			}
			miss, read := l.cell(node, depth+1), l.cell(node+1, depth+1)
			reads := &l.ch.read[l.symbols[node]]
			for d, next := range row[:code.base] {
				w[d] += a.weight * (l.ch.miss[d]*miss[next&noState] + reads[d]*read[next&noState])
			}
		}
	}
	s.all[at] = p
	rest := p.known
	for d := begun; d >= 0; d-- { // beginnings first, so that the others are left
		w := weights[0][d]
		if s.split < len(s.lattices) {
			w *= weights[1][d]
		}
		next := prefix{parent: at, depth: p.depth, weight: w, whole: d >= ended, known: rest}
		if s.known != nil && d != ended {
			next.known.to = s.part(rest, depth, d)
			rest.from = next.known.to
		}
		if w <= s.least || s.known != nil && next.known.from == next.known.to {
			continue
		}
		if !next.whole {
			next.depth, next.digit, next.state = p.depth+1, uint8(d), row[d]
		}
		s.push(next)
	}
}

// arrive files where p can have been read up to.
func (s *searcher) arrive(l *lattice, p *prefix, c int) span {
	depth := int(p.depth)
	low, high := 0, l.nodes()-1
	if p.parent < 0 {
		for i, w := range l.starts {
			s.window[i] = w * l.prior
		}
	} else {
		from := s.all[p.parent].at[c]
		for i, a := range s.arrivals[from.from:from.to] {
			node := int(a.node)
			if i == 0 {
				low = node
			}
			high = node + 1
			s.window[node] += a.weight * l.ch.miss[p.digit]
			s.window[node+1] += a.weight * l.ch.read[l.symbols[node]][p.digit]
		}
	}
	least := 0.0
	if s.split == len(s.lattices) {
		least = p.weight * faint
	}
	place := l.code.places[depth]
	at := span{from: int32(len(s.arrivals))}
	for i := low; i <= high; i++ {
		w := s.window[i]
		s.window[i] = 0
		if w*l.cell(i, depth)[p.state] <= least {
			continue
		}
		s.arrivals = append(s.arrivals, arrival{int32(i), w})
		if e := l.ch.extra[place][l.symbols[i]]; e > 0 {
			s.window[i+1] += w * e
			high = max(high, i+1)
		}
	}
	at.to = int32(len(s.arrivals))
	return at
}
