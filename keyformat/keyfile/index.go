package keyfile

import (
	"cmp"
	"slices"
	"strings"
)

// An Index finds records by what people know of them who have no Key ID, fast
// enough to search while they type. It holds the fields of all records, also of
// those that a Set would have to read again: some 8 MB for 100,000. The zero
// Index is empty and ready to use.
type Index struct {
	entries []entry // by record
	chunk   strings.Builder
	order   []int32 // the newest first, those without a date last
	filled  int     // how many of the Set's later fields are taken up
	last    search
}

// An entry is what the index knows of a record.
type entry struct {
	text   string // device, volume, date as written and in normal form, a line each
	newest int64  // the date as digits, 20060102150405; 0 for none
	signs  signs  // that the text has
	err    bool   // its row could not be read again
}

// indexChunk is how many bytes of text are allocated at a time.
const indexChunk = 1 << 18

// Len returns how many records the index has.
func (x *Index) Len() int { return len(x.entries) }

// Update takes up what s has found since the last time. Rest is called now and
// then, and may take its time; when it returns false, Update ends early and the
// next one goes on.
func (x *Index) Update(s *Scanner, rest func() bool) {
	const often = 64
	had := len(x.entries)
	for ; x.filled < len(s.Set.filled); x.filled++ {
		if i := int(s.Set.filled[x.filled]); i < had {
			f, err := s.Fields(i)
			x.entries[i] = x.entry(f, err)
			x.order = x.order[:0]
		}
	}
	if had == s.Set.count && len(x.order) == had {
		return
	}
	s.EachFields(had, func(i int, f Fields, err error) bool {
		x.entries = append(x.entries, x.entry(f, err))
		return i%often != 0 || rest()
	})
	if len(x.order) < len(x.entries) {
		x.sort()
	}
}

func (x *Index) sort() {
	x.order = x.order[:0]
	for i := range x.entries {
		x.order = append(x.order, int32(i))
	}
	slices.SortFunc(x.order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(x.entries[b].newest, x.entries[a].newest), cmp.Compare(a, b))
	})
	x.last = search{}
}

// entry writes the fields of a record down.
func (x *Index) entry(f Fields, err error) entry {
	lines := [...]string{f.Device, f.Volume, f.Created, f.Date}
	size := len(lines)
	for _, line := range lines {
		size += len(line)
	}
	if x.chunk.Cap()-x.chunk.Len() < size {
		x.chunk = strings.Builder{}
		x.chunk.Grow(max(indexChunk, size))
	}
	start := x.chunk.Len()
	for _, line := range lines {
		if strings.IndexByte(line, '\n') >= 0 {
			line = strings.ReplaceAll(line, "\n", " ")
		}
		x.chunk.WriteString(line)
		x.chunk.WriteByte('\n')
	}
	text := x.chunk.String()[start:]
	return entry{text, newest(f.Date), signsOf(text), err != nil}
}

// newest makes a number of a date in normal form, larger for a later one.
func newest(date string) (n int64) {
	const digits = len("20060102150405")
	seen := 0
	for i := 0; i < len(date) && seen < digits; i++ {
		if isDigit(date[i]) {
			n = n*10 + int64(date[i]-'0')
			seen++
		}
	}
	if seen == 0 {
		return 0
	}
	for ; seen < digits; seen++ {
		n *= 10
	}
	return n
}

// Fields returns what [Scanner.Fields] does for a record below [Index.Len],
// without reading its file. It fails with [ErrChanged] for one that could not be
// read again.
func (x *Index) Fields(i int) (f Fields, err error) {
	rest := x.entries[i].text
	for _, field := range [...]*string{&f.Device, &f.Volume, &f.Created, &f.Date} {
		*field, rest, _ = strings.Cut(rest, "\n")
	}
	if x.entries[i].err {
		err = ErrChanged
	}
	return f, err
}
