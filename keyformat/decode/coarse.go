package decode

// The full trellis has twelve values in most cells, and nearly all cells are
// hopeless: a place ten characters into the key with forty digits read. So a
// coarse trellis comes first, which knows how many digits are read and not
// which. It adds up the weights of all strings of 48 digits, valid or not, and
// so bounds from above what can flow through a cell of the full one.

// coarse is that trellis: the forward and the backward sum of each cell.
type coarse struct {
	forward, backward []float64
	total             float64
}

func (l *lattice) coarse() *coarse {
	n := len(l.symbols)
	both := make([]float64, 2*(n+1)*depths)
	c := &coarse{forward: both[:(n+1)*depths], backward: both[(n+1)*depths:]}
	missed := 0.0
	for _, m := range l.ch.miss {
		missed += m
	}
	for i := n; i >= 0; i-- {
		at := c.backward[i*depths : (i+1)*depths]
		at[keyDigits] = l.ends[i]
		if i < n {
			l.coarseBack(i, at, c.backward)
		}
		for depth := keyDigits - 1; depth >= 0; depth-- {
			at[depth] += missed * at[depth+1]
		}
		c.total += l.starts[i] * at[0]
	}
	if c.total == 0 {
		return c
	}
	for i := range n + 1 {
		at := c.forward[i*depths : (i+1)*depths]
		at[0] += l.starts[i]
		for depth := range keyDigits {
			at[depth+1] += missed * at[depth]
		}
		if i < n {
			l.coarseOn(i, at, c.forward)
		}
	}
	return c
}

// coarseBack adds to the backward sums of node i what comes from later nodes.
func (l *lattice) coarseBack(i int, at, all []float64) {
	read, inside, between := l.moves(i)
	after := all[(i+1)*depths : (i+2)*depths]
	for depth := range keyDigits {
		extra := inside
		if depth%6 == 0 {
			extra = between
		}
		if depth == 0 {
			extra = l.extra(i, 0)
		}
		at[depth] = extra*after[depth] + read*after[depth+1]
	}
	at[keyDigits] += l.extra(i, keyDigits) * after[keyDigits]
	if l.ch.slips {
		for _, sl := range l.slips[l.first[i]:l.first[i+1]] {
			far := all[int(sl.target)*depths:][:depths]
			for depth := range depths - int(sl.digits) {
				at[depth] += sl.weight * far[depth+int(sl.digits)]
			}
		}
	}
}

// coarseOn adds to the forward sums of later nodes what comes from node i.
func (l *lattice) coarseOn(i int, at, all []float64) {
	read, inside, between := l.moves(i)
	after := all[(i+1)*depths : (i+2)*depths]
	for depth := range keyDigits {
		extra := inside
		if depth%6 == 0 {
			extra = between
		}
		if depth == 0 {
			extra = l.extra(i, 0)
		}
		after[depth] += extra * at[depth]
		after[depth+1] += read * at[depth]
	}
	after[keyDigits] += l.extra(i, keyDigits) * at[keyDigits]
	if l.ch.slips {
		for _, sl := range l.slips[l.first[i]:l.first[i+1]] {
			far := all[int(sl.target)*depths:][:depths]
			for depth := range depths - int(sl.digits) {
				far[depth+int(sl.digits)] += sl.weight * at[depth]
			}
		}
	}
}

// moves returns the weights of reading symbol i as any digit and of skipping
// it.
func (l *lattice) moves(i int) (read, inside, between float64) {
	s := l.symbols[i]
	k := kindOf(s)
	return l.ch.readAny[s], l.ch.inside[k], l.ch.between[k]
}

// keep makes cells for everything that can carry more than limit times the
// coarse total, and returns a bound on all that is left out.
func (l *lattice) keep(c *coarse, limit float64) (lost float64) {
	n := len(l.symbols)
	l.cells = make([]int32, (n+1+len(l.chains))*depths)
	for i := range l.cells {
		l.cells[i] = noCell
	}
	size := 0
	take := func(node, depth int) {
		if at := node*depths + depth; l.cells[at] == noCell {
			l.cells[at] = int32(size)
			size += width(depth)
		}
	}
	limit *= c.total
	l.bands = make([][2]int8, n+1)
	for i := range n + 1 {
		band := &l.bands[i]
		*band = [2]int8{keyDigits + 1, -1}
		for depth := range depths {
			at := i*depths + depth
			if flow := c.forward[at] * c.backward[at]; flow > limit {
				take(i, depth)
				band[0], band[1] = min(band[0], int8(depth)), int8(depth)
			} else {
				lost += flow
			}
			if !l.ch.slips {
				continue
			}
			for _, sl := range l.slips[l.first[i]:l.first[i+1]] {
				end := depth + int(sl.digits)
				if end > keyDigits {
					continue
				}
				flow := c.forward[at] * sl.weight * c.backward[int(sl.target)*depths+end]
				if flow <= limit {
					lost += flow
					continue
				}
				for node, d := int(sl.chain), depth+1; node > n; d++ {
					take(node, d)
					node = int(l.chains[node-n-1].next)
				}
			}
		}
	}
	l.beta = make([]float64, size)
	return lost
}
