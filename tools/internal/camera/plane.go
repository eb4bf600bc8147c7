package camera

import "math"

// A plane is light on a sensor.
type plane struct {
	width, height int
	grey          []float64
}

func newPlane(width, height int) *plane {
	return &plane{width, height, make([]float64, width*height)}
}

func (p *plane) set(x, y int, grey float64) { p.grey[y*p.width+x] = grey }

// at returns the light at a place; beyond the sensor it is that of its edge.
func (p *plane) at(x, y int) float64 {
	return p.grey[min(max(y, 0), p.height-1)*p.width+min(max(x, 0), p.width-1)]
}

// move smears the light along a line.
func (p *plane) move(way [2]float64) {
	length := math.Hypot(way[0], way[1])
	steps := int(length*2) + 1
	if steps == 1 {
		return
	}
	p.mix(func(add func(dx, dy int, weight float64)) {
		for i := range steps {
			part := float64(i)/float64(steps-1) - 0.5
			x, y := way[0]*part, way[1]*part
			x0, y0 := math.Floor(x), math.Floor(y)
			fx, fy := x-x0, y-y0
			each := 1 / float64(steps)
			add(int(x0), int(y0), each*(1-fx)*(1-fy))
			add(int(x0)+1, int(y0), each*fx*(1-fy))
			add(int(x0), int(y0)+1, each*(1-fx)*fy)
			add(int(x0)+1, int(y0)+1, each*fx*fy)
		}
	})
}

// blur is a Gaussian of so many pixels.
func (p *plane) blur(sigma float64) {
	radius := int(math.Ceil(3 * sigma))
	for _, axis := range [2][2]int{{1, 0}, {0, 1}} {
		sum := 0.0
		for i := -radius; i <= radius; i++ {
			sum += gauss(i, sigma)
		}
		p.mix(func(add func(dx, dy int, weight float64)) {
			for i := -radius; i <= radius; i++ {
				add(i*axis[0], i*axis[1], gauss(i, sigma)/sum)
			}
		})
	}
}

func gauss(i int, sigma float64) float64 {
	return math.Exp(-float64(i*i) / (2 * sigma * sigma))
}

// mix makes every place the sum of its neighbours with the weights that are
// added.
func (p *plane) mix(weights func(add func(dx, dy int, weight float64))) {
	old := &plane{p.width, p.height, p.grey}
	p.grey = make([]float64, len(old.grey))
	weights(func(dx, dy int, weight float64) {
		if weight == 0 {
			return
		}
		for y := range p.height {
			for x := range p.width {
				p.grey[y*p.width+x] += weight * old.at(x+dx, y+dy)
			}
		}
	})
}
