package decode

import "fortyeight/keyformat"

// A FoundID is a Key ID that stands in a text, or its beginning.
type FoundID struct {
	ID    keyformat.ID
	Whole bool // all 32 digits are there
	// Probability is that an ID stands there and that each of its digits is
	// read right. No arithmetic protects an ID, so it is often low; compare
	// the text with known IDs by [NearestID] where there are any.
	Probability float64
	Start, End  int // byte offsets in the text
}

// idLattice returns the lattice for Key IDs in a region, without sums.
func (d *Decoder) idLattice(symbols []symbol, r region, ch *channel) *lattice {
	l := newLattice(ids, ch, symbols, r)
	for i := range l.symbols {
		at := r.from + i
		l.starts[i], l.ends[i] = 1/float64(len(l.symbols)), 1
		switch {
		case inWord(symbols, at):
			l.starts[i] *= insideWord
			l.ends[i] = insideWord
		case labelled(symbols, at):
			l.starts[i] = 0.5
		}
	}
	return l
}

// insideWord is the weight of an ID that begins or ends within a run of letters
// and digits, where it should not, unless the frame beside it was read as a
// letter.
const insideWord = 0.02

// inWord reports whether node i stands within a word, or before a hyphen in it.
func inWord(symbols []symbol, i int) bool {
	if i == 0 || !isWord(symbols[i-1]) {
		return false
	}
	return isWord(symbols[i]) || symbols[i] == '-' && isHex(symbols[i+1])
}

func isWord(s symbol) bool { return kindOf(s) <= kindLetter }

// labelled reports whether the word before node i ends in ID, as the label of an
// ID does in most languages.
func labelled(symbols []symbol, i int) bool {
	const reach = 6
	j := i - 1
	for ; j > 0 && i-j < reach && !isWord(symbols[j]); j-- {
	}
	return j > 0 && symbols[j]|0x20 == 'd' && (symbols[j-1]|0x20 == 'i' || symbols[j-1] == '1' || symbols[j-1] == 'l')
}

// maxFind is how many characters of a page are searched for Key IDs: some
// forty IDs with their labels.
const maxFind = 4096

// idFloor is the probability of some ID from which one is reported, and
// digitsFloor that of its digits.
const (
	idFloor     = 0.9
	digitsFloor = 0.01
)

// idReach is how far from the end of a piece an ID can go on behind it.
const idReach = 64

// findAll returns the likeliest IDs of a page from which the keys have been
// blanked out, in order. It reads a long page in pieces, as sightPieces does: one
// ID after the other is taken out of a piece, and each time what is left of it is
// read anew.
func (d *Decoder) findAll(p *page) (list []FoundID) {
	end := min(len(p.symbols)-1, maxFind)
	for from := 0; ; {
		to := min(from+piece, end)
		next := to - window
		for _, f := range d.findIDs(p, region{from, to}, nil) {
			if to < end && f.at.to > to-idReach {
				break // the next piece has all of it
			}
			list = append(list, f.FoundID)
			next = max(next, f.at.to)
		}
		if to == end {
			return list
		}
		from = next
	}
}

// An idSighting is an ID with the symbols it takes.
type idSighting struct {
	FoundID
	at region
}

// findIDs adds the likeliest ID of a region of a page from which the keys have
// been blanked out, and those on either side of it.
func (d *Decoder) findIDs(p *page, r region, list []idSighting) []idSighting {
	words := 0
	for _, s := range p.symbols[r.from:r.to] {
		if isWord(s) {
			words++
		}
	}
	if words < keyformat.MinIDDigits {
		return list
	}
	l := d.idLattice(p.symbols, r, d.anyID)
	back, total := l.coarse()
	if total < idFloor*(1+total) { // the weight of no ID is 1
		return list
	}
	l.fill(back, total)
	s := searcher{lattices: []*lattice{l}, split: 1}
	f := s.run(unlikely, maxPrefixes)
	if len(f) == 0 || f[0].weight < digitsFloor*total {
		return list
	}
	var b [16]byte
	decimal := false // hex words of letters alone, such as "faded facade", are rather words
	for i := range len(f[0].digits) {
		digit := f[0].digits[i]
		b[i/2] |= digit << (4 * (1 - i%2))
		decimal = decimal || digit < 10
	}
	moves, _ := l.align(f[0].digits)
	if !decimal || len(moves) == 0 {
		return list
	}
	id := keyformat.IDFromBytes(b).Beginning(len(f[0].digits))
	at := region{r.from + moves[0].node, r.from + moves[len(moves)-1].node}
	list = d.findIDs(p, region{r.from, at.from}, list)
	here := idSighting{FoundID{ID: id, Whole: id.Whole(), Probability: f[0].weight / (1 + total)}, at}
	here.Start, here.End = p.offsets(at)
	return d.findIDs(p, region{at.to, r.to}, append(list, here))
}

// blank overwrites the keys in a page with line ends: a key is a run of hex
// digits as well, and no ID.
func blank(symbols []symbol, keys []sighting) {
	for i := range keys {
		for j := keys[i].span.from; j < keys[i].span.to; j++ {
			symbols[j] = '\n'
		}
	}
}
