package decode

// addSlips adds to the keys of a sighting those from which a hand would have
// made its 48 digits by one slip over several of them: ab → ba, abc → cba or
// aa → bb (domain.md §5.4). The trellis takes such a slip for two errors.
func (d *Decoder) addSlips(symbols []symbol, s *sighting) {
	var typed, digits [keyDigits]uint8
	if plainKey(symbols, s.span.from, &typed) != s.span.to || len(s.lattices) == 0 {
		return
	}
	l := s.lattices[len(s.lattices)-1]
	if l.ch == d.recognised {
		return
	}
	all := l.plainWeight(s.span.from-s.base, s.span.to-s.base)
	for i := range keyDigits - 1 {
		for slip := range 12 { // a twin of each digit, a swap, a jump
			digits = typed
			j, weight := i+1, wrongTwin/9
			switch {
			case slip >= 10:
				j, weight = i+slip-9, wrongSwap
				if slip > 10 {
					weight = wrongJump
				}
				if j == keyDigits {
					continue
				}
				digits[i], digits[j] = typed[j], typed[i]
			case typed[i] == typed[j]:
				digits[i], digits[j] = uint8(slip), uint8(slip)
			}
			if digits != typed && valid(&digits) {
				s.add(string(digits[:]), all*weight)
			}
		}
	}
}

// plainWeight returns the weight of typing every digit between two nodes right.
func (l *lattice) plainWeight(from, to int) float64 {
	w, depth := l.prior*l.starts[from]*l.ends[to], 0
	for _, s := range l.symbols[from:to] {
		if kindOf(s) == kindDigit {
			w *= l.ch.read[s][s-'0']
			depth++
		} else {
			w *= l.ch.extra[l.code.places[depth]][s]
		}
	}
	return w
}

// add adds weight to a key, which may be new, and keeps the keys in order.
func (s *sighting) add(digits string, weight float64) {
	s.whole += weight
	at := 0
	for at < len(s.keys) && s.keys[at].digits != digits {
		at++
	}
	if at == len(s.keys) {
		s.keys = append(s.keys, found{digits: digits})
	}
	s.keys[at].weight += weight
	for ; at > 0 && s.keys[at].weight > s.keys[at-1].weight; at-- {
		s.keys[at], s.keys[at-1] = s.keys[at-1], s.keys[at]
	}
}
