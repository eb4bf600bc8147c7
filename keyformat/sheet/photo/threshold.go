package photo

// A bitmap is a picture in black and white.
type bitmap struct {
	width, height int
	dark          []bool
	sums          []uint32 // of the grey above and to the left of each corner of a pixel
}

// threshold makes a bitmap of a picture: dark is what is darker than the mean
// of the square around it, by so many parts of 256. The square reaches a part
// of the picture's shorter side in each direction.
func (b *bitmap) threshold(p Picture, part, darker int) {
	b.width, b.height = p.Width, p.Height
	b.dark = resize(b.dark, len(p.Pix))
	b.sum(p)
	reach := max(min(p.Width, p.Height)/part, 4)
	stride := p.Width + 1
	for y := range p.Height {
		top, bottom := max(y-reach, 0)*stride, min(y+reach+1, p.Height)*stride
		rows := uint32((bottom - top) / stride)
		for x := range p.Width {
			left, right := max(x-reach, 0), min(x+reach+1, p.Width)
			sum := b.sums[bottom+right] - b.sums[bottom+left] - b.sums[top+right] + b.sums[top+left]
			area := rows * uint32(right-left)
			// grey < mean × (256 − darker) / 256, without a division.
			grey := uint64(p.Pix[y*p.Width+x])
			b.dark[y*p.Width+x] = grey*uint64(area)*256 < uint64(sum)*uint64(256-darker)
		}
	}
}

// sum fills sums. In a large picture they pass 2³² and begin anew; the difference
// of two comes out right all the same.
func (b *bitmap) sum(p Picture) {
	stride := p.Width + 1
	b.sums = resize(b.sums, stride*(p.Height+1))
	clear(b.sums[:stride])
	for y := range p.Height {
		row := uint32(0)
		above, here := b.sums[y*stride:][:stride], b.sums[(y+1)*stride:][:stride]
		here[0] = 0
		for x, grey := range p.Pix[y*p.Width:][:p.Width] {
			row += uint32(grey)
			here[x+1] = above[x+1] + row
		}
	}
}

// at reports whether a place is dark. Beside the picture nothing is.
func (b *bitmap) at(x, y int) bool { return b.inside(x, y) && b.dark[y*b.width+x] }

func (b *bitmap) inside(x, y int) bool { return x >= 0 && y >= 0 && x < b.width && y < b.height }

// look is at for a place between pixels.
func (b *bitmap) look(p point) bool {
	// Converting cuts towards zero, so that −0.5 would be the pixel 0.
	return p.x >= 0 && p.y >= 0 && b.at(int(p.x), int(p.y))
}
