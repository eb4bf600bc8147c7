// Package camera makes of a page the pictures that somebody's camera makes of
// it: the paper held askew, in uneven light, a little out of focus and moving,
// with the sensor's noise.
//
// It is a model and no camera, but its faults are the ones that matter to who
// reads codes, each in known doses.
package camera

import (
	"image"
	"math"
	"math/rand/v2"
)

// The size of a frame, in pixels: what a page asks browsers for.
const (
	Width  = 1280
	Height = 720
)

// focal is the distance of lens and sensor in pixels: a phone's or a laptop's
// camera sees about 60 degrees across.
const focal = 1100

// A Shot is how a frame was taken.
type Shot struct {
	Look   image.Point // the place of the page that is seen
	At     image.Point // where in the frame it is seen
	PerMM  float64     // pixels of the page to a millimetre
	Module float64     // pixels of the frame to a millimetre of paper that lies straight
	Roll   float64     // radians that the paper is turned
	Tilt   [2]float64  // radians that it leans to the side and back
	Blur   float64     // sigma of the lens, in pixels
	Motion [2]float64  // pixels that the paper moved meanwhile
	Black  float64     // grey of ink in full light
	White  float64     // grey of paper in full light
	Shade  float64     // part of the light that is missing at the darker side
	Edge   float64     // part of the light that a shadow with an edge takes
	Side   float64     // direction of both, in radians
	Noise  float64     // sigma of the sensor's noise
}

// Hand returns a shot of what look points at, as a hand that takes some care
// holds it for worse = 0, and as a hurried one does in a dark room for worse = 1.
func Hand(look image.Point, perMM, worse float64, random *rand.Rand) Shot {
	between := func(low, high float64) float64 { return low + (high-low)*random.Float64() }
	around := func(most float64) float64 { return between(-most, most) }
	return Shot{
		Look: look, PerMM: perMM,
		At:     image.Pt(Width/2+int(around(150)), Height/2+int(around(60))),
		Module: between(5-2.2*worse, 9-4*worse),
		Roll:   around(math.Pi),
		Tilt:   [2]float64{around(0.3 + 0.35*worse), around(0.3 + 0.35*worse)},
		Blur:   between(0.3, 0.8+0.7*worse),
		Motion: [2]float64{around(1 + 2.5*worse), around(1 + 2.5*worse)},
		Black:  between(20, 50+30*worse),
		White:  between(200-70*worse, 250),
		Shade:  between(0, 0.3+0.4*worse),
		Edge:   between(0, 0.1+0.4*worse),
		Side:   around(math.Pi),
		Noise:  between(1, 4+8*worse),
	}
}

// Take takes the frame. A page is white beside its edges, and the table dark.
func Take(page *image.Gray, s Shot, random *rand.Rand) *image.Gray {
	light := newPlane(Width, Height)
	project := s.projection()
	shadowX, shadowY := math.Cos(s.Side), math.Sin(s.Side)
	const samples = 3 // a pixel's side
	for y := range Height {
		for x := range Width {
			sum := 0.0
			for i := range samples * samples {
				px, py := project(float64(x)+(float64(i%samples)+0.5)/samples, float64(y)+(float64(i/samples)+0.5)/samples)
				sum += paper(page, px, py)
			}
			grey := s.Black + (s.White-s.Black)*sum/samples/samples
			across := (float64(x)/Width-0.5)*shadowX + (float64(y)/Height-0.5)*shadowY
			grey *= 1 - s.Shade*(0.5+across)
			if across > 0.03*math.Sin(float64(y+x)/40) { // the edge of a shadow is no ruler
				grey *= 1 - s.Edge
			}
			light.set(x, y, grey)
		}
	}
	light.move(s.Motion)
	light.blur(s.Blur)
	frame := image.NewGray(image.Rect(0, 0, Width, Height))
	for i, grey := range light.grey {
		frame.Pix[i] = uint8(min(max(grey+s.Noise*random.NormFloat64(), 0), 255))
	}
	return frame
}

// projection returns the function from places of the frame to those of the page.
func (s Shot) projection() func(x, y float64) (float64, float64) {
	distance := focal / s.Module // millimetres
	sinR, cosR := math.Sincos(s.Roll)
	sinA, cosA := math.Sincos(s.Tilt[0])
	sinB, cosB := math.Sincos(s.Tilt[1])
	// The paper's two directions in the room: turned, then leaning to the side,
	// then back.
	room := func(x, y float64) (float64, float64, float64) {
		x, y = x*cosR-y*sinR, x*sinR+y*cosR
		x, z := x*cosA, -x*sinA
		return x, y*cosB - z*sinB, y*sinB + z*cosB
	}
	ux, uy, uz := room(1, 0)
	vx, vy, vz := room(0, 1)
	nx, ny, nz := uy*vz-uz*vy, uz*vx-ux*vz, ux*vy-uy*vx
	// The ray through At meets the paper where Look is.
	ox := float64(s.At.X-Width/2) / focal * distance
	oy := float64(s.At.Y-Height/2) / focal * distance
	plane := nx*ox + ny*oy + nz*distance
	return func(x, y float64) (float64, float64) {
		rx, ry := (x-Width/2)/focal, (y-Height/2)/focal
		t := plane / (nx*rx + ny*ry + nz)
		dx, dy, dz := rx*t-ox, ry*t-oy, t-distance
		return float64(s.Look.X) + s.PerMM*(dx*ux+dy*uy+dz*uz), float64(s.Look.Y) + s.PerMM*(dx*vx+dy*vy+dz*vz)
	}
}

// paper returns how white a place of the page is, from 0 to 1.
func paper(page *image.Gray, x, y float64) float64 {
	const table = 0.25
	px, py := int(math.Floor(x)), int(math.Floor(y))
	if !image.Pt(px, py).In(page.Rect) {
		return table
	}
	return float64(page.Pix[(py-page.Rect.Min.Y)*page.Stride+px-page.Rect.Min.X]) / 255
}
