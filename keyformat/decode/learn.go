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
// The program that reads keys does not hold this function.
func (d *Decoder) Learn(counts *Counts, text string, key keyformat.Key, id keyformat.ID) {
	p := readPage(text)
	all := region{0, len(p.symbols) - 1}
	l := keyLattice(d.recognised, p.symbols, all)
	var digits []byte
	for _, r := range key.String() {
		if r != '-' {
			digits = append(digits, byte(r-'0'))
		}
	}
	counts.learn(l, string(digits), noKey, true)

	k := known{bytes: id.Bytes(), digits: id.Digits()}
	digits = nil
	for i := range k.digits {
		digits = append(digits, byte(k.digit(i)))
	}
	l = d.idLattice(p.symbols, all, d.recognised)
	if !counts.learn(l, string(digits), 1e6, false) {
		counts.learn(l, string(digits[:keyformat.MinIDDigits]), 1e3, false)
	}
}

// learn counts how digits came out in the page of l, if the likeliest way weighs
// enough.
func (c *Counts) learn(l *lattice, digits string, enough float64, extras bool) bool {
	back, total := l.coarse()
	if total == 0 {
		return false
	}
	l.keep(back, total*1e-40)
	moves, weight := l.align(digits)
	if weight < enough {
		return false
	}
	for _, m := range moves {
		e := &c.Inside
		if l.code.places[m.digit] == between {
			e = &c.Between
		}
		switch m.kind {
		case moveStart, moveEnd:
			continue
		case moveExtra:
			if extras {
				e.Kinds[kindOf(l.symbols[m.node])]++
			}
			continue
		case moveMiss:
			c.Missed[digits[m.digit]]++
		case moveRead:
			c.read(digits[m.digit], l.symbols[m.node])
		}
		if extras && m.digit > 0 {
			e.Places++
		}
	}
	return true
}

// read counts hex digit d read as s.
func (c *Counts) read(d uint8, s symbol) {
	right := hexSymbol(int(d))
	if s == right || d >= 10 && s == right|0x20 {
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
