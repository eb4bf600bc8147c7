package keyformat

// A Match says how an ID fits another, or one of several. Its name, from
// String, is fixed.
type Match uint8

// How an ID matches.
const (
	NoMatch        Match = iota // it fits none
	MatchBeginning              // all digits known of the shorter one are the same
	MatchWhole                  // all 32 digits are the same
	MatchAmbiguous              // a beginning that fits several different IDs
	matchCount
)

var matchNames = [matchCount]string{"none", "beginning", "whole", "ambiguous"}

// String returns the fixed name of the match, such as "beginning".
func (m Match) String() string { return matchNames[m] }

// Matches returns every Match, for tests that each has its words.
func Matches() []Match { return []Match{NoMatch, MatchBeginning, MatchWhole, MatchAmbiguous} }

// Match says how id fits other: whole, by the beginning of one of them, or
// not. The zero ID fits nothing.
func (id ID) Match(other ID) Match {
	switch {
	case id.IsZero() || other.IsZero():
		return NoMatch
	case id.Whole() && id == other:
		return MatchWhole
	case id.begins(other) || other.begins(id):
		return MatchBeginning
	}
	return NoMatch
}

// MatchID looks for id among known IDs and returns how it matches and the
// indexes of those it fits. An ID that fits whole leaves out those that only
// its beginning fits. The same ID known twice is not ambiguous, nor is an ID
// beside its own beginning.
func MatchID(id ID, known []ID) (Match, []int) {
	best := NoMatch
	var fits []int
	for i, k := range known {
		m := id.Match(k)
		if m == NoMatch || m < best {
			continue
		}
		if m > best {
			best, fits = m, fits[:0]
		}
		fits = append(fits, i)
	}
	var longest ID
	for _, i := range fits {
		if known[i].Digits() > longest.Digits() {
			longest = known[i]
		}
	}
	for _, i := range fits {
		if !known[i].begins(longest) {
			return MatchAmbiguous, fits
		}
	}
	return best, fits
}

// pair gives each key the Key ID that stands with it. IDs stand before their
// keys, as Windows prints them, unless the first key has none before it and
// the last one has one after it. Windows also prints a short ID beside a whole
// one; the whole one is preferred.
func pair(found []Found, ids []idAt) {
	if len(found) == 0 || len(ids) == 0 {
		return
	}
	first, last := found[0].start(), found[len(found)-1].start()
	after := int(ids[0].at) > first && int(ids[len(ids)-1].at) > last
	for i := range found {
		border := found[i].start()
		if after {
			border = MaxText
			if i+1 < len(found) {
				border = found[i+1].start()
			}
		}
		n := 0
		for n < len(ids) && int(ids[n].at) < border {
			n++
		}
		found[i].ID = nearest(ids[:n], after)
		ids = ids[n:]
	}
}

func (f *Found) start() int { return f.Groups[0].Start }

// nearest returns the last (or the first) of ids, or rather a longer one among
// them that begins with it.
func nearest(ids []idAt, first bool) ID {
	if len(ids) == 0 {
		return ID{}
	}
	best := ids[len(ids)-1].id
	if first {
		best = ids[0].id
	}
	for _, at := range ids {
		if best.begins(at.id) {
			best = at.id
		}
	}
	return best
}

// maxIDs is the most different Key IDs that a report lists. A text with more
// is an export, which package keyfile reads.
const maxIDs = 256

// distinct returns the IDs without repeats, in order, at most maxIDs.
func distinct(ids []idAt) []ID {
	var all []ID
next:
	for _, at := range ids {
		for _, id := range all {
			if id == at.id {
				continue next
			}
		}
		if len(all) == maxIDs {
			break
		}
		all = append(all, at.id)
	}
	return all
}
