package photo

import "slices"

// A Reader reads pictures. It keeps its memory from one to the next. The zero
// Reader is ready to use; it is for one goroutine.
type Reader struct {
	bitmap  bitmap
	layouts [maxVersion + 1]*layout
}

// looks are the ways to make a picture black and white, in turn: how far the
// square reaches whose mean is the measure, as a part of the picture's shorter
// side, and how much darker than it dark is, in parts of 256. A large square
// suits a code that fills the picture, a small one the edge of a shadow. They
// were chosen by what is read of the pictures of tools/internal/camera.
var looks = [...]struct{ part, darker int }{{12, 30}, {30, 40}, {60, 30}}

// sharpenings are how much of the blur between modules is taken out, in turn.
var sharpenings = [...]float64{0.5, 0, 1.2}

// Read returns the contents of the QR codes on a picture, each once, in no
// particular order. There may be none.
func (r *Reader) Read(p Picture) []string {
	if len(p.Pix) != p.Width*p.Height {
		return nil
	}
	for _, look := range looks {
		r.bitmap.threshold(p, look.part, look.darker)
		if texts := r.readBitmap(p); len(texts) > 0 {
			return texts
		}
	}
	return nil
}

// maxTried is how many sets of three corners are tried in one bitmap.
const maxTried = 48

func (r *Reader) readBitmap(p Picture) []string {
	found := r.bitmap.findFinders()
	used := make([]bool, len(found))
	var texts []string
	tried := 0
	for _, set := range arrange(found) {
		if used[set.top] || used[set.right] || used[set.below] {
			continue
		}
		if tried++; tried > maxTried {
			break
		}
		text, ok := r.readCode(p, found[set.top], found[set.right], found[set.below])
		if !ok {
			continue
		}
		used[set.top], used[set.right], used[set.below] = true, true, true
		if !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return texts
}

// How well a grid must agree before more is done with it: its three corners as
// they were found, all of it with a fourth, and all of it in perspective.
const (
	leastCorners = 0.2
	leastWhole   = 0.3
	leastPulled  = 0.4
)

func (r *Reader) readCode(p Picture, top, right, below finder) (string, bool) {
	var best grid
	most := leastWhole
	for _, version := range r.bitmap.versions(top, right, below) {
		g := grid{layout: r.layout(version)}
		if g.guess(&r.bitmap, top.middle, right.middle, below.middle) < leastCorners {
			continue
		}
		if now := g.search(&r.bitmap); now > most {
			best, most = g, now
		}
	}
	if best.layout == nil || best.pull(&r.bitmap) < leastPulled {
		return "", false
	}
	for _, sharpen := range sharpenings {
		c := best.read(p, sharpen)
		if text, ok := c.text(); ok {
			return text, true
		}
		if text, ok := c.mirror().text(); ok {
			return text, true
		}
	}
	return "", false
}

func (r *Reader) layout(version int) *layout {
	if r.layouts[version] == nil {
		r.layouts[version] = newLayout(version)
	}
	return r.layouts[version]
}

// text returns what the modules say.
func (c code) text() (string, bool) {
	level, mask, ok := c.format()
	if !ok {
		return "", false
	}
	data, ok := c.layout.data(c.codewords(mask), level)
	if !ok {
		return "", false
	}
	return c.layout.text(data)
}
