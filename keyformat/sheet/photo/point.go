package photo

import "math"

// A point is a place on a picture, in pixels from its upper left corner.
type point struct{ x, y float64 }

func (p point) plus(q point) point         { return point{p.x + q.x, p.y + q.y} }
func (p point) minus(q point) point        { return point{p.x - q.x, p.y - q.y} }
func (p point) times(factor float64) point { return point{p.x * factor, p.y * factor} }
func (p point) length() float64            { return math.Hypot(p.x, p.y) }

// cross is positive where q lies clockwise of p, on a picture whose y grows
// downwards.
func (p point) cross(q point) float64 { return p.x*q.y - p.y*q.x }

func (p point) dot(q point) float64 { return p.x*q.x + p.y*q.y }
