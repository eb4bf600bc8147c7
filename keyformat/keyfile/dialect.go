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
	header                            int64 // where the line of the header begins, or -1
	oneID                             bool
	quoted                            bool // cells run over line ends
}

const maxColumns = 200

// commas are what stands between cells, the surest first.
var commas = []byte{'\t', ';', '|', ',', gap}

// gap stands for two spaces or more, as tables for the eye have them.
const gap = 1

// dialectOf finds out how the lines are rows, or returns nil.
func dialectOf(lines []heldLine, t *text) *dialect {
	if d := fixedColumns(lines, t); d != nil {
		return d
	}
	lines, quoted := joinQuoted(lines)
	if isUpright(lines) {
		return nil
	}
	var keyed [][]byte
	for _, l := range lines {
		if _, ok := nextHit(l.line, 0); ok && len(keyed) < 50 {
			keyed = append(keyed, l.line)
		}
	}
	best, most := (*dialect)(nil), 0
	for _, comma := range commas {
		d := &dialect{comma: comma, legacy: t.legacy, key: -1, id: -1, device: -1, volume: -1, date: -1, dn: -1, header: -1}
		columns := d.common(keyed)
		if comma == gap && !d.allHaveIDs(keyed) {
			continue // a list has gaps too, between labels and values
		}
		header := d.findHeader(lines, columns, t)
		if columns == 0 && header < 0 || columns > 0 && columns <= most {
			continue
		}
		if header >= 0 {
			d.header = lines[header].at
			d.labels = t.labels(d.cells(lines[header].line, nil))
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
	if best.comma == gap {
		best.format = Text
	}
	if best.comma == '\t' {
		best.format = TSV
		if best.shortIDs(keyed) {
			best.format = AccountPage
		}
	}
	best.quoted = quoted
	return best
}

// isUpright reports whether lines are a table with its labels in the first
// column and their values in the second: that is read as blocks are.
func isUpright(lines []heldLine) bool {
	labels, key := 0, false
	for _, l := range lines {
		label, value := besideLabel(l.line)
		r := loneLabel(label)
		if label == nil || r == unknown || loneLabel(value) != unknown {
			continue
		}
		labels++
		if _, ok := nextHit(value, 0); ok {
			key = true
		}
	}
	return key && labels >= 2
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
func (d *dialect) findHeader(lines []heldLine, columns int, t *text) int {
	for i, l := range lines[:min(len(lines), 20)] {
		cells := d.cells(l.line, nil)
		if len(cells) < 2 || len(cells) > maxColumns || columns > 0 && len(cells) != columns {
			continue
		}
		if _, keyed := nextHit(l.line, 0); keyed {
			return -1
		}
		known, key := 0, false
		for _, c := range t.labels(cells) {
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
	if d.comma != '\t' && len(rows) == 1 { // a sentence has commas too
		return shared == 1 && d.hasID(rows[0], false)
	}
	return shared > 0 && shared*2 > len(rows)
}

func (d *dialect) allHaveIDs(rows [][]byte) bool {
	for _, row := range rows {
		if !d.hasID(row, true) {
			return false
		}
	}
	return len(rows) > 0
}

func (d *dialect) hasID(row []byte, named bool) bool {
	for _, c := range d.cells(row, nil) {
		if _, ok := wholeValue(c, named); ok {
			return true
		}
	}
	return false
}

// labels returns the cells of a header to keep, in UTF-8.
func (t *text) labels(cells [][]byte) [][]byte {
	list := make([][]byte, len(cells))
	for i, c := range cells {
		if t.legacy && t.s.Decode != nil && hasHigh(c) && len(c) < maxValue {
			list[i] = []byte(t.s.Decode(c))
		} else {
			list[i] = bytes.Clone(c)
		}
	}
	return list
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
