package keyfile

import "errors"

// ErrChanged says that a file is no longer as it was when it was read.
var ErrChanged = errors.New("keyfile: the file has changed since it was read")

// Fields returns what stood beside the key of record i. For a row of a large
// table it reads that row again; it fails when the file cannot be opened or
// its row has another key now.
func (s *Scanner) Fields(i int) (Fields, error) {
	r := s.Set.at(i)
	if r.rowLen == 0 {
		if r.extra == 0 {
			return Fields{}, nil
		}
		return s.Set.extras[r.extra-1].fields, nil
	}
	file, err := s.Set.texts[r.text].reopen()
	if err != nil {
		return Fields{}, err
	}
	defer file.Close()
	row := make([]byte, r.rowLen)
	n, _ := file.ReadAt(row, r.row)
	return s.fieldsOf(r, row[:n], &rowAgain{})
}

// EachFields calls yield with the fields of every record from number from on,
// in order, and stops when it returns false. It opens each file once and reads
// rows that stand close together at one go, so it is the way to look through
// many of them. A record whose row cannot be read has the error with it.
func (s *Scanner) EachFields(from int, yield func(i int, f Fields, err error) bool) {
	open := int32(-1)
	var again rowAgain
	var err error
	defer func() { again.close() }()
	for i := from; i < s.Set.count; i++ {
		r := s.Set.at(i)
		var f Fields
		var rowErr error
		if r.rowLen == 0 {
			f, rowErr = s.Fields(i)
		} else {
			if r.text != open {
				open = r.text
				again.close()
				again.file, err = s.Set.texts[open].reopen()
			}
			if rowErr = err; err == nil {
				f, rowErr = s.fieldsOf(r, again.row(r.row, int(r.rowLen)), &again)
			}
		}
		if !yield(i, f, rowErr) {
			return
		}
	}
}

// fieldsOf parses a row that was read again, if it is still the same.
func (s *Scanner) fieldsOf(r *record, row []byte, again *rowAgain) (Fields, error) {
	if h, ok := nextHit(row, 0); !ok || h.key != r.key {
		return Fields{}, ErrChanged
	}
	d := s.Set.texts[r.text].rows
	again.text.s, again.text.legacy = s, d.legacy
	again.cells = d.cells(row, again.cells[:0])
	return d.fields(again.cells, &again.text), nil
}

// A rowAgain reads rows of one file in order, in pieces of the size of a window,
// and keeps what parsing them takes.
type rowAgain struct {
	file  readerAt
	held  []byte
	at    int64
	cells [][]byte
	text  text
}

func (a *rowAgain) row(at int64, length int) []byte {
	if at < a.at || at+int64(length) > a.at+int64(len(a.held)) {
		size := max(windowSize, length)
		if cap(a.held) < size {
			a.held = make([]byte, size)
		}
		n, _ := a.file.ReadAt(a.held[:size], at)
		a.held, a.at = a.held[:n], at
	}
	from := int(at - a.at)
	return a.held[min(from, len(a.held)):min(from+length, len(a.held))]
}

func (a *rowAgain) close() {
	if a.file != nil {
		a.file.Close()
	}
	a.file, a.held = nil, a.held[:0]
}
