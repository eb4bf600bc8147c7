package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// textOf returns the lines of a page from top to bottom.
func (d *document) textOf(pg page) []string {
	p := &painter{d: d, fonts: map[any]*font{}, state: state{page: identity, scale: 1}, text: identity, line: identity}
	p.paint(pg.content, pg.resources)
	return lines(p.fragments)
}

// lines joins fragments that stand at about one height.
func lines(all []fragment) (list []string) {
	// Pages count from the bottom; some programs turn that around twice.
	slices.SortStableFunc(all, func(a, b fragment) int { return cmp.Compare(b.y, a.y) })
	for len(all) > 0 {
		n := 1
		for n < len(all) && math.Abs(all[n].y-all[0].y) < max(all[0].size, all[n].size)*0.4 {
			n++
		}
		if line := join(all[:n]); line != "" {
			list = append(list, line)
		}
		all = all[n:]
	}
	return list
}

// The gaps between fragments that are a space, and that part two cells, in
// parts of the size of the font.
const (
	spaceGap = 0.2
	cellGap  = 1.2
)

func join(line []fragment) string {
	slices.SortStableFunc(line, func(a, b fragment) int { return cmp.Compare(a.x, b.x) })
	var out strings.Builder
	for i, f := range line {
		if i > 0 {
			before := line[i-1]
			gap := (f.x - before.end) / max(f.size, 1)
			switch {
			case gap > cellGap:
				out.WriteByte('\t')
			case gap > spaceGap && !strings.HasSuffix(before.text, " ") && !strings.HasPrefix(f.text, " "):
				out.WriteByte(' ')
			}
		}
		out.WriteString(f.text)
	}
	return strings.TrimSpace(out.String())
}
