package keyfile

import (
	"cmp"
	"slices"

	"fortyeight/keyformat"
	"fortyeight/keyformat/decode"
)

// An Outcome says what a search for a Key ID gave. Its name, from String, is
// fixed.
type Outcome uint8

// What a search gives.
const (
	NoneFound     Outcome = iota // no key has that ID
	OneFound                     // one key
	SeveralFound                 // several keys: nobody can tell which from the ID alone
	StartupFound                 // the ID is that of a startup key
	WithoutKey                   // the ID stands in a list, but without its key
	NothingToFind                // what was typed is no Key ID
	outcomeCount
)

var outcomeNames = [outcomeCount]string{"none", "one", "several", "startup-key", "without-key", "no-id"}

// String returns the fixed name of the outcome, such as "several".
func (o Outcome) String() string { return outcomeNames[o] }

// Outcomes returns every outcome, for tests that each has its words.
func Outcomes() []Outcome { return below(outcomeCount) }

// An Answer is what a Set has for a Key ID.
type Answer struct {
	Outcome Outcome
	// Records are the indexes of the keys that fit, newest first as far as
	// their dates are certain.
	Records []int
	// Nearest is the index of the record whose ID is most like the one that
	// was looked for, when none fits, or -1; and Alike is how many digits from
	// the left they share.
	Nearest, Alike int
	// Noisy reports that the ID was not read as it stands but taken for the
	// known one that is likeliest: say which, and ask.
	Noisy bool
}

// FindText is [Scanner.Find] for an ID as it was typed, or recognised in a
// picture, where a letter may be misread.
func (s *Scanner) FindText(text string) Answer {
	if id, err := keyformat.ParseID(text); err == nil {
		if a := s.Find(id); a.Outcome != NoneFound {
			return a
		}
	}
	ids := make([]keyformat.ID, 0, s.Set.count)
	for i := range s.Set.count {
		if id := s.Set.at(int(i)).id; !id.IsZero() {
			ids = append(ids, id)
		}
	}
	if n, _, ok := decode.NearestID(text, ids); ok {
		a := s.Find(ids[n])
		a.Noisy = true
		return a
	}
	id, err := keyformat.ParseID(text)
	if err != nil {
		return Answer{Outcome: NothingToFind, Nearest: -1}
	}
	return s.Find(id)
}

// Find returns what the Set has for a Key ID, whole or its beginning. A whole
// ID that fits leaves out keys of which only the beginning is known and fits.
func (s *Scanner) Find(id keyformat.ID) Answer {
	a := Answer{Nearest: -1}
	if id.IsZero() {
		a.Outcome = NothingToFind
		return a
	}
	best := keyformat.NoMatch
	for i := s.Set.byID.first(hashID(id)); i >= 0; i = s.Set.byID.next[i] {
		m := id.Match(s.Set.at(int(i)).id)
		if m == keyformat.NoMatch || m < best {
			continue
		}
		if m > best {
			best, a.Records = m, a.Records[:0]
		}
		a.Records = append(a.Records, int(i))
	}
	switch len(a.Records) {
	case 0:
		a.Outcome = s.without(id)
		if a.Outcome == NoneFound {
			a.Nearest, a.Alike = s.nearest(id)
		}
	case 1:
		a.Outcome = OneFound
	default:
		a.Outcome = SeveralFound
		s.newestFirst(a.Records)
	}
	return a
}

// without looks for an ID among what is no recovery key.
func (s *Scanner) without(id keyformat.ID) Outcome {
	outcome := NoneFound
	for _, n := range s.Set.notices {
		if id.Match(n.ID) == keyformat.NoMatch {
			continue
		}
		switch n.Kind {
		case StartupKey:
			return StartupFound
		case RedactedKey, KeyPackage:
			outcome = WithoutKey
		}
	}
	for _, other := range s.Set.listed {
		if id.Match(other) != keyformat.NoMatch {
			return WithoutKey
		}
	}
	return outcome
}

// nearest returns the record whose ID has the longest beginning in common
// with id, if that is four digits at least: a digit was misread after it.
func (s *Scanner) nearest(id keyformat.ID) (index, alike int) {
	const least = 4
	index, alike = -1, least-1
	for i := range s.Set.count {
		other := s.Set.at(int(i)).id
		if other.IsZero() {
			continue
		}
		if n := inCommon(id, other); n > alike {
			index, alike = i, n
		}
	}
	if index < 0 {
		return -1, 0
	}
	return index, alike
}

// inCommon returns how many digits two IDs have in common from the left.
func inCommon(a, b keyformat.ID) int {
	x, y := a.Bytes(), b.Bytes()
	known := min(a.Digits(), b.Digits())
	digits := 0
	for i := range x {
		if x[i] != y[i] {
			if x[i]>>4 == y[i]>>4 {
				digits++
			}
			break
		}
		digits += 2
	}
	return min(digits, known)
}

// newestFirst sorts records by their dates; those without one come last, in
// the order of the files.
func (s *Scanner) newestFirst(records []int) {
	dates := make(map[int]string, len(records))
	for _, i := range records {
		f, _ := s.Fields(i)
		dates[i] = f.Date
	}
	slices.SortStableFunc(records, func(a, b int) int { return cmp.Compare(dates[b], dates[a]) })
}
