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

// strides are how far each move goes in the table of cells.
var strides = [moveEnd]int{moveMiss: 1, moveExtra: depths, moveRead: depths + 1}

// align returns the likeliest way to read digits in the page and its weight,
// with no moves if there is none.
func (l *lattice) align(digits string) (moves []move, top float64) {
	n := l.nodes()
	best := make([]float64, (n+1)*depths+1)
	from := make([]moveKind, len(best)) // the move that leads to a cell
	end := 0
	for i := range n {
		s := l.symbols[i]
		if at := i * depths; l.starts[i] > best[at] {
			best[at], from[at] = l.starts[i], moveStart
		}
		for depth := 0; depth <= len(digits); depth++ {
			at := i*depths + depth
			w := best[at]
			if w == 0 || l.cells[at] == 0 {
				continue
			}
			weights := [moveEnd]float64{moveExtra: l.ch.extra[l.code.places[depth]][s]}
			if depth < len(digits) {
				d := digits[depth] & 15
				weights[moveMiss], weights[moveRead] = l.ch.miss[d], l.ch.read[s][d]
			} else if e := w * l.ends[i]; e > top {
				top, end = e, at
			}
			for kind, weight := range weights {
				to := at + strides[kind]
				if weight *= w; weight > best[to] {
					best[to], from[to] = weight, moveKind(kind)
				}
			}
		}
	}
	if top == 0 {
		return nil, 0
	}
	moves = append(moves, move{moveEnd, end / depths, end % depths})
	for at := end; moves[len(moves)-1].kind != moveStart; {
		kind := from[at]
		at -= strides[kind]
		moves = append(moves, move{kind, at / depths, at % depths})
	}
	for i, j := 0, len(moves)-1; i < j; i, j = i+1, j-1 {
		moves[i], moves[j] = moves[j], moves[i]
	}
	return moves, top * l.prior
}
