package main

import (
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"math/rand/v2"
	"os"
)

// worse makes of a page what a careless scan makes of it: blurred, turned by
// two degrees.
func worse(page *image.Gray) *image.Gray { return turn(blur(page, 1.2), 2) }

// blur is a Gaussian of so many pixels.
func blur(in *image.Gray, sigma float64) *image.Gray {
	radius := int(math.Ceil(3 * sigma))
	kernel, sum := make([]float64, 2*radius+1), 0.0
	for i := range kernel {
		kernel[i] = math.Exp(-float64((i-radius)*(i-radius)) / (2 * sigma * sigma))
		sum += kernel[i]
	}
	pass := func(in *image.Gray, dx, dy int) *image.Gray {
		out := image.NewGray(in.Rect)
		for y := range in.Rect.Dy() {
			for x := range in.Rect.Dx() {
				value := 0.0
				for i, weight := range kernel {
					value += weight * at(in, x+(i-radius)*dx, y+(i-radius)*dy)
				}
				out.Pix[y*out.Stride+x] = uint8(value/sum + 0.5)
			}
		}
		return out
	}
	return pass(pass(in, 1, 0), 0, 1)
}

// turn rotates around the middle, by degrees.
func turn(in *image.Gray, degrees float64) *image.Gray {
	out := image.NewGray(in.Rect)
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	middleX, middleY := float64(in.Rect.Dx())/2, float64(in.Rect.Dy())/2
	for y := range in.Rect.Dy() {
		for x := range in.Rect.Dx() {
			dx, dy := float64(x)-middleX, float64(y)-middleY
			fromX, fromY := middleX+dx*cos+dy*sin, middleY-dx*sin+dy*cos
			x0, y0 := int(math.Floor(fromX)), int(math.Floor(fromY))
			partX, partY := fromX-float64(x0), fromY-float64(y0)
			value := (at(in, x0, y0)*(1-partX)+at(in, x0+1, y0)*partX)*(1-partY) +
				(at(in, x0, y0+1)*(1-partX)+at(in, x0+1, y0+1)*partX)*partY
			out.Pix[y*out.Stride+x] = uint8(value + 0.5)
		}
	}
	return out
}

// at is white beside the page.
func at(in *image.Gray, x, y int) float64 {
	if x < 0 || y < 0 || x >= in.Rect.Dx() || y >= in.Rect.Dy() {
		return 255
	}
	return float64(in.Pix[y*in.Stride+x])
}

// writeJPEG writes as cameras and scanners do, at a low quality.
func writeJPEG(path string, picture image.Image) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	return jpeg.Encode(file, picture, &jpeg.Options{Quality: 40})
}

// blot covers a twentieth of a QR with one to five round spots, light or dark.
// Spots keep off the finder patterns unless they may fall anywhere.
func blot(page *image.Gray, code image.Rectangle, anywhere bool, random *rand.Rand) {
	spots := 1 + random.IntN(5)
	side := float64(code.Dx())
	radius := side * math.Sqrt(0.05/float64(spots)/math.Pi)
	finder := side * 8 / 29 // with its light border
	for range spots {
		x, y := random.Float64()*side, random.Float64()*side
		near := func(a, b float64) bool { return a < finder+radius && b < finder+radius }
		for !anywhere && (near(x, y) || near(side-x, y) || near(x, side-y)) {
			x, y = random.Float64()*side, random.Float64()*side
		}
		shade := color.Gray{uint8(255 * random.IntN(2))}
		for py := range code.Dy() {
			for px := range code.Dx() {
				if math.Hypot(float64(px)-x, float64(py)-y) <= radius {
					page.SetGray(code.Min.X+px, code.Min.Y+py, shade)
				}
			}
		}
	}
}
