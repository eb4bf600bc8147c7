// Package photo reads the QR codes on a picture: a frame of a camera, a scan or
// a photograph of a sheet.
//
//	var reader photo.Reader
//	texts := reader.Read(photo.Picture{Width: w, Height: h, Pix: grey})
//
// # How it reads
//
// A picture becomes black and white by the light around each pixel, so that a
// shadow over half of the paper does no harm (threshold.go). A line through the
// middle of a finder pattern is dark and light in the ratio 1:1:3:1:1 whatever
// its direction, which finds the three corners (finder.go). Three corners that
// stand as a QR's do are tried (corners.go): a grid is laid over them, pulled
// into the perspective of the paper by all that every QR has in common, the
// finder, timing and alignment patterns (grid.go), and its modules are read
// (modules.go). Reed–Solomon codes mend what was read wrong (blocks.go,
// solomon.go), and the bits become text (content.go).
//
// All versions and levels of ISO/IEC 18004 are read, and mirrored codes; the
// modes are numeric, alphanumeric and byte. Kanji, Micro QR and codes that are
// light on dark are not.
//
// A code is read whole or not at all: what Reed–Solomon cannot mend is dropped.
// It may still mend towards something that nobody printed, once in a great
// while; a key read here is checked like any other.
package photo
