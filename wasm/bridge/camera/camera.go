// Package camera is what the camera program offers: the recovery key in the QR
// codes on a picture.
//
// Field names and values are the contract that wasm/camera.d.ts writes down.
package camera

import (
	"fortyeight/keyformat"
	"fortyeight/keyformat/sheet/photo"
	"fortyeight/wasm/bridge"
)

// MaxSide is the longest side of a picture, in pixels: what a page scales
// larger ones down to.
const MaxSide = 4096

// A Session reads pictures one after the other and keeps its memory between
// them. The zero Session is ready to use.
type Session struct {
	reader photo.Reader
	grey   []byte
}

// Names returns the names of all calls.
func Names() []string { return []string{"readPicture"} }

// Call makes a call; it is a [bridge.Program].
func (s *Session) Call(name string, in bridge.Fields) string {
	if name != "readPicture" {
		return bridge.Usage("the camera has the call readPicture")
	}
	width, ok := in.Int("width")
	height, ok2 := in.Int("height")
	pixels, ok3 := in.Bytes("pixels")
	if !ok || !ok2 || !ok3 || width < 1 || height < 1 || width > MaxSide || height > MaxSide || len(pixels) != 4*width*height {
		return bridge.Usage("readPicture wants {width, height, pixels}: at most 4096 each, and a Uint8Array of four bytes a pixel")
	}
	p := photo.FromRGBA(pixels, width, height, s.grey)
	s.grey = p.Pix
	return answer(s.reader.Read(p))
}

// answer writes a Seen: how many codes were seen, and the key of the first that
// holds one.
func answer(texts []string) string {
	var a bridge.Answer
	a.Int("codes", len(texts))
	key := ""
	for _, text := range texts {
		if report := keyformat.Check(text); report.State == keyformat.Valid {
			key = report.Key.String()
			break
		}
	}
	a.Text("key", key)
	return a.End()
}
