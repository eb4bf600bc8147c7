package decode

import (
	"math/bits"

	"fortyeight/keyformat"
)

// The skeleton of a key is its eight groups in a row, most of them unharmed:
// six characters that stand for digits, in a way that the rule allows, as they
// are. Ordinary text with many numbers seldom has one, and a key of which more
// has to be guessed fits so many that none of them is worth a try. So the
// trellis, which is exact and slow, reads the places of skeletons and nothing
// else.
const (
	// maxHarmed is how many groups of a skeleton can need more than look-alikes:
	// have a wrong digit, one too few or too many.
	maxHarmed = 4
	// leastHarmed and mostHarmed are how many characters a harmed group has.
	leastHarmed = 3
	mostHarmed  = 9
	// leastRead is how many of the characters of a group are digits, or signs
	// for unreadable ones, and no letters.
	leastRead = 2
	// apart is how many characters that stand for no digit break a skeleton,
	// and wordsApart how many letters.
	apart      = 24
	wordsApart = 6
	// longest is how many characters that stand for digits a skeleton has, and
	// margin how many characters of any kind about it can be part of its key.
	longest = 60
	margin  = 12
)

// A digitSet holds the digits that a symbol can stand for, each as a bit.
type digitSet uint16

const anyDigit digitSet = 1<<10 - 1

// standsFor returns the digits that each symbol can stand for: a digit for
// itself, a letter or a sign for those it is misread for in a channel.
func standsFor(ch *channel) (sets [symbols]digitSet) {
	const least = 0.02
	for s := range symbol(symbols) {
		switch k := kindOf(s); {
		case saysUnreadable(s):
			sets[s] = anyDigit
		case k == kindDigit:
			sets[s] = 1 << (s - '0')
		case k == kindLetter, k == kindMark:
			for d := range 10 {
				if ch.read[s][d] >= least {
					sets[s] |= 1 << d
				}
			}
		}
	}
	return sets
}

// skeletons returns the parts of symbols[from:to] that hold skeletons, in order
// and apart.
func (d *Decoder) skeletons(symbols []symbol, from, to int) (list []region) {
	var t tracer
	gap, words := 0, 0
	for i := from; i < to; i++ {
		s := symbols[i]
		set := d.sets[s]
		if set == 0 {
			gap++
			if kindOf(s) == kindLetter {
				words++
			}
			continue
		}
		if gap >= apart || words >= wordsApart {
			t.first = t.n
		}
		gap, words = 0, 0
		if !t.add(i, set, kindOf(s) == kindDigit || saysUnreadable(s)) {
			continue
		}
		r := region{max(from, t.begin()-margin), min(to, i+1+margin)}
		if n := len(list); n > 0 && list[n-1].to >= r.from {
			list[n-1].to = r.to
		} else {
			list = append(list, r)
		}
	}
	return list
}

// A tracer follows skeletons through the characters of a page that can stand
// for digits, one after the other.
type tracer struct {
	n     int // how many there were
	first int // the first that a skeleton can begin with
	marks [longest]mark
}

// A mark is one of those characters.
type mark struct {
	at    int // in the page
	set   digitSet
	reads int       // digits and signs for unreadable ones so far
	ends  groupEnds // what can end with it
}

// groupEnds says how many groups can have been read, each number as a bit, by
// how many of them are harmed.
type groupEnds [maxHarmed + 1]uint16

// back returns the mark n before the next.
func (t *tracer) back(n int) *mark { return &t.marks[(t.n-n+longest)%longest] }

// begin returns where the longest skeleton begins that ends with the last mark.
func (t *tracer) begin() int { return t.back(min(longest, t.n-t.first)).at }

// add takes a mark into account and reports whether a skeleton ends with it.
func (t *tracer) add(at int, set digitSet, read bool) bool {
	m := mark{at: at, set: set, ends: groupEnds{1}}
	if t.n > t.first {
		last := t.back(1)
		m.reads = last.reads
		if !read { // a letter between two groups
			m.ends = last.ends
		}
	}
	if read {
		m.reads++
	}
	t.marks[t.n%longest] = m
	t.n++
	here := t.back(1)
	for length := leastHarmed; length <= min(mostHarmed, t.n-t.first); length++ {
		before, reads := groupEnds{1}, 0
		if length < t.n-t.first {
			b := t.back(length + 1)
			before, reads = b.ends, b.reads
		}
		if here.reads-reads < leastRead {
			continue
		}
		if length == groupDigits && t.unharmed() {
			for h := range before {
				here.ends[h] |= before[h] << 1
			}
		}
		for h := range maxHarmed {
			here.ends[h+1] |= before[h] << 1
		}
	}
	whole := false
	for h := range here.ends {
		whole = whole || here.ends[h]>>keyformat.Groups != 0
		here.ends[h] &= 1<<keyformat.Groups - 1
	}
	return whole
}

// unharmed reports whether the last marks can stand for a group as they are.
func (t *tracer) unharmed() bool {
	open := 0
	states := uint16(1)
	for q := range groupDigits {
		set := t.back(groupDigits - q).set
		if set == anyDigit {
			if open++; open > 1 {
				return false // too much fits
			}
		}
		next := uint16(0)
		for from := states; from != 0; from &= from - 1 {
			row := &keys.steps[q][bits.TrailingZeros16(from)]
			for d := set; d != 0; d &= d - 1 {
				next |= 1 << row[bits.TrailingZeros16(uint16(d))]
			}
		}
		states = next &^ (1 << noState)
	}
	return states != 0
}
