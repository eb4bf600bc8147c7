package site

import (
	"bytes"
	"image/png"
	"testing"

	"fortyeight/site/view"
)

func TestIconsAreSquareAndSmall(t *testing.T) {
	for _, size := range []int{180, 192, 512} {
		data, err := iconPNG(size)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if b := img.Bounds(); b.Dx() != size || b.Dy() != size {
			t.Errorf("the icon of %d px has %v", size, b)
		}
		if len(data) > 4<<10 {
			t.Errorf("the icon of %d px has %d bytes; a drawing of eight blocks needs no 4 kB", size, len(data))
		}
		// The middle is a gap between blocks, and the corner is ground.
		ground := rgb(iconField)
		for _, at := range [][2]int{{size / 2, size / 2}, {0, 0}, {size - 1, size - 1}} {
			if img.At(at[0], at[1]) != ground {
				t.Errorf("the icon of %d px is %v at %v; want the ground", size, img.At(at[0], at[1]), at)
			}
		}
	}
}

func TestMarkFillsItsSquareEvenly(t *testing.T) {
	blocks := view.MarkBlocks()
	first, last := blocks[0], blocks[len(blocks)-1]
	if first.X != view.MarkSize-last.X-last.W || first.Y != view.MarkSize-last.Y-last.H {
		t.Errorf("the mark's margins differ: first block %v, last %v", first, last)
	}
}
