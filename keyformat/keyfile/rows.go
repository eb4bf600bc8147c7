package keyfile

import (
	"bytes"

	"fortyeight/keyformat"
)

// A rowReader reads the rows of a table. Nearly all rows of an export are
// alike, so it looks for key and ID where the row before had them and searches
// only where they are not.
type rowReader struct {
	t *text
	d *dialect

	keyAt, keyEnd int // where the last key began, and how far from the end of its row
	idAt, idNear  int // where its ID began in the row, and how far before the key
	buf           [][]byte
	scattered     []heldLine // of a row whose quotes are still open
	above         heldLine   // a row of a table with fixed columns, which may go on below
	cells         [][]byte   // its cells, when it did
}

// maxRowLines is over how many lines one row may run in quotes. With more, a
// quote was not closed, and lines are rows again.
const maxRowLines = 16

func newRows(t *text, d *dialect) *rowReader { return &rowReader{t: t, d: d, keyAt: -1, idAt: -1} }

func (r *rowReader) line(line []byte, number int, at int64) {
	if at <= r.d.header {
		return
	}
	switch {
	case r.d.comma == 0:
		r.wrapped(line, number, at)
	case r.d.quoted && r.join(line, number, at):
	default:
		r.row(line, number, at)
	}
}

// join puts the lines of a row together; it returns true while the row waits
// for more, and when it has read the row.
func (r *rowReader) join(line []byte, number int, at int64) bool {
	open := bytes.Count(line, []byte{'"'})%2 == 1
	if len(r.scattered) == 0 {
		if !open {
			return false
		}
	}
	r.scattered = append(r.scattered, heldLine{bytes.Clone(line), number, at})
	switch {
	case open && len(r.scattered) > 1:
		var whole []byte
		for _, h := range r.scattered {
			whole = append(append(whole, h.line...), ' ')
		}
		first := r.scattered[0]
		r.scattered = r.scattered[:0]
		r.row(whole, first.number, first.at)
	case len(r.scattered) > maxRowLines:
		r.d.quoted = false
		r.release()
	}
	return true
}

func (r *rowReader) release() {
	for _, h := range r.scattered {
		r.row(h.line, h.number, h.at)
	}
	r.scattered = nil
}

func (r *rowReader) end() {
	r.release()
	r.unwrap()
}

// row reads one row.
func (r *rowReader) row(line []byte, number int, at int64) {
	h, ok := r.find(line)
	if !ok {
		r.without(line, number)
		return
	}
	if !r.t.bar.passes(at + int64(h.end)) {
		return
	}
	if r.more(line, h) {
		r.several(r.d.cells(line, nil), number)
		return
	}
	notices := len(r.t.s.Set.notices)
	f, ok := r.t.take(h, line, number)
	if !ok {
		r.name(notices, line, h.start)
		return
	}
	if id := r.id(line, h.start); !id.IsZero() {
		f.id, f.pairing = id, SameRow
	}
	r.keyAt, r.keyEnd = h.start, len(line)-h.start
	if r.t.lazy && !f.repaired && len(r.scattered) == 0 {
		f.row, f.rowLen = at, len(line)
	} else {
		r.buf = r.d.cells(line, r.buf[:0])
		f.fields = r.d.fields(r.buf, r.t)
	}
	r.t.found(&f)
}

// find returns the key of a row.
func (r *rowReader) find(line []byte) (hit, bool) {
	for _, i := range [2]int{r.keyAt, len(line) - r.keyEnd} {
		if r.keyAt >= 0 && i >= 0 && i < len(line) && (i == 0 || !isDigit(line[i-1])) {
			if key, ok := canonical(line, i); ok {
				return hit{i, i + keyChars, key, true}, true
			}
		}
	}
	return nextHit(line, 0)
}

// more reports whether a row has another key than h, behind it, or before it
// where the key of the row before stood elsewhere.
func (r *rowReader) more(line []byte, h hit) bool {
	_, behind := nextHit(line, h.end)
	if behind {
		return true
	}
	_, before := nextHit(line[:h.start], 0)
	return before
}

// id returns the Key ID of a row whose key begins at byte key.
func (r *rowReader) id(line []byte, key int) keyformat.ID {
	if !r.d.oneID {
		if r.d.id < 0 { // a cell may have both
			cell, _ := r.d.cell(line, r.d.key)
			id, _ := lastGUID(cell)
			return id
		}
		cell, ok := r.d.cell(line, r.d.id)
		if id, whole := guidAt(cell, 0); whole && len(cell) == guidChars {
			return id
		}
		if id, is := r.d.idOf(cell); is {
			return id
		}
		keyCell, _ := r.d.cell(line, r.d.key)
		if _, in := nextHit(keyCell, 0); in && ok {
			id, _ := lastGUID(keyCell) // a cell may have both; else the row is in order and has none
			return id
		}
		id, _ := lastGUID(line[:key]) // a quote that is not closed swallows cells
		return id
	}
	if id, ok := guidAt(line, key-r.idNear); ok && r.idAt >= 0 {
		return id
	}
	if id, ok := guidAt(line, r.idAt); ok {
		return id
	}
	id, start := nextGUID(line, 0)
	if start >= 0 {
		r.idAt, r.idNear = start, key-start
	}
	return id
}

// several reads a row with more than one key, by its cells.
func (r *rowReader) several(cells [][]byte, number int) {
	var u unit
	for i, c := range cells {
		var label []byte
		if i < len(r.d.labels) {
			label = r.d.labels[i]
		}
		u.value(r.t, label, c, number)
	}
	u.give()
	for i := range u.keys {
		if u.keys[i].pairing != Unpaired {
			u.keys[i].pairing = SameRow
		}
	}
	u.close(r.t, nil)
}

// without looks at a row that has no key.
func (r *rowReader) without(line []byte, number int) {
	if r.d.key < 0 || len(line) == 0 {
		return
	}
	cells := r.d.cells(line, r.buf[:0])
	r.buf = cells
	notices := len(r.t.s.Set.notices)
	if r.d.key < len(cells) && r.t.strangeKey(cells[r.d.key], number) {
		r.name(notices, line, 0)
		return
	}
	fields := r.d.fields(cells, r.t)
	var id keyformat.ID
	if r.d.id >= 0 && r.d.id < len(cells) {
		id, _ = r.d.idOf(cells[r.d.id])
	}
	if !id.IsZero() || fields.Device != "" {
		r.t.listed(id, &fields, number)
	}
}
