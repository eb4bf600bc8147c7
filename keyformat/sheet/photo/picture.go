package photo

// A Picture is a grey picture: Height rows of Width bytes, from 0 for black to
// 255 for white.
type Picture struct {
	Width, Height int
	Pix           []byte
}

// FromRGBA makes the grey picture of one whose pixels have four bytes each:
// red, green, blue and an opacity that is not looked at. It uses the memory of
// grey where that suffices. It returns the zero Picture when pix is not
// width × height pixels.
func FromRGBA(pix []byte, width, height int, grey []byte) Picture {
	if width <= 0 || height <= 0 || len(pix)/4/width != height || len(pix) != 4*width*height {
		return Picture{}
	}
	grey = resize(grey, width*height)
	for i := range grey {
		// ITU-R BT.601, in parts of 256.
		p := pix[4*i:][:3]
		grey[i] = byte((77*uint32(p[0]) + 150*uint32(p[1]) + 29*uint32(p[2])) >> 8)
	}
	return Picture{width, height, grey}
}

// at returns the grey at a place between pixels, from 0 to 255. Beside the
// picture it is white.
func (p Picture) at(pt point) float64 {
	// A pixel's middle is at half.
	x, y := pt.x-0.5, pt.y-0.5
	if x < 0 || y < 0 || x >= float64(p.Width-1) || y >= float64(p.Height-1) {
		return 255
	}
	x0, y0 := int(x), int(y)
	partX, partY := x-float64(x0), y-float64(y0)
	upper, lower := p.Pix[y0*p.Width+x0:], p.Pix[(y0+1)*p.Width+x0:]
	return (float64(upper[0])*(1-partX)+float64(upper[1])*partX)*(1-partY) +
		(float64(lower[0])*(1-partX)+float64(lower[1])*partX)*partY
}

// resize returns n elements, in the memory of old where that suffices.
func resize[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	return old[:n]
}
