package filedoor

import (
	"errors"
	"unsafe"

	"fortyeight/wasm/bridge/files"
)

// A browser is what wasm/slices.js gives of the browser.
type browser struct{ decoded []byte }

//go:wasmimport fortyeight read
func read(file int32, at float64, to unsafe.Pointer, size int32) int32

//go:wasmimport fortyeight decode
func decode(label string, text unsafe.Pointer, size int32, to unsafe.Pointer, room int32) int32

//go:wasmimport fortyeight due
func due() int32

var errGone = errors.New("the file has changed or cannot be read any more")

func (*browser) Read(file int, p []byte, at int64) (int, error) {
	n := read(int32(file), float64(at), unsafe.Pointer(unsafe.SliceData(p)), int32(len(p)))
	switch n {
	case -1:
		return 0, errGone
	case -2:
		return 0, files.ErrLater
	}
	return int(n), nil
}

func (b *browser) Decode(label string, text []byte) (string, bool) {
	// Every byte of a legacy encoding becomes three of UTF-8 at most.
	if room := 3 * len(text); cap(b.decoded) < room {
		b.decoded = make([]byte, room)
	}
	out := b.decoded[:cap(b.decoded)]
	n := decode(label, unsafe.Pointer(unsafe.SliceData(text)), int32(len(text)), unsafe.Pointer(unsafe.SliceData(out)), int32(len(out)))
	if n < 0 {
		return "", false
	}
	return string(out[:n]), true
}

func (*browser) Due() bool { return due() != 0 }
