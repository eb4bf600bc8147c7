package photo

import (
	"cmp"
	"slices"
)

// A finder is what may be a finder pattern: one of the three large squares.
type finder struct {
	middle point
	module float64 // size of a module, in pixels
	seen   int     // lines that crossed it
}

// maxFinders is how many are looked at further; the rest of a picture full of
// squares is left.
const maxFinders = 24

// maxSeen ends the search in a picture that is made of squares.
const maxSeen = 400

// findFinders returns what may be finder patterns, those seen by most lines
// first.
func (b *bitmap) findFinders() []finder {
	var found []finder
	for y := range b.height {
		row := b.dark[y*b.width:][:b.width]
		var runs [5]int // the last five runs of one colour
		length, dark := 0, false
		for x := 0; x <= b.width; x++ {
			if x < b.width && row[x] == dark {
				length++
				continue
			}
			copy(runs[:], runs[1:])
			runs[4] = length
			if dark && isFinder(runs) {
				middle := float64(x) - float64(runs[4]+runs[3]) - float64(runs[2])/2
				found = b.confirm(found, middle, float64(y)+0.5)
			}
			length, dark = 1, !dark
		}
	}
	slices.SortStableFunc(found, func(a, b finder) int { return cmp.Compare(b.seen, a.seen) })
	return found[:min(len(found), maxFinders)]
}

// isFinder reports whether runs are dark and light as 1:1:3:1:1.
func isFinder(runs [5]int) bool {
	sum := 0
	for _, run := range runs {
		if run == 0 {
			return false
		}
		sum += run
	}
	if sum < 7 {
		return false
	}
	// Half a module more or less, and half a pixel at each edge.
	module := float64(sum) / 7
	slack := module*0.5 + 0.5
	for i, run := range runs {
		want, allowed := module, slack
		if i == 2 {
			want, allowed = 3*module, 2*slack
		}
		if d := float64(run) - want; d > allowed || -d > allowed {
			return false
		}
	}
	return true
}

// confirm looks at a place of a row where a finder pattern may have its middle
// from above to below and across again, and adds what it finds.
func (b *bitmap) confirm(found []finder, x, y float64) []finder {
	y, height, ok := b.cross(x, y, point{0, 1})
	if !ok {
		return found
	}
	x, width, ok := b.cross(x, y, point{1, 0})
	if !ok || width > 2.5*height || height > 2.5*width {
		return found
	}
	one := finder{point{x, y}, (width + height) / 14, 1}
	for i, other := range found {
		if other.middle.minus(one.middle).length() > 3*other.module || one.module > 1.7*other.module || other.module > 1.7*one.module {
			continue
		}
		n := float64(other.seen)
		mean := func(a, b float64) float64 { return (a*n + b) / (n + 1) }
		found[i] = finder{
			point{mean(other.middle.x, x), mean(other.middle.y, y)},
			mean(other.module, one.module), other.seen + 1,
		}
		return found
	}
	if len(found) == maxSeen {
		return found
	}
	return append(found, one)
}

// cross follows a line through x, y in both directions along an axis. It
// returns the middle of the dark square on that axis and the length of the
// whole pattern, if the line crosses one.
func (b *bitmap) cross(x, y float64, axis point) (middle, length float64, ok bool) {
	dx, dy := int(axis.x), int(axis.y)
	x0, y0 := int(x), int(y)
	if !b.at(x0, y0) {
		return 0, 0, false
	}
	var runs [5]int
	back := 0 // pixels of the dark square in the middle that lie before x, y
	for side := -1; side <= 1; side += 2 {
		px, py := x0, y0
		for i, dark := range [3]bool{true, false, true} {
			for b.inside(px, py) && b.at(px, py) == dark {
				runs[2+i*side]++
				px, py = px+side*dx, py+side*dy
			}
		}
		if side < 0 {
			runs[2]-- // both walks begin on it
			back = runs[2]
		}
	}
	if !isFinder(runs) {
		return 0, 0, false
	}
	sum := 0
	for _, run := range runs {
		sum += run
	}
	return float64(x0*dx+y0*dy-back) + float64(runs[2])/2, float64(sum), true
}
