package decode

import "fortyeight/keyformat"

// changes lists what a fit of digits changes in the page, in which the lattice
// begins at base. Separators and specks are passed over silently, digits never,
// nor what the key is joined to.
func (f *fit) changes(p *page, base int, digits string) (list []Change) {
	l := f.lattice
	if e := &f.edges[0]; e.joined() {
		list = append(list, Change{Group: 1, Place: 1, Kind: Extra, From: p.slice(e.to)})
	}
	for _, m := range f.moves {
		s := l.symbols[m.node]
		c := Change{Kind: Missing}
		if m.kind != moveMiss && s != endOfPage {
			c.From = p.text[p.at[base+m.node]:p.at[base+m.node+1]]
		}
		at := min(m.digit, len(digits)-1)
		c.Group, c.Place = at/groupDigits+1, at%groupDigits+1
		if m.kind != moveExtra {
			c.To = "0123456789"[digits[at]%10:][:1]
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
		case byte(s-'0') == digits[at]:
			continue
		default:
			c.Kind = Substituted
		}
		if n := len(list); n == 0 || !list[n-1].slip(&c) {
			list = append(list, c)
		}
	}
	if e := &f.edges[1]; e.joined() {
		list = append(list, Change{Group: keyformat.Groups, Place: groupDigits, Kind: Extra, From: p.slice(e.to)})
	}
	return list
}

// slip joins to c the next change if both are one slip of a hand: the same
// digits in another order, or a pair for a pair.
func (c *Change) slip(next *Change) bool {
	apart := (next.Group-c.Group)*groupDigits + next.Place - c.Place
	if c.Kind != Substituted || next.Kind != Substituted || apart > 2 {
		return false
	}
	if c.From == next.To && next.From == c.To {
		c.Kind = Swapped
	} else if apart > 1 || c.From != next.From || c.To != next.To {
		return false
	}
	c.From += next.From
	c.To += next.To
	return true
}

// fits counts the keys that agree with all that can be seen, and lists the
// groups in which signs for unreadable digits leave open more values than the
// list of candidates has places. A group of X was blacked out on purpose.
func (l *lattice) fits(digits string, moves []move) (count float64, unreadable []int) {
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
					if unseen[g*groupDigits+q] || byte(d) == digits[g*groupDigits+q] {
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
