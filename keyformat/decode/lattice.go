package decode

// A lattice holds all ways in which a page can have come from a key through
// one channel. Its nodes are the places in the page, and its cells are pairs of
// a node and the number of digits read so far, each with one value a state.
//
// In a cell, value beta[state] is the sum, over all valid keys that continue
// from there and all ways to read them, of the weights of the rest of the page:
// the backward half of the forward-backward algorithm. The forward half is
// done by the search, one prefix of a key at a time.
type lattice struct {
	ch      *channel
	prior   float64 // of the channel for this page
	symbols []symbol
	starts  []float64 // weight of a key that begins at node i; 0 forbids it
	ends    []float64 // weight of a key that ends at node i
	slips   []slip    // by node where they begin
	first   []int32   // first[i] is the first slip that begins at node i or later
	chains  []chain   // nodes of slips under way, after the nodes of the page

	cells []int32   // node*depths + digits read → place in beta, or noCell
	bands [][2]int8 // the least and the greatest number of digits at a node of the page
	beta  []float64
	total float64 // weight of all keys together

	best []float64 // by cell, for align: the weight of the best way there
	back []int32   // the cell before, times 4, plus the kind of move
}

const (
	depths = keyDigits + 1
	noCell = -1
)

// A slip is a move over several digits at once: they are read in another
// order, or as another pair.
type slip struct {
	weight float64
	target int32 // the node after it
	chain  int32 // node of its first digit read
	digits uint8 // how many digits it reads
	digit  uint8 // the first of them
}

// A chain is the node inside a slip: the rest of its digits is known.
type chain struct {
	digit uint8
	next  int32 // node after digit
}

// newLattice returns the lattice for symbols that come from a key through ch,
// still without values.
func newLattice(ch *channel, symbols []symbol, starts, ends []float64) *lattice {
	l := &lattice{ch: ch, symbols: symbols, starts: starts, ends: ends}
	if ch.slips {
		l.findSlips()
	}
	return l
}

func (l *lattice) cell(node, depth int) int32 { return l.cells[node*depths+depth] }

// extra returns the weight of skipping symbol i after so many digits. Before
// the first and after the last digit only a digit is part of the key.
func (l *lattice) extra(i, depth int) float64 {
	k := kindOf(l.symbols[i])
	if depth == 0 || depth == keyDigits {
		if k == kindDigit {
			return l.ch.inside[k]
		}
		return 0
	}
	if depth%6 == 0 {
		return l.ch.between[k]
	}
	return l.ch.inside[k]
}

// sum fills beta for the cells that l.cells marks, from the end to the
// beginning, and then total.
func (l *lattice) sum() {
	n := len(l.symbols)
	for i := n; i >= 0; i-- {
		for depth := int(l.bands[i][1]); depth >= int(l.bands[i][0]); depth-- {
			l.sumChains(i, depth)
			if c := l.cell(i, depth); c != noCell {
				l.sumCell(i, depth, l.beta[c:])
			}
		}
	}
	l.addUp()
}

// addUp fills total.
func (l *lattice) addUp() {
	l.total = 0
	for i, w := range l.starts {
		if c := l.cell(i, 0); c != noCell {
			l.total += w * l.beta[c]
		}
	}
}

// values returns the values of a cell, or nil for a cell that is left out.
func (l *lattice) values(node, depth int) []float64 {
	c := l.cell(node, depth)
	if c == noCell {
		return nil
	}
	return l.beta[c : int(c)+width(depth)]
}

// width is the number of states after so many digits: between two groups
// there is only one.
func width(depth int) int {
	if depth%6 == 0 {
		return 1
	}
	return states
}

func (l *lattice) sumCell(i, depth int, out []float64) {
	w := width(depth)
	out = out[:w]
	if depth == keyDigits {
		out[0] = l.ends[i]
	}
	if i < len(l.symbols) {
		if after := l.values(i+1, depth); after != nil {
			e := l.extra(i, depth)
			for s := range out {
				out[s] += e * after[s]
			}
		}
	}
	if depth == keyDigits {
		return
	}
	var read, miss []float64
	var reads *[10]float64
	if i < len(l.symbols) {
		read, reads = l.values(i+1, depth+1), &l.ch.read[l.symbols[i]]
	}
	miss = l.values(i, depth+1)
	table := &steps[depth%6]
	for s := range out {
		row, sum := &table[s], 0.0
		if read != nil {
			for d, ns := range row {
				if ns != noState {
					sum += reads[d] * read[ns]
				}
			}
		}
		if miss != nil {
			for d, ns := range row {
				if ns != noState {
					sum += l.ch.miss[d] * miss[ns]
				}
			}
		}
		out[s] += sum
	}
	if !l.ch.slips {
		return
	}
	for _, sl := range l.slips[l.first[i]:l.first[i+1]] {
		after := l.values(int(sl.chain), depth+1)
		if after == nil {
			continue
		}
		for s := range out {
			if ns := table[s][sl.digit]; ns != noState {
				out[s] += sl.weight * after[ns]
			}
		}
	}
}
