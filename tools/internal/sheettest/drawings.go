package main

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"

	"fortyeight/keyformat/sheet"
)

// drawings decodes every key's QR from PNG and from SVG, and its bars.
func (m *measure) drawings(n int) error {
	for _, key := range m.keys(n) {
		digits := sheet.Digits(key)
		code := sheet.QR(key)
		picture := filepath.Join(m.folder, "modules.png")
		if err := writePNG(picture, drawModules(code, 4, 4)); err != nil {
			return err
		}
		vector, fromVector := filepath.Join(m.folder, "code.svg"), filepath.Join(m.folder, "vector.png")
		if err := os.WriteFile(vector, []byte(code.SVG()), 0o600); err != nil {
			return err
		}
		if err := exec.Command("rsvg-convert", "-z", "1.5", "-o", fromVector, vector).Run(); err != nil {
			return err
		}
		bars := filepath.Join(m.folder, "bars.png")
		if err := writePNG(bars, drawModules([][]bool{sheet.Bars(key, 1)[0]}, 2, 60)); err != nil {
			return err
		}
		for _, d := range decoders {
			m.tally.row("drawn as PNG, QR, "+d.name, 1).add(holds(d.qr(picture), digits))
			m.tally.row("drawn as SVG, QR, "+d.name, 1).add(holds(d.qr(fromVector), digits))
			m.tally.row("drawn as PNG, Code 128, "+d.name, 1).add(holds(d.bars(bars), digits))
		}
	}
	return nil
}

// drawModules draws modules as rectangles of width × height pixels.
func drawModules(rows [][]bool, width, height int) *image.Gray {
	picture := image.NewGray(image.Rect(0, 0, len(rows[0])*width, len(rows)*height))
	for y := range picture.Rect.Dy() {
		for x := range picture.Rect.Dx() {
			shade := color.Gray{255}
			if rows[y/height][x/width] {
				shade.Y = 0
			}
			picture.SetGray(x, y, shade)
		}
	}
	return picture
}

func writePNG(path string, picture image.Image) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	return encoder.Encode(file, picture)
}
