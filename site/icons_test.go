package site

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"fortyeight/site/view"
)

func TestIconsAreRightAndSmall(t *testing.T) {
	for _, want := range []image.Point{{180, 180}, {192, 192}, {512, 512}, {view.PreviewWidth, view.PreviewHeight}} {
		data, err := markPNG(want.X, want.Y)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if got := img.Bounds().Size(); got != want {
			t.Errorf("the picture of %v px has %v", want, got)
		}
		if len(data) > 4<<10 {
			t.Errorf("the picture of %v px has %d bytes; a drawing of eight blocks needs no 4 kB", want, len(data))
		}
		// The middle is a gap between blocks, and the corners are ground.
		ground := rgb(iconField)
		for _, at := range []image.Point{want.Div(2), {}, want.Sub(image.Pt(1, 1))} {
			if img.At(at.X, at.Y) != ground {
				t.Errorf("the picture of %v px is %v at %v; want the ground", want, img.At(at.X, at.Y), at)
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

// A device may cut any shape from an icon that holds the middle circle of 4/5.
func TestIconsSurviveEveryShape(t *testing.T) {
	for _, size := range []int{180, 192, 512} {
		data, err := markPNG(size, size)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		marked := 0
		for y := range size {
			for x := range size {
				if img.At(x, y) == rgb(iconField) {
					continue
				}
				marked++
				// Distances from the middle, twice as large, so that they are whole.
				dx, dy := 2*x+1-size, 2*y+1-size
				if 25*(dx*dx+dy*dy) > 16*size*size {
					t.Fatalf("the icon of %d px has a piece of the mark at %d, %d, outside the circle", size, x, y)
				}
			}
		}
		if marked < size*size/5 {
			t.Errorf("the icon of %d px shows %d pixels of the mark; it is nearly empty", size, marked)
		}
	}
}
