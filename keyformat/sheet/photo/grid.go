package photo

// A grid lays the modules of a QR over a picture.
type grid struct {
	layout *layout
	// Where the middles of the three finder patterns lie, and the place that
	// would make them a square: upper left, upper right, lower right, lower left.
	quad [4]point
	// The projection of the unit square onto them (Heckbert 1989).
	a, b, c, d, e, f, g, h float64
}

// finderMiddle is where a finder pattern has its middle, in modules from the
// edges of the code.
const finderMiddle = 3.5

// lay computes the projection. A quadrangle that is none has none.
func (g *grid) lay() bool {
	p := g.quad
	sum := p[0].minus(p[1]).plus(p[2]).minus(p[3])
	above, left := p[1].minus(p[2]), p[3].minus(p[2])
	area := above.cross(left)
	if area > -1 { // its corners go round the wrong way
		return false
	}
	g.g, g.h = sum.cross(left)/area, above.cross(sum)/area
	g.a, g.b, g.c = p[1].x-p[0].x+g.g*p[1].x, p[3].x-p[0].x+g.h*p[3].x, p[0].x
	g.d, g.e, g.f = p[1].y-p[0].y+g.g*p[1].y, p[3].y-p[0].y+g.h*p[3].y, p[0].y
	return true
}

// at returns where a place of the code lies on the picture; x and y are in
// modules from the code's upper left corner.
func (g *grid) at(x, y float64) point {
	side := float64(g.layout.side) - 2*finderMiddle
	u, v := (x-finderMiddle)/side, (y-finderMiddle)/side
	w := 1 / (g.g*u + g.h*v + 1)
	return point{(g.a*u + g.b*v + g.c) * w, (g.d*u + g.e*v + g.f) * w}
}

// agrees says how well marks agree with the bitmap, from −1 to 1. It looks at
// the middle of each, and around it where reach is not 0.
func (g *grid) agrees(b *bitmap, marks []mark, reach float64) float64 {
	around := [...]point{{}, {-reach, 0}, {reach, 0}, {0, -reach}, {0, reach}}
	looks := around[:]
	if reach == 0 {
		looks = around[:1]
	}
	sum := 0
	for _, m := range marks {
		for _, off := range looks {
			if b.look(g.at(float64(m.x)+0.5+off.x, float64(m.y)+0.5+off.y)) == m.dark {
				sum++
			} else {
				sum--
			}
		}
	}
	return float64(sum) / float64(len(looks)*len(marks))
}

// near is how far from the middle of a module agrees looks where it matters.
const near = 0.3

// guess lays the grid over three corners. It returns how well these agree, seen
// from the front.
func (g *grid) guess(b *bitmap, top, right, below point) float64 {
	g.quad = [4]point{top, right, right.plus(below).minus(top), below}
	if !g.lay() {
		return -1
	}
	return g.agrees(b, g.layout.finders, 0)
}

// steps returns one module along a row and one along a column.
func (g *grid) steps() (right, below point) {
	part := 1 / (float64(g.layout.side) - 2*finderMiddle)
	return g.quad[1].minus(g.quad[0]).times(part), g.quad[3].minus(g.quad[0]).times(part)
}

// search looks for the fourth corner: where the alignment pattern beside it
// agrees best. A paper that leans moves it by modules. Of places that agree
// alike it takes the one nearest to the guess. It returns how well all agrees.
func (g *grid) search(b *bitmap) float64 {
	if corner := g.layout.corner; len(corner) > 0 {
		right, below := g.steps()
		guess := g.quad[2]
		best, place := 0.2, guess
		try := func(from point, reach int, step, around float64) {
			for i := -reach; i <= reach; i++ {
				for j := -reach; j <= reach; j++ {
					g.quad[2] = from.plus(right.times(step * float64(i))).plus(below.times(step * float64(j)))
					if !g.lay() {
						continue
					}
					now := g.agrees(b, corner, around) - 0.002*float64(i*i+j*j)*step*step
					if now > best {
						best, place = now, g.quad[2]
					}
				}
			}
		}
		try(guess, min(max(8, g.layout.side/3), 16), 0.75, 0)
		try(place, 2, 0.3, near)
		g.quad[2] = place
		g.lay()
	}
	return g.agrees(b, g.layout.marks, 0)
}

// pull moves the four corners for as long as more agrees: into the perspective
// of the paper, and to where the finder patterns really have their middles. It
// returns how well all agrees.
func (g *grid) pull(b *bitmap) float64 {
	right, below := g.steps()
	best := g.agrees(b, g.layout.marks, near)
	for step := 0.5; step > 0.1; step /= 2 {
		for range 3 {
			before := best
			for i := range g.quad {
				for _, way := range [...]point{right.times(step), right.times(-step), below.times(step), below.times(-step)} {
					old := *g
					g.quad[i] = g.quad[i].plus(way)
					if g.lay() {
						if now := g.agrees(b, g.layout.marks, near); now > best {
							best = now
							continue
						}
					}
					*g = old
				}
			}
			if best == before {
				break
			}
		}
	}
	return best
}
