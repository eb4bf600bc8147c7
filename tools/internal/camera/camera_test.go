package camera

import (
	"bytes"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"testing"

	"fortyeight/keyformat"
	"fortyeight/keyformat/sheet"
	"fortyeight/keyformat/sheet/photo"
)

const perMM = 12 // pixels of the page to a millimetre

// pageOf is a piece of paper with the QR of a key, its modules a millimetre
// wide, below what stands for lines of text; and where its middle is.
func pageOf(key keyformat.Key, random *rand.Rand) (*image.Gray, image.Point) {
	const left, top = 42, 42
	p := image.NewGray(image.Rect(0, 0, 120*perMM, 120*perMM))
	fill := func(x, y, width, height int, grey byte) {
		for line := y; line < y+height; line++ {
			row := p.Pix[line*p.Stride+x:][:width]
			for i := range row {
				row[i] = grey
			}
		}
	}
	fill(0, 0, 120*perMM, 120*perMM, 255)
	for range 400 {
		fill(random.IntN(118*perMM), random.IntN(38*perMM), 2*perMM, perMM/2+1, 0)
	}
	code := sheet.QR(key)
	for y, row := range code {
		for x, dark := range row {
			if dark {
				fill((x+left)*perMM, (y+top)*perMM, perMM, perMM, 0)
			}
		}
	}
	return p, image.Pt((2*left+len(code))*perMM/2, (2*top+len(code))*perMM/2)
}

// TestHandHeld reads sheets as hands hold them, from careful to hurried in a
// dark room. A camera takes many frames a second, so not each has to be read;
// none may be read as another key.
func TestHandHeld(t *testing.T) {
	const frames = 10
	random := rand.New(rand.NewPCG(48, 5))
	var reader photo.Reader
	for _, test := range []struct {
		worse float64
		least int // frames
	}{{0.5, 9}, {0.75, 8}, {1, 4}} {
		read := 0
		for range frames {
			var b [16]byte
			for i := range b {
				b[i] = byte(random.IntN(256))
			}
			key := keyformat.KeyFromBytes(b)
			page, middle := pageOf(key, random)
			frame := Take(page, Hand(middle, perMM, test.worse, random), random)
			texts := reader.Read(compressed(t, frame))
			switch {
			case len(texts) == 1 && texts[0] == sheet.Digits(key):
				read++
			case len(texts) > 0:
				t.Errorf("worse %g: a frame is read as something else", test.worse)
			}
		}
		t.Logf("worse %g: %d of %d frames are read", test.worse, read, frames)
		if read < test.least {
			t.Errorf("worse %g: %d of %d frames are read, want %d", test.worse, read, frames, test.least)
		}
	}
}

// compressed is a frame as JPEG leaves it.
func compressed(t *testing.T, frame *image.Gray) photo.Picture {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, frame, &jpeg.Options{Quality: 70}); err != nil {
		t.Fatal(err)
	}
	decoded, err := jpeg.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	grey := decoded.(*image.Gray)
	return photo.Picture{Width: grey.Rect.Dx(), Height: grey.Rect.Dy(), Pix: grey.Pix}
}
