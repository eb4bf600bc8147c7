package decode

// changes lists what the moves change, and the nodes between which the key
// stands. Separators and specks are passed over silently, digits never.
func (l *lattice) changes(digits *[keyDigits]uint8, moves []move) (list []Change, start, end int) {
	if len(moves) == 0 {
		return nil, 0, 0
	}
	for _, m := range moves {
		c := Change{Group: int(m.digit)/6 + 1, Place: int(m.digit)%6 + 1}
		if m.digit == keyDigits { // an extra digit after the last
			c.Group, c.Place = 8, 6
		}
		c.From = l.spell(m.from, m.to)
		for _, d := range digits[m.digit:min(int(m.digit+m.digits), keyDigits)] {
			c.To += string(rune('0' + d))
		}
		switch m.kind {
		case moveExtra:
			switch kindOf(l.symbols[m.from]) {
			case kindDigit, kindLetter, kindMark:
				c.Kind = Extra
			default:
				continue
			}
		case moveMiss:
			c.Kind = Missing
		case moveRead:
			s := l.symbols[m.from]
			switch {
			case c.From == c.To:
				continue
			case kindOf(s) == kindDigit:
				c.Kind = Substituted
			case saysUnreadable(s):
				c.Kind = Missing
			default:
				c.Kind = LookAlike
			}
		case moveSlip:
			c.Kind = Swapped
			if m.digits == 2 && c.To[0] == c.To[1] {
				c.Kind = Substituted
			}
		}
		list = append(list, c)
	}
	return list, int(moves[0].from), int(moves[len(moves)-1].to)
}

// spell returns the symbols between two nodes as text, without separators
// when there are several.
func (l *lattice) spell(from, to int32) string {
	var b []byte
	for _, s := range l.symbols[from:to] {
		if to-from > 1 && separates(s) {
			continue
		}
		switch {
		case s < symOtherMark:
			b = append(b, byte(s))
		case s >= symSpecial:
			n := symSpecial
			for _, r := range specials {
				if s == n {
					b = append(b, string(r)...)
				}
				n++
			}
		default:
			b = append(b, "\u25a1"...) // a character without a symbol of its own
		}
	}
	return string(b)
}

// saysUnreadable reports whether s stands for a digit that nobody can read.
func saysUnreadable(s symbol) bool {
	switch s {
	case '?', '*', '_', 'X', 'x', symBullet:
		return true
	}
	return false
}
