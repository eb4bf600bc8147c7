package photo

import (
	"cmp"
	"math"
	"slices"
)

// corners are three finder patterns that stand as those of a QR do.
type corners struct {
	top, right, below int     // places in the list of finders: the middle one, and those along its row and its column
	odd               float64 // how much they differ from those of a code seen from the front
}

// arrange returns the sets of three finders that may be the corners of a QR,
// the likeliest first.
func arrange(found []finder) []corners {
	var sets []corners
	for i := range found {
		for j := i + 1; j < len(found); j++ {
			for k := j + 1; k < len(found); k++ {
				if set, ok := asCorners(found, [3]int{i, j, k}); ok {
					sets = append(sets, set)
				}
			}
		}
	}
	slices.SortStableFunc(sets, func(a, b corners) int { return cmp.Compare(a.odd, b.odd) })
	return sets
}

// asCorners arranges three finders, if they can be the corners of a code.
func asCorners(found []finder, three [3]int) (corners, bool) {
	small, large := math.Inf(1), 0.0
	for _, i := range three {
		small, large = min(small, found[i].module), max(large, found[i].module)
	}
	if large > 2*small {
		return corners{}, false
	}
	// The corner is where the longest side is not.
	best, longest := 0, 0.0
	for n := range 3 {
		side := found[three[(n+1)%3]].middle.minus(found[three[(n+2)%3]].middle).length()
		if side > longest {
			best, longest = n, side
		}
	}
	set := corners{top: three[best], right: three[(best+1)%3], below: three[(best+2)%3]}
	top := found[set.top].middle
	across, down := found[set.right].middle.minus(top), found[set.below].middle.minus(top)
	if across.cross(down) < 0 {
		set.right, set.below = set.below, set.right
		across, down = down, across
	}
	a, d := across.length(), down.length()
	// The smallest QR has fourteen modules between two middles. A finder that is
	// turned is crossed by a longer line, by half at most.
	if min(a, d) < 14*small*0.6 || max(a, d) > 170*large {
		return corners{}, false
	}
	ratio := math.Log(a / d)
	angle := across.dot(down) / (a * d)
	if math.Abs(ratio) > 0.8 || math.Abs(angle) > 0.6 {
		return corners{}, false
	}
	seen := min(found[set.top].seen, found[set.right].seen, found[set.below].seen, 20)
	// Of several codes side by side, corners of different ones are far apart.
	set.odd = math.Abs(ratio) + math.Abs(angle) + math.Log(large/small) + 0.1*math.Log((a+d)/small) - 0.01*float64(seen)
	return set, true
}
