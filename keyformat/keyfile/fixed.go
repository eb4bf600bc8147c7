package keyfile

import "bytes"

// fixedColumns finds the table that PowerShell prints: names, a line of
// hyphens below each, and cells that begin where the hyphens do.
func fixedColumns(lines []heldLine, t *text) *dialect {
	for i, l := range lines[:min(len(lines), 40)] {
		line := bytes.TrimRight(l.line, " ")
		if i == 0 || len(line) < 5 || len(bytes.Trim(line, "- ")) > 0 || !bytes.Contains(line, []byte("- -")) && !bytes.Contains(line, []byte("-  ")) {
			continue
		}
		d := &dialect{format: PowerShell, legacy: t.legacy, key: -1, id: -1, device: -1, volume: -1, date: -1, dn: -1, header: l.at}
		for at := range line {
			if line[at] == '-' && (at == 0 || line[at-1] == ' ') {
				d.starts = append(d.starts, at)
			}
		}
		d.labels = t.labels(d.cells(lines[i-1].line, nil))
		var keyed [][]byte
		for _, k := range lines[i+1:] {
			if _, ok := nextHit(k.line, 0); ok {
				keyed = append(keyed, k.line)
			}
		}
		d.learn(keyed)
		if d.key < 0 && d.id < 0 {
			return nil
		}
		return d
	}
	return nil
}

// wrapped reads a line of such a table. PowerShell breaks a cell that is too
// wide over lines in which the first cell is empty.
func (r *rowReader) wrapped(line []byte, number int, at int64) {
	cells := r.d.cells(line, nil)
	if len(r.above.line) > 0 && len(bytes.TrimSpace(line)) > 0 && len(cells[0]) == 0 {
		if r.cells == nil {
			r.cells = cloneAll(r.d.cells(r.above.line, nil))
		}
		for i := range min(len(cells), len(r.cells)) {
			if len(r.cells[i]) < maxValue {
				r.cells[i] = append(r.cells[i], cells[i]...)
			}
		}
		return
	}
	r.unwrap()
	r.above = heldLine{append(r.above.line[:0], line...), number, at}
}

// unwrap takes the row that is now known to be whole.
func (r *rowReader) unwrap() {
	switch {
	case r.cells != nil:
		r.several(r.cells, r.above.number)
	case len(r.above.line) > 0:
		r.row(r.above.line, r.above.number, r.above.at)
	}
	r.cells, r.above.line = nil, r.above.line[:0]
}

func cloneAll(cells [][]byte) [][]byte {
	for i := range cells {
		cells[i] = bytes.Clone(cells[i])
	}
	return cells
}
