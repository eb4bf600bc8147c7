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

// A cell is text of one line that no wide gap parts: fragments in one.
type cell = fragment

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
		from := len(list)
		var before *fragment
		for _, i := range sorted(n, func(a, b int) int { return cmp.Compare(line[a].x, line[b].x) }) {
			f := &line[i]
			switch {
			case before == nil:
				list = append(list, *f)
			case f.text == before.text && math.Abs(f.x-before.x) < 0.1*f.size:
				// shown twice to look bold
			default:
				last := &list[len(list)-1]
				gap := gapBetween(last, f, wide)
				if gap == "\t" {
					list = append(list, *f)
					break
				}
				last.text += gap + f.text
				last.end, last.size = f.end, max(last.size, f.size)
			}
			before = f
		}
		n = len(list)
		for i := from; i < n; i++ {
			list[i].alone = n-from == 1
		}
	}
	n := 0
	for i := range list {
		if text := strings.TrimSpace(list[i].text); text != "" {
			list[n] = list[i]
			list[n].text = text
			n++
		}
	}
	return list[:n]
}

// sorted returns the numbers below n in an order.
func sorted(n int, order func(a, b int) int) []int {
	numbers := make([]int, n)
	for i := range numbers {
		numbers[i] = i
	}
	slices.SortStableFunc(numbers, order)
	return numbers
}

// gapBetween returns what stands between a cell and the fragment behind it.
func gapBetween(before, f *fragment, wide float64) string {
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
	for i := range all {
		if text := strings.TrimSpace(all[i].text); text == "" || strings.IndexByte(text, ' ') > 0 {
			return true
		}
	}
	return false
}
