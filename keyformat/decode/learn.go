package decode

import (
	"cmp"
	"slices"

	"fortyeight/keyformat"
)

// Guess is what can be said before any corpus was read: digits come out right
// with few exceptions, and dashes or spaces stand between groups. Learning
// starts from it.
func Guess() *Counts {
	c := &Counts{
		Inside:  Extras{Places: 2000},
		Between: Extras{Places: 200, Kinds: [kinds]uint32{kindDash: 150, kindSpace: 100, kindLine: 20}},
	}
	for d := range c.Right {
		c.Right[d] = 300
	}
	return c
}

// Learn adds to counts how the digits of key and id came out in text, by the
// likeliest way that d sees. What cannot be made out in the text is left out.
func (d *Decoder) Learn(counts *Counts, text string, key keyformat.Key, id keyformat.ID) {
	p := readPage(text, 0, len(text))
	d.learnKey(counts, &p, key)
	d.learnID(counts, &p, id)
}

func (d *Decoder) learnKey(counts *Counts, p *page, key keyformat.Key) {
	all := region{0, len(p.symbols)}
	starts, ends := edges(p.symbols, all)
	l := &lattice{ch: d.recognised, symbols: p.symbols, starts: starts, ends: ends}
	c := l.coarse()
	if c.total == 0 {
		return
	}
	l.keep(c, 1e-40)
	digits := digitsOf(key)
	moves, weight := l.align(&digits)
	if weight < noKey {
		return
	}
	for _, m := range moves {
		switch m.kind {
		case moveExtra:
			counts.extras(int(m.digit)).Kinds[kindOf(l.symbols[m.from])]++
			continue
		case moveMiss:
			counts.Missed[digits[m.digit]]++
		case moveRead:
			counts.read(digits[m.digit], l.symbols[m.from])
		}
		if m.digit > 0 {
			counts.extras(int(m.digit)).Places++
		}
	}
}

// learnID counts how the digits of id came out, of all 32 or of the first 8.
func (d *Decoder) learnID(counts *Counts, p *page, id keyformat.ID) {
	var digits [keyformat.IDDigits]uint8
	for i := range digits {
		digits[i] = digitOfID(id, i)
	}
	weight, moves := d.hex.align(p.symbols, &digits)
	if weight < 1e3 {
		return
	}
	for _, m := range moves {
		if m.kind == moveMiss {
			counts.Missed[digits[m.digit]]++
		} else {
			counts.read(digits[m.digit], p.symbols[m.from])
		}
	}
}

// align returns the likeliest way to read digits and its weight over no ID.
func (ch *hexChannel) align(symbols []symbol, digits *[keyformat.IDDigits]uint8) (top float64, moves []move) {
	n := len(symbols)
	best := make([]float64, (n+2)*idDepths)
	back := make([]uint8, (n+2)*idDepths)
	end := -1
	offer := func(to int, w float64, move uint8) {
		if w > best[to] {
			best[to], back[to] = w, move
		}
	}
	for i := range n + 1 {
		offer(i*idDepths, idStart(symbols, region{0, n}, i), 0)
		for depth := range idDepths {
			at := i*idDepths + depth
			w := best[at]
			if e := w * idEnd(depth); e > top && !isInside(symbols, i) {
				top, end = e, at
			}
			if depth == keyformat.IDDigits {
				break
			}
			offer(at+1, w*ch.miss[digits[depth]], 1)
			if i < n {
				offer(at+idDepths, w*ch.extra(symbols[i], depth), 2)
				offer(at+idDepths+1, w*ch.read[symbols[i]][digits[depth]], 3)
			}
		}
	}
	for at := end; at >= 0 && back[at] != 0; {
		switch back[at] {
		case 1:
			at--
			moves = append(moves, move{kind: moveMiss, digit: uint8(at % idDepths)})
		case 2:
			at -= idDepths
		case 3:
			at -= idDepths + 1
			moves = append(moves, move{kind: moveRead, from: int32(at / idDepths), digit: uint8(at % idDepths)})
		}
	}
	return top, moves
}

// extras returns the counts for a symbol after so many digits.
func (c *Counts) extras(depth int) *Extras {
	if depth%6 == 0 && depth > 0 && depth < keyDigits {
		return &c.Between
	}
	return &c.Inside
}

// read counts hex digit d read as s.
func (c *Counts) read(d uint8, s symbol) {
	right := hexSymbol(int(d))
	if s == right || d >= 10 && s == right+'a'-'A' {
		c.Right[d]++
		return
	}
	w := Misread{Digit: d, Symbol: uint8(s), Count: 1}
	at, found := slices.BinarySearchFunc(c.Wrong, w, func(a, b Misread) int {
		return cmp.Or(cmp.Compare(a.Digit, b.Digit), cmp.Compare(a.Symbol, b.Symbol))
	})
	if found {
		c.Wrong[at].Count++
		return
	}
	c.Wrong = slices.Insert(c.Wrong, at, w)
}
