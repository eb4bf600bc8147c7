package main

import (
	"bytes"
	"errors"
	"fmt"
	"image"
)

// parsePGM reads the grey pictures that pdftoppm writes.
func parsePGM(data []byte) (*image.Gray, error) {
	var width, height, depth int
	if _, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "P5\n%d %d\n%d\n", &width, &height, &depth); err != nil || depth != 255 {
		return nil, errors.New("pdftoppm wrote no grey picture")
	}
	head := 0
	for range 3 {
		head += bytes.IndexByte(data[head:], '\n') + 1
	}
	if len(data)-head < width*height {
		return nil, errors.New("pdftoppm wrote half a picture")
	}
	return &image.Gray{Pix: data[head:], Stride: width, Rect: image.Rect(0, 0, width, height)}, nil
}

// findQR returns where the QR stands on a page of A4. It begins in the right
// third with the upper edge of a finder pattern: seven modules of a millimetre,
// dark in one run.
func findQR(whole *image.Gray) image.Rectangle {
	field, module := mm(150, 60, 196, 130), perMM
	for y := field.Min.Y; y < field.Max.Y; y++ {
		run := 0
		for x := field.Min.X; x < field.Max.X; x++ {
			if whole.Pix[y*whole.Stride+x] < 128 {
				run++
				continue
			}
			if edge := 7 * module; float64(run) > edge-3 && float64(run) < edge+3 {
				corner := image.Pt(x-run, y)
				return image.Rectangle{corner, corner.Add(image.Pt(int(29*module), int(29*module)))}
			}
			run = 0
		}
	}
	panic("the QR is not where it was")
}

// mm is a rectangle in millimetres of the page.
func mm(x0, y0, x1, y1 float64) image.Rectangle {
	return image.Rect(int(x0*perMM), int(y0*perMM), int(x1*perMM), int(y1*perMM))
}
