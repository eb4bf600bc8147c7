package keyfile

import "fortyeight/keyformat"

// A Set is what was found in files: keys, each once, and notices. The zero Set
// is empty and ready to use. A Set is not safe for concurrent use.
type Set struct {
	chunks  [][]record // all but the last one full
	count   int
	extras  []extra // what few records have
	texts   []textOf
	notices []Notice
	counts  [kindCount]int
	listed  []keyformat.ID // that stand in lists without a key
	byKey   chains
	byID    chains  // by the first 8 digits
	version int     // counts what was added or changed
	filled  []int32 // records whose fields were filled in later, in order
}

// A record is a Record as a Set keeps it: small, since there can be hundreds
// of thousands.
type record struct {
	key      keyformat.Key
	id       keyformat.ID
	format   Format
	pairing  Pairing
	repaired bool
	text     int32 // index of the text it was found in
	line     int32
	extra    int32 // index in extras plus 1; 0 for none
	rowLen   int32 // length of its row in the file; 0 when its fields are kept
	row      int64 // where the row begins
}

// An extra is what a record has beside what all have.
type extra struct {
	fields  Fields
	changes []Change
	places  []place // after the first
}

type place struct{ text, line int32 }

// A textOf is one text that was read, and what it takes to read rows of it
// again.
type textOf struct {
	name   string
	rows   *dialect
	reopen func() (readerAt, error)
}

// chunkSize is how many records are allocated at a time. A slice that grew
// would be copied, and need twice the memory while it is.
const chunkSize = 4096

// Len returns the number of records.
func (s *Set) Len() int { return s.count }

func (s *Set) at(i int) *record { return &s.chunks[i/chunkSize][i%chunkSize] }

// Record returns record i, in the order in which they were found.
func (s *Set) Record(i int) Record {
	r := s.at(i)
	full := Record{
		Key: r.key, ID: r.id, Format: r.format, Pairing: r.pairing, Repaired: r.repaired,
		Places: []Place{s.place(place{r.text, r.line})},
	}
	if r.extra > 0 {
		e := &s.extras[r.extra-1]
		full.Changes = e.changes
		for _, p := range e.places {
			full.Places = append(full.Places, s.place(p))
		}
	}
	return full
}

// ID returns the Key ID of record i, for lists that show nothing else.
func (s *Set) ID(i int) keyformat.ID { return s.at(i).id }

// Notices returns what was recognised and is no recovery key, and what was not
// read, in order. Of each kind at most [MaxNotices] are kept.
func (s *Set) Notices() []Notice { return s.notices }

// Count returns how many notices of a kind there were, kept or not.
func (s *Set) Count(k Kind) int { return s.counts[k] }

func (s *Set) place(p place) Place { return Place{s.texts[p.text].name, int(p.line)} }

// maxListed is how many IDs without a key are kept.
const maxListed = 1 << 18

func (s *Set) keyless(id keyformat.ID) {
	if !id.IsZero() && len(s.listed) < maxListed {
		s.listed = append(s.listed, id)
	}
}

func (s *Set) notice(n Notice) {
	s.counts[n.Kind]++
	if s.counts[n.Kind] <= MaxNotices {
		s.notices = append(s.notices, n)
	}
}

// maxAlike is among how many records, the latest first, the same key with the same
// ID is looked for: one key under hundreds of IDs is no export, and would stall.
const maxAlike = 256

// add takes a record with what it has beside it. A key that is known with the
// same ID, as far as both are known, is the same record with one place more.
func (s *Set) add(r *record, e *extra) {
	s.version++
	hash := hashKey(r.key)
	alike := 0
	for i := s.byKey.first(hash); i >= 0 && alike < maxAlike; i = s.byKey.next[i] {
		alike++
		if known := s.at(int(i)); known.key == r.key && (known.id.IsZero() || r.id.IsZero() || known.id.Match(r.id) != keyformat.NoMatch) {
			s.merge(int(i), r, e)
			return
		}
	}
	if e != nil {
		s.extras = append(s.extras, *e)
		r.extra = int32(len(s.extras))
	}
	i := s.count
	if i%chunkSize == 0 {
		s.chunks = append(s.chunks, make([]record, 0, chunkSize))
	}
	last := &s.chunks[len(s.chunks)-1]
	*last = append(*last, *r)
	s.count++
	s.byKey.add(i, func(i int) (uint32, bool) { return hashKey(s.at(i).key), true })
	s.byID.add(i, func(i int) (uint32, bool) { // nobody asks for no ID
		id := s.at(i).id
		return hashID(id), !id.IsZero()
	})
}

// merge adds to record i what r knows besides.
func (s *Set) merge(i int, r *record, e *extra) {
	known := s.at(i)
	if r.id.Digits() > known.id.Digits() {
		if known.id.IsZero() {
			s.byID.insert(i, hashID(r.id))
		}
		known.id = r.id
	}
	known.pairing = max(known.pairing, r.pairing)
	mine := s.extraOf(i)
	if known.repaired && !r.repaired {
		known.repaired, mine.changes = false, nil
	}
	if e != nil && known.rowLen == 0 {
		before := mine.fields
		if mine.fields.fill(&e.fields); mine.fields != before {
			s.filled = append(s.filled, int32(i))
		}
	}
	at := place{r.text, r.line}
	if at == (place{known.text, known.line}) {
		return
	}
	// The places in a text come in order.
	if n := len(mine.places); n > 0 && mine.places[n-1] == at {
		return
	}
	mine.places = append(mine.places, at)
}

func (s *Set) extraOf(i int) *extra {
	if s.at(i).extra == 0 {
		s.extras = append(s.extras, extra{})
		s.at(i).extra = int32(len(s.extras))
	}
	return &s.extras[s.at(i).extra-1]
}
