package photo

import (
	"testing"

	qrcode "github.com/skip2/go-qrcode"
)

// squares is a picture of so many finder patterns, some across, two pixels a module.
func squares(n, across int) Picture {
	const module, pitch = 2, 24
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
		b.threshold(squares(n, 20), looks[0].part, looks[0].darker)
		if got := len(b.findFinders()); got != want {
			t.Errorf("%d squares: %d are looked at further, want %d", n, got, want)
		}
	}
}

// TestMostSeen: after so many squares no further one is kept.
func TestMostSeen(t *testing.T) {
	for n, want := range map[int]int{maxSeen: maxSeen, maxSeen + 1: maxSeen} {
		var b bitmap
		b.threshold(squares(n, 20), looks[0].part, looks[0].darker)
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

// TestMostTried: among many squares a code is read if its corners are among the first sets that
// are tried, and not after these.
func TestMostTried(t *testing.T) {
	code, err := qrcode.New("042647", qrcode.Medium)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[bool]int{}
	for n := range maxFinders - 3 {
		p := squares(n, 5)
		top := p.Height
		const module = 2
		for _, row := range code.Bitmap() {
			line := make([]byte, p.Width)
			for x := range line {
				if x >= len(row)*module || !row[x/module] {
					line[x] = 255
				}
			}
			for range module {
				p.Pix = append(p.Pix, line...)
				p.Height++
			}
		}
		var r Reader
		r.bitmap.threshold(p, looks[0].part, looks[0].darker)
		found := r.bitmap.findFinders()
		place, here := 0, func(i int) bool { return found[i].middle.y > float64(top) }
		for i, set := range arrange(found) {
			if here(set.top) && here(set.right) && here(set.below) {
				place = i + 1
				break
			}
		}
		want := place <= maxTried
		seen[want]++
		if got := len(r.readBitmap(p)) == 1; place == 0 || got != want {
			t.Errorf("%d squares: the code is read: %v, though its corners are set %d of at most %d", n, got, place, maxTried)
		}
	}
	if seen[true] == 0 || seen[false] == 0 {
		t.Errorf("%d codes within the limit and %d behind it", seen[true], seen[false])
	}
}
