package photo

import "math/bits"

// A code is the modules of a QR as they were read, row by row, true where they
// are dark.
type code struct {
	layout *layout
	dark   []bool
}

// read reads every module of a grid. What blur has mixed into a module from its
// four neighbours is taken out again by the part sharpen.
func (g *grid) read(p Picture, sharpen float64) code {
	side := g.layout.side
	grey := make([]float64, side*side)
	for y := range side {
		for x := range side {
			sum := 0.0
			for _, at := range [...]point{{0.5, 0.5}, {0.35, 0.35}, {0.65, 0.35}, {0.35, 0.65}, {0.65, 0.65}} {
				sum += p.at(g.at(float64(x)+at.x, float64(y)+at.y))
			}
			grey[y*side+x] = sum / 5
		}
	}
	sharp := make([]float64, len(grey))
	for y := range side {
		for x := range side {
			at := func(x, y int) float64 { return grey[min(max(y, 0), side-1)*side+min(max(x, 0), side-1)] }
			own := at(x, y)
			sharp[y*side+x] = own + sharpen*(own-(at(x-1, y)+at(x+1, y)+at(x, y-1)+at(x, y+1))/4)
		}
	}
	c := code{g.layout, make([]bool, len(grey))}
	for y := range side {
		for x := range side {
			c.dark[y*side+x] = sharp[y*side+x] < middle(sharp, side, x, y)
		}
	}
	return c
}

// middle returns the grey between dark and light in the neighbourhood of a
// module: a shadow lies over all of it.
func middle(grey []float64, side, x, y int) float64 {
	const reach = 3
	low, high := 1e9, -1e9
	for ny := max(y-reach, 0); ny <= min(y+reach, side-1); ny++ {
		for _, v := range grey[ny*side:][max(x-reach, 0) : min(x+reach, side-1)+1] {
			low, high = min(low, v), max(high, v)
		}
	}
	return (low + high) / 2
}

func (c code) at(x, y int) int {
	if c.dark[y*c.layout.side+x] {
		return 1
	}
	return 0
}

// mirror returns the code as a mirror shows it: some cameras do.
func (c code) mirror() code {
	side := c.layout.side
	m := code{c.layout, make([]bool, len(c.dark))}
	for y := range side {
		for x := range side {
			m.dark[y*side+x] = c.dark[x*side+y]
		}
	}
	return m
}

// format returns the level of correction and the mask from the two copies of
// the format information (ISO/IEC 18004, 7.9).
func (c code) format() (level, mask int, ok bool) {
	last := c.layout.side - 1
	var copies [2]int
	for i := range 15 {
		// The first copy goes round the upper left finder pattern, past the timing
		// patterns; the second stands at the other two.
		x, y := 8, i
		switch {
		case i >= 9:
			x, y = 14-i, 8
		case i == 8:
			x, y = 7, 8
		case i >= 6:
			y = i + 1
		}
		copies[0] |= c.at(x, y) << i
		if i < 8 {
			copies[1] |= c.at(last-i, 8) << i
		} else {
			copies[1] |= c.at(8, last-14+i) << i
		}
	}
	best, far := 0, 4 // up to three wrong bits of fifteen can be mended
	for data := range 32 {
		for _, read := range copies {
			if d := bits.OnesCount(uint(read ^ formatBits(data))); d < far {
				best, far = data, d
			}
		}
	}
	return best >> 3, best & 7, far < 4
}

// formatBits returns the fifteen bits for level and mask: five of data, ten
// of a BCH code, and a mask over all.
func formatBits(data int) int {
	rest := data << 10
	for i := 14; i >= 10; i-- {
		if rest>>i&1 == 1 {
			rest ^= 0b10100110111 << (i - 10)
		}
	}
	return (data<<10 | rest) ^ 0b101010000010010
}

// masked says whether a mask turns a module over (ISO/IEC 18004, table 10).
func masked(mask, x, y int) bool {
	switch mask {
	case 0:
		return (x+y)%2 == 0
	case 1:
		return y%2 == 0
	case 2:
		return x%3 == 0
	case 3:
		return (x+y)%3 == 0
	case 4:
		return (x/3+y/2)%2 == 0
	case 5:
		return x*y%2+x*y%3 == 0
	case 6:
		return (x*y%2+x*y%3)%2 == 0
	}
	return ((x+y)%2+x*y%3)%2 == 0
}

// codewords returns the bytes that stand in the modules, in their order: in
// columns of two from the right, up and down in turn.
func (c code) codewords(mask int) []byte {
	side := c.layout.side
	var words []byte
	word, count := 0, 0
	for right, up := side-1, true; right > 0; right, up = right-2, !up {
		if right == 6 {
			right-- // the timing pattern has a column of its own
		}
		for i := range side {
			y := i
			if up {
				y = side - 1 - i
			}
			for _, x := range [...]int{right, right - 1} {
				if c.layout.fixed[y*side+x] {
					continue
				}
				bit := c.at(x, y)
				if masked(mask, x, y) {
					bit ^= 1
				}
				word = word<<1 | bit
				if count++; count%8 == 0 {
					words = append(words, byte(word))
				}
			}
		}
	}
	return words
}
