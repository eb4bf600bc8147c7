package keyfile

import (
	"bytes"

	"fortyeight/keyformat"
)

// A groupCells says that a table keeps the eight groups of a key in cells of
// their own. Spreadsheets take such groups for numbers and drop their leading
// zeros.
type groupCells struct {
	comma byte
	first int // the first of the eight cells
}

// groupCellsOf looks for a row with a key over eight cells.
func groupCellsOf(lines []heldLine) *groupCells {
	for _, l := range lines {
		for _, comma := range []byte("\t;,|") {
			if bytes.Count(l.line, []byte{comma}) < keyformat.Groups-1 {
				continue
			}
			cells := bytes.Split(l.line, []byte{comma})
			for first := 0; first+keyformat.Groups <= min(len(cells), maxColumns); first++ {
				if joinGroups(cells[first:first+keyformat.Groups]) != nil {
					return &groupCells{comma, first}
				}
			}
		}
	}
	return nil
}

// join returns the row with the eight cells as one; the labels above them
// become one too.
func (g *groupCells) join(line []byte) []byte {
	comma := []byte{g.comma}
	cells := bytes.Split(line, comma)
	end := g.first + keyformat.Groups
	if len(cells) < end {
		return line
	}
	one := joinGroups(cells[g.first:end])
	if one == nil {
		one = bytes.Join(cells[g.first:end], []byte{' '})
	}
	cells[g.first] = one
	return bytes.Join(append(cells[:g.first+1], cells[end:]...), comma)
}

// joinGroups returns the key in eight cells as Windows prints it, or nil if
// they hold none: eight numbers that all follow the rule are no chance, unless
// they are as small as counts are.
func joinGroups(cells [][]byte) []byte {
	var key []byte
	large := 0
	for i, c := range cells {
		c = bytes.Trim(c, " \"'\u00a0")
		if len(c) == 0 || len(c) > keyformat.GroupDigits || countDigits(c) != len(c) {
			return nil
		}
		if i > 0 {
			key = append(key, '-')
		}
		if len(c) >= keyformat.GroupDigits-1 {
			large++
		}
		key = append(append(key, "000000"[len(c):]...), c...)
	}
	if _, ok := canonical(key, 0); !ok || large < keyformat.Groups/2 {
		return nil
	}
	return key
}
