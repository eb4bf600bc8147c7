package pdf

import (
	"cmp"
	"math"
	"strings"
)

// A block is cells under one another: a paragraph, or a cell of a table with
// lines of its own.
type block struct {
	cells       []cell
	x, end      float64
	top, bottom float64 // the heights of the first and of the last line
}

// maxCellLines is how many lines a cell of a table has at most; what has more
// is a column of text.
const maxCellLines = 6

// lines returns the lines of a page. What stands in one row of a table is one
// line, with tabs, also where cells have several lines.
func lines(all []cell) (list []string) {
	blocks := blocksOf(ordered(all))
	for len(blocks) > 0 {
		n, table := 1, len(blocks[0].cells) <= maxCellLines
		for n < len(blocks) && blocks[n].beside(&blocks[n-1]) {
			table = table && len(blocks[n].cells) <= maxCellLines
			n++
		}
		if n > 1 && table {
			row := make([]string, n)
			for i := range row {
				row[i] = strings.Join(unwrap(blocks[i].cells), " ")
			}
			list = append(list, strings.Join(row, "\t"))
		} else {
			for _, b := range blocks[:n] {
				list = append(list, unwrap(b.cells)...)
			}
		}
		blocks = blocks[n:]
	}
	return list
}

// ordered returns cells in the order of the text, or from top to bottom where
// a program showed them in no order at all.
func ordered(all []cell) []cell {
	back := 0
	for i := 1; i < len(all); i++ {
		if all[i].y > all[i-1].y+all[i].size && all[i].x < all[i-1].end {
			back++
		}
	}
	if 3*back <= len(all) {
		return all
	}
	list := make([]cell, 0, len(all))
	for _, i := range sorted(len(all), func(a, b int) int {
		if d := all[a].y - all[b].y; math.Abs(d) > 0.4*all[a].size {
			return cmp.Compare(all[b].y, all[a].y)
		}
		return cmp.Compare(all[a].x, all[b].x)
	}) {
		list = append(list, all[i])
	}
	return list
}

func blocksOf(all []cell) (blocks []block) {
	for _, c := range all {
		if n := len(blocks); n > 0 && c.alone {
			if b := &blocks[n-1]; b.continues(c) {
				b.cells = append(b.cells, c)
				b.x, b.end, b.bottom = min(b.x, c.x), max(b.end, c.end), c.y
				continue
			}
		}
		blocks = append(blocks, block{[]cell{c}, c.x, c.end, c.y, c.y})
	}
	return blocks
}

// continues reports whether a cell is the next line of a block.
func (b *block) continues(c cell) bool {
	const spacing = 1.7
	down := b.bottom - c.y
	return down > 0.4*c.size && down < spacing*max(c.size, b.cells[len(b.cells)-1].size) && c.x < b.end && c.end > b.x
}

// beside reports whether a block stands to the right of another, at its height.
func (b *block) beside(a *block) bool {
	slack := 0.6 * b.cells[0].size
	return b.x >= a.end-0.1*slack && b.top > a.bottom-slack && b.bottom < a.top+slack
}

// unwrap returns lines, without the breaks that narrow columns make in an ID,
// a key or a name at its hyphens.
func unwrap(cells []cell) (list []string) {
	for _, c := range cells {
		if n := len(list); n > 0 && brokenAtHyphen(list[n-1], c.text) {
			list[n-1] += c.text
			continue
		}
		list = append(list, c.text)
	}
	return list
}

func brokenAtHyphen(before, after string) bool {
	if len(before) < 2 || len(after) < 2 {
		return false
	}
	switch {
	case after[0] == '-':
		return isAlnum(before[len(before)-1]) && isAlnum(after[1])
	case before[len(before)-1] == '-':
		return isAlnum(before[len(before)-2]) && isAlnum(after[0])
	}
	return false
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}
