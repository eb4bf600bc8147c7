package keyfile

import (
	"bytes"

	"fortyeight/keyformat"
)

// A column is what the rows of a sample have in one column.
type column struct {
	role             role
	keys, ids, short int // rows with a key, a GUID, the beginning of an ID
	names, drives    int
	hosts            int // of the names, those in the form of a computer's
	dates, dns       int // dns are names of entries of a directory
	parents          int // of them, those that name the computer
	values           map[string]bool
}

// learn finds out which column is which: by the labels where they are known,
// and by what stands there.
func (d *dialect) learn(rows [][]byte) {
	columns := make([]column, len(d.labels))
	for i, label := range d.labels {
		columns[i].role = roleOf(label)
	}
	guids := 0
	for _, row := range rows {
		for i, c := range d.cells(row, nil) {
			if i == len(columns) {
				columns = append(columns, column{})
			}
			columns[i].look(bytes.TrimSpace(c))
		}
		for at := 0; ; guids++ {
			_, start := nextGUID(row, at)
			if start < 0 {
				break
			}
			at = start + guidChars
		}
	}
	for i := range columns {
		c := &columns[i]
		if c.dns > 0 && (d.dn < 0 || c.parents > columns[d.dn].parents) {
			d.dn = i
		}
		switch {
		case d.key < 0 && (c.keys > 0 || c.role == aKey && len(rows) == 0):
			d.key = i
		case c.role == aDevice && (d.device < 0 || columns[d.device].role != aDevice || columns[d.device].names == 0 && c.names > 0),
			c.role == weakDevice && d.device < 0 && c.names > 0:
			d.device = i
		case d.volume < 0 && c.role == aVolume && c.ids == 0:
			d.volume = i
		case c.role == aDate && (d.date < 0 || columns[d.date].role != aDate), c.role == weakDate && d.date < 0:
			d.date = i
		}
	}
	d.id = bestID(columns, d.key)
	d.guess(columns)
	// One GUID in each row, and the column of the ID has it: then a row's GUID
	// is its ID, and nobody has to count cells.
	d.oneID = d.id >= 0 && len(rows) > 0 && guids == len(rows) && columns[d.id].ids+columns[d.id].dns == len(rows)
}

func (c *column) look(cell []byte) {
	if len(cell) == 0 {
		return
	}
	if _, ok := nextHit(cell, 0); ok {
		c.keys++
		return
	}
	if id, ok := wholeValue(cell, c.role == anID || c.role == someID); ok {
		if id.Whole() {
			c.ids++
		} else {
			c.short++
		}
		if c.values == nil {
			c.values = map[string]bool{}
		}
		c.values[string(cell)] = true
		return
	}
	if _, start := nextGUID(cell, 0); start >= 0 {
		if cnDate(cell, start) != "" {
			c.dns++
			if cnParent(cell[start:]) != nil {
				c.parents++
			}
		} else {
			c.ids++
		}
		return
	}
	switch {
	case driveLetter(cell) != "":
		c.drives++
	case looksLikeDate(cell):
		c.dates++
	case isName(cell):
		c.names++
		if isHost(cell) {
			c.hosts++
		}
	}
}

// bestID returns the column of the Key ID, or -1.
func bestID(columns []column, key int) int {
	best, score := -1, 0
	for i, c := range columns {
		n := c.ids + c.short
		s := 0
		switch {
		case c.role == anID:
			s = 50
		case i == key || c.role == otherID || n+c.dns == 0 && c.role != someID:
			continue
		case c.role == someID:
			s = 40
		case c.dns > 0:
			s = 30
		case c.role == unknown:
			s = 10
			if len(c.values) == n { // the ID of a device comes again
				s += 5
			}
			if i == key-1 {
				s += 2
			} else if i == key+1 {
				s++
			}
		}
		if c.dns+c.ids > c.short {
			s++ // the whole is better than its beginning
		}
		if n+c.dns > 0 {
			s += 3
		}
		if s > score {
			best, score = i, s
		}
	}
	return best
}

// guess finds the columns that no label names by what stands in them.
func (d *dialect) guess(columns []column) {
	for i, c := range columns {
		if i == d.key || i == d.id || c.role != unknown {
			continue
		}
		switch {
		case d.volume < 0 && c.drives > 0 && c.drives >= c.names:
			d.volume = i
		case d.date < 0 && c.dates > 0 && c.dates >= c.names:
			d.date = i
		case d.device < 0 && (d.labels == nil && c.names > 0 || c.hosts > 0 && c.hosts == c.names) && c.dates+c.drives+c.ids == 0:
			d.device = i
		}
	}
}

// isName reports whether a cell can be a computer's name: letters, and nothing
// that a name has not.
func isName(cell []byte) bool {
	if len(cell) > 63 || len(cell) < 2 {
		return false
	}
	letters := false
	for _, c := range cell {
		if c < 0x80 && !isWord(c) && c != '-' && c != '.' && c != ' ' && c != '\'' {
			return false
		}
		letters = letters || c|0x20 >= 'a'
	}
	return letters
}

// isHost reports whether a name has the form that Windows and helpdesks give
// computers: a hyphen, a digit or nothing but capitals, at most fifteen signs.
func isHost(name []byte) bool {
	const longest = 15 // that NetBIOS allows
	hyphen, plain := false, true
	for _, c := range name {
		hyphen = hyphen || c == '-'
		plain = plain && (isDigit(c) || c == '-' || c >= 'A' && c <= 'Z')
	}
	return len(name) <= longest && hyphen && (plain || countDigits(name) > 0) && bytes.IndexByte(name, ' ') < 0
}

// idOf returns the ID in a cell of the ID's column.
func (d *dialect) idOf(cell []byte) (keyformat.ID, bool) {
	if id, ok := wholeValue(cell, true); ok {
		return id, true
	}
	if id, start := nextGUID(cell, 0); start >= 0 {
		return id, true
	}
	return base64GUID(cell)
}
