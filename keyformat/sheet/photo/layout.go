package photo

// A layout is what is fixed in the codes of one version.
type layout struct {
	version, side int
	fixed         []bool // modules that hold no data, row by row
	marks         []mark // modules whose colour is known, enough of them
	finders       []mark // those of the finder patterns
	corner        []mark // those of the alignment pattern nearest to the fourth corner
}

// A mark is a module whose colour is known.
type mark struct {
	x, y int
	dark bool
}

const maxVersion = 40

// sideOf returns the side of a version in modules.
func sideOf(version int) int { return 17 + 4*version }

// newLayout returns the layout of a version from 1 to 40 (ISO/IEC 18004, 6.3).
func newLayout(version int) *layout {
	side := sideOf(version)
	l := &layout{version: version, side: side, fixed: make([]bool, side*side)}
	for _, at := range [...][2]int{{0, 0}, {side - 7, 0}, {0, side - 7}} {
		l.finder(at[0], at[1])
	}
	l.finders = l.marks
	centres := alignments(version)
	for i, y := range centres {
		for j, x := range centres {
			last := len(centres) - 1
			if i == 0 && (j == 0 || j == last) || i == last && j == 0 {
				continue // a finder pattern stands there
			}
			first := len(l.marks)
			l.square(x-2, y-2, 5, func(ring int) bool { return ring != 1 })
			if i == last && j == last {
				l.corner = l.marks[first:]
			}
		}
	}
	for i := 8; i < side-8; i++ {
		l.mark(i, 6, i%2 == 0)
		l.mark(6, i, i%2 == 0)
	}
	l.information()
	return l
}

// mark notes a module whose colour is known, once.
func (l *layout) mark(x, y int, dark bool) {
	if at := y*l.side + x; !l.fixed[at] {
		l.fixed[at] = true
		l.marks = append(l.marks, mark{x, y, dark})
	}
}

// square marks squares inside each other, the outermost being ring 0.
func (l *layout) square(x, y, size int, dark func(ring int) bool) {
	for dy := range size {
		for dx := range size {
			l.mark(x+dx, y+dy, dark(min(dx, dy, size-1-dx, size-1-dy)))
		}
	}
}

// finder marks a finder pattern and the light border that it has inside the
// code.
func (l *layout) finder(x, y int) {
	l.square(x, y, 7, func(ring int) bool { return ring != 1 })
	for i := -1; i <= 7; i++ {
		for _, at := range [...][2]int{{x + i, y - 1}, {x + i, y + 7}, {x - 1, y + i}, {x + 7, y + i}} {
			if at[0] >= 0 && at[1] >= 0 && at[0] < l.side && at[1] < l.side {
				l.mark(at[0], at[1], false)
			}
		}
	}
}

// information keeps the places of format and version free of data.
func (l *layout) information() {
	for i := range 9 {
		l.fixed[8*l.side+i] = true
		l.fixed[i*l.side+8] = true
	}
	for i := range 8 {
		l.fixed[8*l.side+l.side-1-i] = true
		l.fixed[(l.side-1-i)*l.side+8] = true
	}
	if l.version < 7 {
		return
	}
	for i := range 18 {
		long, short := i/3, l.side-11+i%3
		l.fixed[long*l.side+short] = true
		l.fixed[short*l.side+long] = true
	}
}

// alignments returns the rows, and columns, on which alignment patterns have
// their middles (ISO/IEC 18004, annex E).
func alignments(version int) []int {
	if version == 1 {
		return nil
	}
	count := version/7 + 2
	step := (4*version + 2*count + 1) / (2*count - 2) * 2
	if version == 32 {
		step = 26 // the one row of the annex that no rule gives
	}
	centres := make([]int, count)
	centres[0] = 6
	for i, at := count-1, sideOf(version)-7; i > 0; i, at = i-1, at-step {
		centres[i] = at
	}
	return centres
}
