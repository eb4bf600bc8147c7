package decode

// changes lists what a way to read digits changes in the page. Separators and
// specks are passed over silently, digits never.
func (l *lattice) changes(digits []uint8, moves []move) (list []Change) {
	for _, m := range moves {
		s, digit := l.symbols[m.node], ""
		if m.digit < len(digits) {
			digit = "0123456789"[digits[m.digit]:][:1]
		}
		c := Change{Kind: Missing, To: digit}
		switch m.kind {
		case moveStart, moveEnd:
			continue
		case moveExtra:
			if k := kindOf(s); k != kindDigit && k != kindLetter && k != kindMark {
				continue
			}
			c.Kind, c.From, c.To = Extra, s.String(), ""
		case moveRead:
			c.From = s.String()
			switch {
			case c.From == digit:
				continue
			case saysUnreadable(s):
			case kindOf(s) == kindDigit:
				c.Kind = Substituted
			default:
				c.Kind = LookAlike
			}
		}
		at := min(m.digit, len(digits)-1)
		c.Group, c.Place = at/groupDigits+1, at%groupDigits+1
		list = append(list, c)
	}
	return slipped(list)
}

// slipped joins substitutions that are one slip of a hand: the same digits in
// another order, or a pair for a pair.
func slipped(list []Change) []Change {
	for i := 0; i+1 < len(list); i++ {
		a, b := list[i], list[i+1]
		apart := (b.Group-a.Group)*groupDigits + b.Place - a.Place
		if a.Kind != Substituted || b.Kind != Substituted || apart > 2 {
			continue
		}
		switch {
		case a.From == b.To && b.From == a.To:
			a.Kind = Swapped
		case apart > 1 || a.From != b.From || a.To != b.To:
			continue
		}
		a.From, a.To = a.From+b.From, a.To+b.To
		list[i] = a
		list = append(list[:i+1], list[i+2:]...)
	}
	return list
}

// String returns the symbol as text.
func (s symbol) String() string {
	switch {
	case s < symOtherMark:
		return string(rune(s))
	case s < symSpecial:
		return "\u25a1" // a character without a symbol of its own
	}
	for _, r := range specials {
		if s == symSpecial {
			return string(r)
		}
		s--
	}
	return ""
}

// fits counts the keys that agree with all that can be seen, and lists the
// groups in which signs for unreadable digits leave open more values than the
// list of candidates has places. A group of X was blacked out on purpose.
func (l *lattice) fits(digits []uint8, moves []move) (count float64, unreadable []int) {
	var unseen [keyDigits]bool
	for _, m := range moves {
		if m.kind == moveRead && saysUnreadable(l.symbols[m.node]) && !isWord(l.symbols[m.node]) {
			unseen[m.digit] = true
		}
	}
	count = 1
	for g := range keyDigits / groupDigits {
		ways := [noState + 1]float64{1}
		for q := range groupDigits {
			var next [noState + 1]float64
			for s, n := range ways[:states] {
				for d, to := range keys.steps[q][s][:10] {
					if unseen[g*groupDigits+q] || d == int(digits[g*groupDigits+q]) {
						next[to&noState] += n
					}
				}
			}
			ways = next
		}
		count *= ways[0]
		if ways[0] > MaxCandidates {
			unreadable = append(unreadable, g+1)
		}
	}
	return count, unreadable
}
