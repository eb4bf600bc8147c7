package decode

// changes lists what a way to read digits changes in the page, in which the
// lattice begins at base. Separators and specks are passed over silently, digits
// never.
func (l *lattice) changes(p *page, base int, digits []uint8, moves []move) (list []Change) {
	for _, m := range moves {
		s := l.symbols[m.node]
		c := Change{Kind: Missing}
		if m.kind != moveMiss && s != endOfPage {
			c.From = p.text[p.at[base+m.node]:p.at[base+m.node+1]]
		}
		at := min(m.digit, len(digits)-1)
		c.Group, c.Place = at/groupDigits+1, at%groupDigits+1
		if m.kind != moveExtra {
			c.To = "0123456789"[digits[at]:][:1]
		}
		switch k := kindOf(s); {
		case m.kind == moveStart, m.kind == moveEnd:
			continue
		case m.kind == moveExtra:
			if k != kindDigit && k != kindLetter && k != kindMark {
				continue
			}
			c.Kind = Extra
		case m.kind == moveMiss, saysUnreadable(s):
		case k != kindDigit:
			c.Kind = LookAlike
		case uint8(s-'0') == digits[at]:
			continue
		default:
			c.Kind = Substituted
		}
		list = append(list, c)
	}
	return slipped(list)
}

// slipped joins substitutions that are one slip of a hand: the same digits in
// another order, or a pair for a pair.
func slipped(list []Change) []Change {
	for i := 0; i+1 < len(list); i++ {
		a, b := &list[i], &list[i+1]
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
		a.From += b.From
		a.To += b.To
		list = append(list[:i+1], list[i+2:]...)
	}
	return list
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
