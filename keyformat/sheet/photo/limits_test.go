package photo

import "testing"

// squares is a picture of so many finder patterns in rows, two pixels a module.
func squares(n int) Picture {
	const module, pitch, across = 2, 24, 20
	p := Picture{Width: across*pitch + pitch, Height: (n/across+2)*pitch + pitch}
	p.Pix = make([]byte, p.Width*p.Height)
	for i := range p.Pix {
		p.Pix[i] = 255
	}
	fill := func(left, top, from, to int, shade byte) {
		for y := top + from*module; y < top+to*module; y++ {
			for x := left + from*module; x < left+to*module; x++ {
				p.Pix[y*p.Width+x] = shade
			}
		}
	}
	for i := range n {
		left, top := pitch/2+i%across*pitch, pitch/2+i/across*pitch
		fill(left, top, 0, 7, 0)
		fill(left, top, 1, 6, 255)
		fill(left, top, 2, 5, 0)
	}
	return p
}

// TestMostFinders: of a picture that is made of squares no more is looked at.
func TestMostFinders(t *testing.T) {
	for n, want := range map[int]int{maxFinders - 1: maxFinders - 1, maxFinders: maxFinders, maxFinders + 1: maxFinders, maxSeen + 1: maxFinders} {
		var b bitmap
		b.threshold(squares(n), looks[0].part, looks[0].darker)
		if got := len(b.findFinders()); got != want {
			t.Errorf("%d squares: %d are looked at further, want %d", n, got, want)
		}
	}
}

// TestMostSeen: after so many squares no further one is kept.
func TestMostSeen(t *testing.T) {
	for n, want := range map[int]int{maxSeen: maxSeen, maxSeen + 1: maxSeen} {
		var b bitmap
		b.threshold(squares(n), looks[0].part, looks[0].darker)
		var found []finder
		for y := range b.height {
			for x := range b.width {
				if b.at(x, y) {
					found = b.confirm(found, float64(x)+0.5, float64(y)+0.5)
				}
			}
		}
		if len(found) != want {
			t.Errorf("%d squares: %d are kept, want %d", n, len(found), want)
		}
	}
}
