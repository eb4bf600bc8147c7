package keyfile

// name adds to notices from number n on what their row says.
func (r *rowReader) name(n int, line []byte, key int) {
	fields := r.d.fields(r.d.cells(line, nil), r.t)
	for i := n; i < len(r.t.s.Set.notices); i++ {
		notice := &r.t.s.Set.notices[i]
		notice.ID, notice.Fields = r.id(line, key), fields
	}
}

// fields returns what the cells of a row say beside key and ID.
func (d *dialect) fields(cells [][]byte, t *text) (f Fields) {
	get := func(column int) string {
		if column < 0 || column >= len(cells) {
			return ""
		}
		return t.string(cells[column])
	}
	f.Device, f.Volume = get(d.device), get(d.volume)
	if date := get(d.date); date != "" {
		f.Created, f.Date = date, normalDate(date)
	}
	if d.dn >= 0 && d.dn < len(cells) { // the name of a directory's entry has more
		cell := cells[d.dn]
		if _, start := nextGUID(cell, 0); start >= 0 {
			if date := cnDate(cell, start); date != "" {
				if f.Created == "" {
					f.Created, f.Date = date, normalDate(date)
				}
				if f.Device == "" {
					f.Device = t.string(cnParent(cell[start:]))
				}
			}
		}
	}
	return f
}
