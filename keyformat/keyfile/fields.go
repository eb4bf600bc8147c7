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
	return s.fieldsFrom(file, r, nil)
}

// EachFields calls yield with the fields of every record from number from on,
// in order, and stops when it returns false. It opens each file once and reads
// rows that stand close together at one go, so it is the way to look through
// many of them. A record whose row cannot be read has the error with it.
func (s *Scanner) EachFields(from int, yield func(i int, f Fields, err error) bool) {
	open := int32(-1)
	var file readerAt
	var err error
	ahead := &aheadReader{}
	defer func() {
		if file != nil {
			file.Close()
		}
	}()
	for i := from; i < s.Set.count; i++ {
		r := s.Set.at(i)
		if r.rowLen == 0 {
			f, _ := s.Fields(i)
			if !yield(i, f, nil) {
				return
			}
			continue
		}
		if r.text != open {
			if file != nil {
				file.Close()
			}
			open = r.text
			if file, err = s.Set.texts[r.text].reopen(); err != nil {
				file = nil
			}
			ahead.file, ahead.held = file, ahead.held[:0]
		}
		if err != nil {
			if !yield(i, Fields{}, err) {
				return
			}
			continue
		}
		f, err := s.fieldsFrom(file, r, ahead)
		if !yield(i, f, err) {
			return
		}
	}
}

func (s *Scanner) fieldsFrom(file readerAt, r *record, ahead *aheadReader) (Fields, error) {
	var row []byte
	if ahead != nil {
		row = ahead.row(r.row, int(r.rowLen))
	} else {
		row = make([]byte, r.rowLen)
		n, _ := file.ReadAt(row, r.row)
		row = row[:n]
	}
	if h, ok := nextHit(row, 0); !ok || h.key != r.key {
		return Fields{}, ErrChanged
	}
	d := s.Set.texts[r.text].rows
	t := &text{s: s, legacy: d.legacy}
	return d.fields(d.cells(row, nil), t), nil
}

// An aheadReader reads rows in order, in pieces of the size of a window.
type aheadReader struct {
	file readerAt
	held []byte
	at   int64
}

func (a *aheadReader) row(at int64, length int) []byte {
	if at < a.at || at+int64(length) > a.at+int64(len(a.held)) {
		if cap(a.held) < windowSize {
			a.held = make([]byte, windowSize)
		}
		n, _ := a.file.ReadAt(a.held[:max(windowSize, length)], at)
		a.held, a.at = a.held[:n], at
	}
	from := int(at - a.at)
	return a.held[min(from, len(a.held)):min(from+length, len(a.held))]
}
