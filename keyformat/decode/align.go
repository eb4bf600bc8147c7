package decode

// A move is one step of the likeliest way in which a page can have come from a
// known key.
type move struct {
	kind  moveKind
	node  int // where it begins
	digit int // digits read before it
}

type moveKind uint8

const (
	moveStart moveKind = iota // comes first, where the key begins
	moveMiss
	moveExtra
	moveRead
	moveEnd // comes last, where the key ends
)

// align returns the likeliest way to read digits in the page and its weight,
// with no moves if there is none.
func (l *lattice) align(digits []uint8) (moves []move, top float64) {
	n := l.nodes()
	best := make([]float64, (n+1)*depths+1)
	from := make([]moveKind, len(best)) // the move that leads to a cell
	offer := func(at int, w float64, kind moveKind) {
		if w > best[at] {
			best[at], from[at] = w, kind
		}
	}
	end := 0
	for i := range n {
		s := l.symbols[i]
		offer(i*depths, l.starts[i], moveStart)
		for depth := 0; depth <= len(digits); depth++ {
			at := i*depths + depth
			w := best[at]
			if w == 0 || l.cells[at] == 0 {
				continue
			}
			if depth == len(digits) {
				if e := w * l.ends[i]; e > top {
					top, end = e, at
				}
			} else {
				offer(at+1, w*l.ch.miss[digits[depth]], moveMiss)
				offer(at+depths+1, w*l.ch.read[s][digits[depth]], moveRead)
			}
			offer(at+depths, w*l.ch.extra[l.code.places[depth]][s], moveExtra)
		}
	}
	if top == 0 {
		return nil, 0
	}
	moves = append(make([]move, 0, 2*keyDigits), move{moveEnd, end / depths, end % depths})
	for at := end; ; {
		kind := from[at]
		switch kind {
		case moveMiss:
			at--
		case moveExtra:
			at -= depths
		case moveRead:
			at -= depths + 1
		}
		moves = append(moves, move{kind, at / depths, at % depths})
		if kind == moveStart {
			break
		}
	}
	for i, j := 0, len(moves)-1; i < j; i, j = i+1, j-1 {
		moves[i], moves[j] = moves[j], moves[i]
	}
	return moves, top * l.prior
}
