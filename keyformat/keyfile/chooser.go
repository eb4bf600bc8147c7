package keyfile

import "bytes"

// A chooser holds back the first lines of a text until it can tell whether
// they are rows of a table or blocks, and then hands on everything.
type chooser struct {
	t    *text
	held []heldLine
	size int
	l    liner
	// groups is set where keys stand in eight cells.
	groups *groupCells
}

type heldLine struct {
	line   []byte
	number int
	at     int64
}

func (t *text) choose() *chooser { return &chooser{t: t} }

// linerFor returns who reads lines of that shape.
func (t *text) linerFor(shape Format, sample []byte) liner {
	switch {
	case shape == LDIF:
		t.format = LDIF
		return &ldifReader{t: t}
	case isBinary(sample):
		t.format = Binary
		return &blocks{t: t}
	}
	t.format = shape
	return t.choose()
}

// isBinary reports whether bytes are no text: zeros and control characters.
func isBinary(sample []byte) bool {
	odd := 0
	for _, c := range sample {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B {
			odd++
		}
	}
	return odd > len(sample)/10
}

func (c *chooser) line(line []byte, number int, at int64) {
	if c.l != nil {
		if c.groups != nil {
			line = c.groups.join(line)
		}
		c.l.line(line, number, at)
		return
	}
	c.held = append(c.held, heldLine{bytes.Clone(line), number, at})
	if c.size += len(line) + 1; c.size >= sampleSize {
		c.decide()
	}
}

func (c *chooser) end() {
	if c.l == nil {
		c.decide()
	}
	c.l.end()
}

func (c *chooser) decide() {
	if c.groups = groupCellsOf(c.held); c.groups != nil {
		c.t.lazy = false // the rows are not as they stand in the file
		for i := range c.held {
			c.held[i].line = c.groups.join(c.held[i].line)
		}
	}
	if d := dialectOf(c.held, c.t); d != nil {
		if c.t.format == Text {
			c.t.format = d.format
		}
		c.t.s.Set.texts[c.t.index].rows = d
		c.l = newRows(c.t, d)
	} else {
		c.l = &blocks{t: c.t}
	}
	for _, h := range c.held {
		c.l.line(h.line, h.number, h.at)
	}
	c.held = nil
}
