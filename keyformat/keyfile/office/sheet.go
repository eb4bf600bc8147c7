package office

import (
	"bytes"
	"io"
	"strconv"

	"fortyeight/keyformat/keyfile"
)

// maxColumns is how many columns are kept in their places; the cells after
// them follow the last.
const maxColumns = 256

// maxRows is the number of the last row that a sheet can have; a row that calls
// itself a later one is counted.
const maxRows = 1 << 20

// MaxShared is how many bytes the cells of a workbook may take from its shared
// strings, each time anew: twenty bytes of a cell can name 256 KiB. It is as much
// as an archive may unpack to.
const MaxShared = keyfile.MaxUnpacked

// A row is one row while it is read.
type row struct {
	line   []byte
	column int // of the next cell
	number int
	filled bool
}

func (r *row) begin(number int) {
	r.line, r.column, r.filled = r.line[:0], 0, false
	r.number++
	if number > 0 && number <= maxRows {
		r.number = number
	}
}

func (r *row) cell(column int, value []byte) {
	for ; r.column < min(column, maxColumns-1); r.column++ {
		r.line = append(r.line, '\t')
	}
	if column >= maxColumns {
		r.line = append(r.line, '\t')
	}
	for _, c := range value {
		if c == '\t' || c == '\n' || c == '\r' {
			c = ' '
		}
		r.line = append(r.line, c)
	}
	r.filled = r.filled || len(value) > 0
}

// sheet reads one sheet and emits its rows.
func (b *book) sheet(name string, emit keyfile.Emit) error {
	r, err := b.files.Open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	var row row
	var value []byte
	var column int
	var kind, style string
	inValue := false
	t := newTags(r)
	for t.next() {
		switch {
		case t.kind == says:
			if inValue {
				value = append(value, t.text...)
			}
		case t.name == "row" && t.kind == opens:
			n, _ := strconv.Atoi(t.attr("r"))
			row.begin(n)
			column = -1
		case t.name == "row":
			if row.filled {
				if err := emit(row.line, max(row.number, 1)); err != nil { // cells before any row
					return err
				}
			}
			row.filled = false
		case t.name == "c" && t.kind == opens:
			column++
			if at, ok := columnOf(t.attr("r")); ok {
				column = max(column, at)
			}
			kind, style, value = t.attr("t"), t.attr("s"), value[:0]
		case t.name == "c":
			shown := b.value(kind, style, value)
			if kind == "s" {
				if b.taken += len(shown); b.taken > MaxShared {
					return keyfile.ErrTooLarge
				}
			}
			row.cell(column, shown)
		case t.name == "v", t.name == "t":
			inValue = t.kind == opens
		}
	}
	if t.err != io.EOF {
		return t.err
	}
	return nil
}

// columnOf returns the column in a reference such as AB12, from 0.
func columnOf(reference string) (int, bool) {
	n := 0
	for i := range len(reference) {
		c := reference[i]
		if c < 'A' || c > 'Z' || n > 1<<16 {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	return n - 1, n > 0
}

// value returns what a cell shows.
func (b *book) value(kind, style string, value []byte) []byte {
	switch kind {
	case "s":
		i, err := strconv.Atoi(string(bytes.TrimSpace(value)))
		if err != nil {
			return nil
		}
		return b.shared.at(i)
	case "", "n":
		if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(b.dates) && b.dates[i] {
			if text, ok := dateText(string(value), b.from04); ok {
				return []byte(text)
			}
		}
	}
	return value
}
