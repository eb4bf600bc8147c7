package keyfile

// A cellReader reads a table whose cells were copied one a line, as phones
// copy the account page: first the names of the columns, then the cells row by
// row (domain.md §2.6).
type cellReader struct {
	labels [][]byte // of the columns, once they are known to be ones
	run    [][]byte // lines so far that are nothing but a known label
	unit   unit
	at     int
	bad    int // rows without a key
	failed bool
}

// take reads a line as a cell; it returns false where lines are no cells.
func (c *cellReader) take(b *blocks, line []byte, number int) bool {
	if c.failed {
		return false
	}
	if c.labels == nil {
		if loneLabel(line) != unknown {
			c.run = append(c.run, append([]byte(nil), line...))
			return false
		}
		if !c.isTable() {
			c.run = nil
			return false
		}
		c.labels = c.run
		if b.t.format == Text {
			b.t.format = AccountPage
		}
	}
	label := c.labels[c.at]
	before := len(c.unit.keys)
	c.unit.value(b.t, label, line, number)
	if roleOf(label) == aKey && len(c.unit.keys) == before {
		if c.bad++; c.bad > 2 {
			c.failed = true // these lines are something else
		}
	}
	if c.at++; c.at == len(c.labels) {
		c.row(b.t)
	}
	return true
}

// isTable reports whether the labels so far name the columns of a table.
func (c *cellReader) isTable() bool {
	key, id := false, false
	for _, label := range c.run {
		r := roleOf(label)
		key, id = key || r == aKey, id || r == anID
	}
	return key && id && len(c.run) >= 3
}

func (c *cellReader) row(t *text) {
	c.unit.give()
	for i := range c.unit.keys {
		if c.unit.keys[i].pairing != Unpaired {
			c.unit.keys[i].pairing = SameRow
		}
	}
	c.unit.close(t, nil)
	c.unit, c.at = unit{}, 0
}
