package keyfile

import "bytes"

// cells splits a row into its cells, without their quotes.
func (d *dialect) cells(line []byte, out [][]byte) [][]byte {
	if d.comma == 0 {
		for i, start := range d.starts {
			end := len(line)
			if i+1 < len(d.starts) {
				end = min(end, d.starts[i+1])
			}
			out = append(out, bytes.TrimSpace(line[min(start, end):end]))
		}
		return out
	}
	for len(out) < maxColumns {
		cell, rest, more := d.next(line)
		out = append(out, cell)
		if !more {
			break
		}
		line = rest
	}
	return out
}

// cell returns one cell of a row, or false if the row has fewer, or if column is
// -1, since the table has no such column.
func (d *dialect) cell(line []byte, column int) ([]byte, bool) {
	switch {
	case column < 0:
		return nil, false
	case d.comma == 0:
		cells := d.cells(line, nil)
		if column >= len(cells) {
			return nil, false
		}
		return cells[column], true
	}
	for ; column > 0; column-- {
		_, rest, more := d.next(line)
		if !more {
			return nil, false
		}
		line = rest
	}
	cell, _, _ := d.next(line)
	return cell, true
}

// next cuts the first cell off a row; more is false when it was the last.
func (d *dialect) next(line []byte) (cell, rest []byte, more bool) {
	for len(line) > 0 && line[0] == ' ' {
		line = line[1:]
	}
	start, end, after := 0, 0, 0
	if len(line) > 0 && line[0] == '"' {
		start, end = 1, closing(line)
		after = min(end+1, len(line))
	}
	var i int
	if d.comma == gap {
		i = bytes.Index(line[after:], []byte("  "))
	} else {
		i = bytes.IndexByte(line[after:], d.comma)
	}
	whole := len(line)
	if i >= 0 {
		whole = after + i
	}
	if start == 0 || len(trimSpaces(line[after:whole])) > 0 { // what goes on behind its quote has none
		start, end = 0, whole
	}
	if i < 0 {
		return trimSpaces(line[start:end]), nil, false
	}
	return trimSpaces(line[start:end]), line[after+i+1:], true
}

// trimSpaces takes the spaces off the end, and the signs that set code apart in
// the tables of wikis off both.
func trimSpaces(b []byte) []byte {
	for len(b) > 0 && b[len(b)-1] == ' ' {
		b = b[:len(b)-1]
	}
	if n := len(b); n > 1 && b[0] == '`' && b[n-1] == '`' {
		return b[1 : n-1]
	}
	return b
}

// closing returns the index of the quote that closes the one that line begins
// with; two of them stand for one. Without one, the cell ends with the line.
func closing(line []byte) int {
	for i := 1; i < len(line); i++ {
		if line[i] != '"' {
			continue
		}
		if i+1 < len(line) && line[i+1] == '"' {
			i++
			continue
		}
		return i
	}
	return len(line)
}
