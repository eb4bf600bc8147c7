package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// textOf returns the lines of a page as people read them.
func (d *document) textOf(pg page) []string {
	p := &painter{d: d, fonts: map[any]*font{}, state: state{page: identity, scale: 1}, text: identity, line: identity}
	p.paint(pg.content, pg.resources)
	return lines(cells(p.fragments))
}

// A cell is text of one line that no wide gap parts.
type cell struct {
	x, end, y, size float64
	text            string
	alone           bool // on its line
}

// The gaps between fragments that are a space, and that part two cells, in
// parts of the size of the font. Where a program writes its spaces as
// characters, a gap without one is a smaller thing than where gaps are spaces.
const (
	spaceGap   = 0.2
	cellGap    = 1.2
	cellSpaced = 0.45
)

// cells joins fragments that were shown one after another at one height. The
// order in which a program shows text is the order of the text: cell by cell in
// a table, column by column on a page.
func cells(all []fragment) (list []cell) {
	wide := cellGap
	if writesSpaces(all) {
		wide = cellSpaced
	}
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].turn == all[0].turn && math.Abs(all[n].y-all[0].y) < max(all[0].size, all[n].size)*0.4 {
			n++
		}
		line := all[:n]
		all = all[n:]
		slices.SortStableFunc(line, func(a, b fragment) int { return cmp.Compare(a.x, b.x) })
		from := len(list)
		for i, f := range line {
			if i == 0 {
				list = append(list, cell{f.x, f.end, f.y, f.size, f.text, true})
				continue
			}
			last := &list[len(list)-1]
			if f.text == line[i-1].text && math.Abs(f.x-line[i-1].x) < 0.1*f.size {
				continue // shown twice to look bold
			}
			switch gap := gapBetween(last, f, wide); gap {
			case "\t":
				list = append(list, cell{x: f.x, y: f.y, size: f.size})
				last = &list[len(list)-1]
				last.text = f.text
			default:
				last.text += gap + f.text
			}
			last.end, last.size = f.end, max(last.size, f.size)
		}
		for i := from; i < len(list); i++ {
			list[i].alone = len(list)-from == 1
		}
	}
	list = slices.DeleteFunc(list, func(c cell) bool { return strings.TrimSpace(c.text) == "" })
	for i := range list {
		list[i].text = strings.TrimSpace(list[i].text)
	}
	return list
}

// gapBetween returns what stands between a cell and the fragment behind it.
func gapBetween(before *cell, f fragment, wide float64) string {
	spaced := strings.HasSuffix(before.text, " ") || strings.HasPrefix(f.text, " ")
	if spaced {
		wide = cellGap
	}
	switch gap := (f.x - before.end) / max(f.size, 1); {
	case gap > 3*cellGap:
		return "\t"
	case gap > wide && isDigits(before.text, 42) && isDigits(f.text, 48):
		return " " // the groups of a key may stand wide apart
	case gap > wide:
		return "\t"
	case gap > spaceGap && !spaced:
		return " "
	}
	return ""
}

// isDigits reports whether text is at most so many digits and what parts
// groups.
func isDigits(text string, most int) bool {
	n := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			n++
		case c != ' ' && c != '-':
			return false
		}
	}
	return n > 0 && n <= most
}

func writesSpaces(all []fragment) bool {
	for _, f := range all {
		if text := strings.TrimSpace(f.text); text == "" || strings.IndexByte(text, ' ') > 0 {
			return true
		}
	}
	return false
}
