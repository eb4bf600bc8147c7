package decode

// A move is one step of the likeliest way in which a page can have come from
// a known key.
type move struct {
	kind     moveKind
	from, to int32 // nodes
	digit    uint8 // index of the first digit read, 0 to 47
	digits   uint8 // how many it reads
}

type moveKind uint8

const (
	moveRead moveKind = iota
	moveMiss
	moveExtra
	moveSlip
)

// align returns the likeliest way to read digits in the page, from the first
// digit to the last, and its weight; no moves if there is none.
func (l *lattice) align(digits *[keyDigits]uint8) ([]move, float64) {
	n := len(l.symbols)
	if l.best == nil {
		l.best = make([]float64, (n+1)*depths)
		l.back = make([]int32, (n+1)*depths)
	}
	best, back := l.best, l.back
	clear(best)
	offer := func(to, from int, kind moveKind, w float64) {
		if w > best[to] && l.cells[to] != noCell {
			best[to], back[to] = w, int32(from)<<2|int32(kind)
		}
	}
	end, top := -1, 0.0
	for i := range n + 1 {
		if at := i * depths; l.starts[i] > best[at] && l.cells[at] != noCell {
			best[at], back[at] = l.starts[i], -1
		}
		for depth := int(l.bands[i][0]); depth <= int(l.bands[i][1]); depth++ {
			at := i*depths + depth
			w := best[at]
			if w == 0 || depth == keyDigits {
				continue
			}
			d := digits[depth]
			offer(at+1, at, moveMiss, w*l.ch.miss[d])
			if i == n {
				continue
			}
			offer(at+depths, at, moveExtra, w*l.extra(i, depth))
			offer(at+depths+1, at, moveRead, w*l.ch.read[l.symbols[i]][d])
			if l.ch.slips {
				for _, sl := range l.slips[l.first[i]:l.first[i+1]] {
					if l.spells(sl, digits[depth:]) {
						offer(int(sl.target)*depths+depth+int(sl.digits), at, moveSlip, w*sl.weight)
					}
				}
			}
		}
		at := i*depths + keyDigits
		if w := best[at] * l.ends[i]; w > top {
			end, top = at, w
		}
		if i < n {
			offer(at+depths, at, moveExtra, best[at]*l.extra(i, keyDigits))
		}
	}
	if end < 0 {
		return nil, 0
	}
	var moves []move
	for at := int32(end); back[at] >= 0; at = back[at] >> 2 {
		from := back[at] >> 2
		moves = append(moves, move{
			kind: moveKind(back[at] & 3),
			from: from / depths, to: at / depths,
			digit: uint8(from % depths), digits: uint8(at%depths - from%depths),
		})
	}
	for i, j := 0, len(moves)-1; i < j; i, j = i+1, j-1 {
		moves[i], moves[j] = moves[j], moves[i]
	}
	return moves, top
}

// spells reports whether the digits that the slip reads are the next ones.
func (l *lattice) spells(sl slip, digits []uint8) bool {
	if int(sl.digits) > len(digits) || sl.digit != digits[0] {
		return false
	}
	node := sl.chain
	for _, d := range digits[1:sl.digits] {
		c := l.chains[int(node)-len(l.symbols)-1]
		if c.digit != d {
			return false
		}
		node = c.next
	}
	return true
}
