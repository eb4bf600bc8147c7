package keyfile

import (
	"bytes"

	"fortyeight/keyformat"
)

// A dialect is how the rows of a table are written, and what its columns are.
type dialect struct {
	format Format
	comma  byte  // what stands between cells; 0 where columns begin at fixed places
	starts []int // those places
	legacy bool

	labels [][]byte // of the columns, from the header; nil without one
	// The columns by what is in them, from 0; -1 where there is none.
	key, id, device, volume, date, dn int
	header                            int // line of the header, or 0
	oneID                             bool
	quoted                            bool // cells run over line ends
}

const maxColumns = 200

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

// cell returns one cell of a row, or false if the row has fewer.
func (d *dialect) cell(line []byte, column int) ([]byte, bool) {
	if d.comma == 0 {
		cells := d.cells(line, nil)
		return cells[column], column < len(cells)
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
	i := bytes.IndexByte(line[after:], d.comma)
	if i < 0 {
		if start == 0 {
			end = len(line)
		}
		return trimSpaces(line[start:end]), nil, false
	}
	if start == 0 {
		end = i
	}
	return trimSpaces(line[start:end]), line[after+i+1:], true
}

func trimSpaces(b []byte) []byte {
	for len(b) > 0 && b[len(b)-1] == ' ' {
		b = b[:len(b)-1]
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

// commas are what stands between cells, the surest first.
var commas = []byte("\t;|,")

// dialectOf finds out how the lines are rows, or returns nil.
func dialectOf(lines []heldLine, t *text) *dialect {
	if d := fixedColumns(lines, t); d != nil {
		return d
	}
	lines, quoted := joinQuoted(lines)
	var keyed [][]byte
	for _, l := range lines {
		if _, ok := nextHit(l.line, 0); ok && len(keyed) < 50 {
			keyed = append(keyed, l.line)
		}
	}
	best, most := (*dialect)(nil), 0
	for _, comma := range commas {
		d := &dialect{comma: comma, legacy: t.legacy, key: -1, id: -1, device: -1, volume: -1, date: -1, dn: -1}
		columns := d.common(keyed)
		header := d.findHeader(lines, columns)
		if columns == 0 && header < 0 || columns > 0 && columns <= most {
			continue
		}
		if header >= 0 {
			d.header = lines[header].number
			d.labels = cloneAll(d.cells(lines[header].line, nil))
		} else if !d.together(keyed) {
			continue
		}
		best, most = d, max(columns, 1)
	}
	if best == nil {
		return nil
	}
	best.learn(keyed)
	best.format = CSV
	if best.comma == '\t' {
		best.format = TSV
		if best.shortIDs(keyed) {
			best.format = AccountPage
		}
	}
	best.quoted = quoted
	return best
}

// joinQuoted joins lines whose quotes are open with those that follow, if that
// ends well: if it does not, somebody forgot a quote.
func joinQuoted(lines []heldLine) (joined []heldLine, quoted bool) {
	open, size := false, 0
	for _, l := range lines {
		if open {
			last := &joined[len(joined)-1]
			last.line = append(append(bytes.Clone(last.line), ' '), l.line...)
			size++
		} else {
			joined, size = append(joined, l), 1
		}
		if bytes.Count(l.line, []byte{'"'})%2 == 1 {
			open, quoted = !open, true
		}
		if size > maxRowLines {
			return lines, false
		}
	}
	if !quoted || open && size > 1 {
		return lines, false
	}
	return joined, true
}

// common returns the number of columns that most of the rows have, if it is
// more than one.
func (d *dialect) common(rows [][]byte) int {
	counts := map[int]int{}
	best := 0
	for _, row := range rows {
		n := len(d.cells(row, nil))
		if counts[n]++; counts[n] > counts[best] {
			best = n
		}
	}
	if best < 2 || counts[best]*5 < len(rows)*4 {
		return 0
	}
	return best
}

// findHeader returns the index of the line that names the columns: the first
// with cells, of which two have a known role, or one if there are rows that
// fit.
func (d *dialect) findHeader(lines []heldLine, columns int) int {
	for i, l := range lines[:min(len(lines), 20)] {
		cells := d.cells(l.line, nil)
		if len(cells) < 2 || len(cells) > maxColumns || columns > 0 && len(cells) != columns {
			continue
		}
		if _, keyed := nextHit(l.line, 0); keyed {
			return -1
		}
		known, key := 0, false
		for _, c := range cells {
			if r := roleOf(c); r != unknown {
				known++
				key = key || r == aKey || r == anID
			}
		}
		if known >= 2 && key || columns > 0 && known >= 1 {
			return i
		}
	}
	return -1
}

// together reports whether keys share their rows with other cells.
func (d *dialect) together(rows [][]byte) bool {
	shared := 0
	for _, row := range rows {
		full := 0
		for _, c := range d.cells(row, nil) {
			if len(bytes.TrimSpace(c)) > 0 {
				full++
			}
		}
		if full >= 2 {
			shared++
		}
	}
	if d.comma == ',' && len(rows) == 1 { // a sentence has commas too
		return shared == 1 && d.hasID(rows[0])
	}
	return shared > 0 && shared*2 > len(rows)
}

func (d *dialect) hasID(row []byte) bool {
	for _, c := range d.cells(row, nil) {
		if _, ok := wholeValue(c, false); ok {
			return true
		}
	}
	return false
}

// fixedColumns finds the table that PowerShell prints: names, a line of
// hyphens below each, and cells that begin where the hyphens do.
func fixedColumns(lines []heldLine, t *text) *dialect {
	for i, l := range lines[:min(len(lines), 40)] {
		line := bytes.TrimRight(l.line, " ")
		if i == 0 || len(line) < 5 || len(bytes.Trim(line, "- ")) > 0 || !bytes.Contains(line, []byte("- -")) && !bytes.Contains(line, []byte("-  ")) {
			continue
		}
		d := &dialect{format: PowerShell, legacy: t.legacy, key: -1, id: -1, device: -1, volume: -1, date: -1, dn: -1, header: l.number}
		for at := range line {
			if line[at] == '-' && (at == 0 || line[at-1] == ' ') {
				d.starts = append(d.starts, at)
			}
		}
		d.labels = cloneAll(d.cells(lines[i-1].line, nil))
		var keyed [][]byte
		for _, k := range lines[i+1:] {
			if _, ok := nextHit(k.line, 0); ok {
				keyed = append(keyed, k.line)
			}
		}
		d.learn(keyed)
		if d.key < 0 && len(keyed) == 0 {
			return nil
		}
		return d
	}
	return nil
}

func cloneAll(cells [][]byte) [][]byte {
	for i := range cells {
		cells[i] = bytes.Clone(cells[i])
	}
	return cells
}

// shortIDs reports whether the rows have beginnings of IDs, as the account
// page shows them.
func (d *dialect) shortIDs(rows [][]byte) bool {
	for _, row := range rows {
		cells := d.cells(row, nil)
		if d.id >= 0 && d.id < len(cells) {
			id, ok := wholeValue(cells[d.id], true)
			return ok && id.Digits() == keyformat.MinIDDigits
		}
	}
	return false
}
