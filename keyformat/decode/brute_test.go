package decode

import (
	"math"
	"slices"
	"testing"
)

// oneGroup is the code of a key of a single group, small enough to try all of
// its 65,536 values.
var oneGroup = func() *code {
	c := *keys
	c.digits = groupDigits
	c.places[groupDigits] = outside
	c.ends = [depths]float64{groupDigits: 1}
	return &c
}()

// paths adds up, the slow way and without any memory, the weights of all ways
// to read digits from node i on.
func paths(l *lattice, digits string, i, depth int) (sum, most float64) {
	take := func(w, rest, restMost float64) {
		sum += w * rest
		most = max(most, w*restMost)
	}
	s := l.symbols[i]
	if depth == len(digits) {
		take(l.ends[i], 1, 1)
	} else {
		rest, restMost := paths(l, digits, i, depth+1)
		take(l.ch.miss[digits[depth]], rest, restMost)
	}
	if s == endOfPage {
		return sum, most
	}
	rest, restMost := paths(l, digits, i+1, depth)
	take(l.ch.extra[l.code.places[depth]][s], rest, restMost)
	if depth < len(digits) {
		rest, restMost = paths(l, digits, i+1, depth+1)
		take(l.ch.read[s][digits[depth]], rest, restMost)
	}
	return sum, most
}

func keyPaths(l *lattice, digits string) (sum, most float64) {
	for i, w := range l.starts {
		s, m := paths(l, digits, i, 0)
		sum += w * s
		most = max(most, w*m)
	}
	return sum * l.prior, most * l.prior
}

// keySum is the sum of keyPaths with a memory, node by node and digit by digit
// from the left.
func keySum(l *lattice, digits string) (sum float64) {
	var at, next [groupDigits + 1]float64
	for i, s := range l.symbols {
		at, next = next, [groupDigits + 1]float64{}
		at[0] += l.starts[i]
		for depth := range at {
			sum += at[depth] * l.ends[i] * l.code.ends[depth]
			next[depth] += at[depth] * l.ch.extra[l.code.places[depth]][s]
			if depth < groupDigits {
				at[depth+1] += at[depth] * l.ch.miss[digits[depth]]
				next[depth+1] += at[depth] * l.ch.read[s][digits[depth]]
			}
		}
	}
	return sum * l.prior
}

func smallLattice(ch *channel, text string) *lattice {
	p := readPage(text)
	l := newLattice(oneGroup, ch, p.symbols, region{0, len(p.symbols) - 1})
	for i := range l.symbols {
		l.starts[i], l.ends[i] = 1/float64(i+2), 1/float64(len(l.symbols)-i)
	}
	l.prior = 0.7
	return l
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-5*max(math.Abs(a), math.Abs(b)) }

func TestAgainstAllGroups(t *testing.T) {
	for _, test := range []struct{ text, reason string }{
		{"650221", "clean"},
		{"650222", "one wrong digit"},
		{"65O22l", "look-alikes"},
		{"65 0221", "a stray space"},
		{"6522", "two digits lost"},
		{"6?022?", "unreadable digits"},
		{"x65B221.", "dirt around"},
	} {
		for name, ch := range map[string]*channel{"recognised": standard.recognised, "typed": standard.typed} {
			l := smallLattice(ch, test.text)
			back, bound := l.coarse()
			l.fill(back, bound)
			type entry struct {
				digits string
				weight float64
			}
			var all []entry
			total := 0.0
			for v := 0; v <= 720_885; v += 11 {
				digits := make([]byte, groupDigits)
				for i, n := groupDigits-1, v; i >= 0; i, n = i-1, n/10 {
					digits[i] = byte(n % 10)
				}
				w := keySum(l, string(digits))
				total += w
				all = append(all, entry{string(digits), w})
			}
			if !near(total, l.total) {
				t.Errorf("%s, %s: the trellis adds up to %g, all groups to %g", test.reason, name, l.total, total)
			}
			if bound < total*(1-1e-9) {
				t.Errorf("%s, %s: the coarse bound %g is below the sum %g", test.reason, name, bound, total)
			}
			slices.SortStableFunc(all, func(a, b entry) int {
				if a.weight > b.weight {
					return -1
				}
				return 1
			})
			list := search([]*lattice{l}, nil)
			if len(list) == 0 {
				t.Fatalf("%s, %s: nothing found", test.reason, name)
			}
			for i, f := range list {
				if !near(f.weight, all[i].weight) {
					t.Errorf("%s, %s: key %d weighs %g, by brute force %g", test.reason, name, i+1, f.weight, all[i].weight)
				}
				w, most := keyPaths(l, f.digits)
				if !near(w, f.weight) {
					t.Errorf("%s, %s: key %d weighs %g, its paths %g", test.reason, name, i+1, f.weight, w)
				}
				if _, aligned := l.align(f.digits); !near(aligned, most) {
					t.Errorf("%s, %s: the best path of key %d weighs %g, by brute force %g", test.reason, name, i+1, aligned, most)
				}
			}
		}
	}
}

// TestJoinedAgainstAllGroups checks the search for one key with two readings:
// its weight is the product of both.
func TestJoinedAgainstAllGroups(t *testing.T) {
	for _, texts := range [][2]string{{"65?221", "6502?1"}, {"650222", "650231"}, {"65B221", "6502Z1"}} {
		a, b := smallLattice(standard.recognised, texts[0]), smallLattice(standard.recognised, texts[1])
		for _, l := range []*lattice{a, b} {
			l.fill(l.coarse())
		}
		var best float64
		for v := 0; v <= 720_885; v += 11 {
			digits := make([]byte, groupDigits)
			for i, n := groupDigits-1, v; i >= 0; i, n = i-1, n/10 {
				digits[i] = byte(n % 10)
			}
			best = max(best, keySum(a, string(digits))*keySum(b, string(digits)))
		}
		list := search([]*lattice{a}, []*lattice{b})
		if !near(list[0].weight, best) {
			t.Errorf("%q: the likeliest weighs %g, by brute force %g", texts, list[0].weight, best)
		}
	}
}

// TestStates walks all strings of six digits through the states of a group.
func TestStates(t *testing.T) {
	for v := range 1_000_000 {
		state := uint8(0)
		for q, unit := 0, 100_000; q < groupDigits && state != noState; q, unit = q+1, unit/10 {
			state = keys.steps[q][state][v/unit%10]
		}
		if valid := v%11 == 0 && v < 720_896; valid != (state == 0) {
			t.Fatalf("%06d: valid %v, state %d", v, valid, state)
		}
	}
}
