package site

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strconv"
	"strings"

	"fortyeight/site/view"
)

// addIcons writes the icons, sets their addresses, and returns those for the
// manifest. Favicon and touch icon keep the names under which browsers ask for
// them unbidden.
func (o *Output) addIcons(assets *view.Assets) (icons []manifestIcon, err error) {
	assets.Favicon = o.add("favicon.svg", faviconSVG())
	touch, err := markPNG(180, 180)
	if err != nil {
		return nil, err
	}
	assets.TouchIcon = o.add("apple-touch-icon.png", touch)
	for _, side := range []int{192, 512} {
		data, err := markPNG(side, side)
		if err != nil {
			return nil, err
		}
		name := strconv.Itoa(side)
		address := o.add(assetPath("icon-"+name, ".png", data), data)
		// The mark stands in the middle, so that any shape may be cut from the
		// picture; some devices want that said of a picture of its own.
		for _, purpose := range []string{"any", "maskable"} {
			icons = append(icons, manifestIcon{address, name + "x" + name, "image/png", purpose})
		}
	}
	data, err := markPNG(view.PreviewWidth, view.PreviewHeight)
	assets.Preview = o.add(assetPath("preview", ".png", data), data)
	return icons, err
}

// faviconSVG draws the mark alone, in a colour that shows on any tab.
func faviconSVG() []byte {
	var svg strings.Builder
	fmt.Fprintf(&svg, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" fill="%s">`, view.MarkSize, view.MarkSize, markFill)
	for _, b := range view.MarkBlocks() {
		fmt.Fprintf(&svg, `<rect x="%d" y="%d" width="%d" height="%d" rx="%d"/>`, b.X, b.Y, b.W, b.H, view.MarkRadius)
	}
	svg.WriteString("</svg>\n")
	return []byte(svg.String())
}

// markPNG draws the mark in white on a coloured ground: for home screens, which
// cut the corners off as they like, and for previews of links, which cut off
// the sides. The mark keeps to the middle.
func markPNG(width, height int) ([]byte, error) {
	const shades = samples * samples
	ground, white := rgb(iconField), color.RGBA{255, 255, 255, 255}
	palette := make(color.Palette, shades+1)
	for i := range palette {
		mix := func(from, to uint8) uint8 { return uint8((int(from)*(shades-i) + int(to)*i) / shades) }
		palette[i] = color.RGBA{mix(ground.R, white.R), mix(ground.G, white.G), mix(ground.B, white.B), 255}
	}
	img := image.NewPaletted(image.Rect(0, 0, width, height), palette)
	c := newCanvas(width, height)
	for _, b := range view.MarkBlocks() {
		for y := c.pixel(c.top, b.Y); y <= c.pixel(c.top, b.Y+b.H); y++ {
			for x := c.pixel(c.left, b.X); x <= c.pixel(c.left, b.X+b.W); x++ {
				img.Pix[y*img.Stride+x] += c.coverage(b, x, y)
			}
		}
	}
	var data bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err := encoder.Encode(&data, img)
	return data.Bytes(), err
}

// samples is the number of sample points along a pixel's side: 16 in all, one
// for every shade between ground and white.
const samples = 4

// A canvas places the mark on a picture. It reckons in whole numbers only, so
// that every machine draws the same bytes.
type canvas struct {
	left, top int // where the mark begins, in sample points
	side      int // side of the mark, in sample points
}

// newCanvas gives the mark 3/5 of the shorter side: within the circle that all
// home screens keep, of 4/5.
func newCanvas(width, height int) canvas {
	side := min(width, height) * samples * 3 / 5
	return canvas{left: (width*samples - side) / 2, top: (height*samples - side) / 2, side: side}
}

// pixel returns the pixel in which a place of the mark lies, from where the
// mark begins.
func (c canvas) pixel(start, units int) int {
	return (start + units*c.side/view.MarkSize) / samples
}

// coverage counts the sample points of a pixel that lie in a block.
func (c canvas) coverage(b view.Block, x, y int) (count uint8) {
	for dy := range samples {
		for dx := range samples {
			if c.inBlock(b, x*samples+dx, y*samples+dy) {
				count++
			}
		}
	}
	return count
}

// inBlock reports whether the middle of a sample point lies in a block with
// round corners. All lengths are scaled by 2 × the mark's side in both units,
// which leaves no fraction.
func (c canvas) inBlock(b view.Block, x, y int) bool {
	px, py := (2*(x-c.left)+1)*view.MarkSize, (2*(y-c.top)+1)*view.MarkSize
	scale := 2 * c.side
	left, right := b.X*scale, (b.X+b.W)*scale
	top, bottom := b.Y*scale, (b.Y+b.H)*scale
	if px < left || px > right || py < top || py > bottom {
		return false
	}
	// How far the point is from the rectangle on which the corners' circles
	// have their centres.
	radius := view.MarkRadius * scale
	dx := max(left+radius-px, 0, px-(right-radius))
	dy := max(top+radius-py, 0, py-(bottom-radius))
	return dx*dx+dy*dy <= radius*radius
}

// rgb reads a colour such as "#17508c"; the constants of look.go are all so.
func rgb(hex string) color.RGBA {
	var c color.RGBA
	if _, err := fmt.Sscanf(hex, "#%02x%02x%02x", &c.R, &c.G, &c.B); err != nil {
		panic("site: " + hex + " is no colour")
	}
	c.A = 255
	return c
}
