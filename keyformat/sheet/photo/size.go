package photo

import (
	"math"
	"slices"
)

// versions returns the versions that a code between three finders may have, the
// likeliest first.
func (b *bitmap) versions(top, right, below finder) []int {
	across, down := right.middle.minus(top.middle), below.middle.minus(top.middle)
	// A line along an axis is longer in a square that is turned.
	turned := max(math.Abs(across.x), math.Abs(across.y)) / across.length()
	side := (across.length()/(top.module+right.module)+down.length()/(top.module+below.module))/turned + 2*finderMiddle

	var all []int
	add := func(side float64) {
		version := int(math.Round((side - 17) / 4))
		if version >= 1 && version <= maxVersion && !slices.Contains(all, version) {
			all = append(all, version)
		}
	}
	// The timing patterns say it, if they can be counted.
	first := b.changes(top.middle, across, down.times(3/(side-2*finderMiddle)))
	second := b.changes(top.middle, down, across.times(3/(side-2*finderMiddle)))
	if first == second {
		add(float64(first + 13))
	}
	for _, off := range [...]float64{0, 4, -4} {
		add(side + off)
	}
	return all
}

// changes counts the changes between dark and light on a line that begins aside
// of a place.
func (b *bitmap) changes(from, along, aside point) int {
	steps := int(along.length())
	count, dark := 0, true
	for i := range steps {
		at := from.plus(aside).plus(along.times(float64(i) / float64(steps)))
		if b.look(at) != dark {
			dark = !dark
			count++
		}
	}
	return count
}
