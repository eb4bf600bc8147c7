// Package pdf reads the text of PDF files, such as browsers and office
// programs make when somebody prints a key. Plug [Text] into a
// keyfile.Scanner.
//
// It reads what those programs write: content that is not packed or packed by
// Flate, text in simple fonts and in those whose characters a ToUnicode map
// names, also inside forms. Fragments of text that stand at one height are one
// line, with tabs where cells of a table are apart. It does not draw, decrypt,
// or read pictures; a PDF without text is [keyfile.ErrNoText].
//
// Objects are found by looking for them and not by the table at the end of the
// file, so a file that was cut off still gives what it has. Names are those of
// ISO 32000-1.
package pdf

import (
	"context"
	"io"

	"fortyeight/keyformat/keyfile"
)

// The limits of reading.
const (
	// MaxFile is the largest PDF that is read; it is held in memory.
	MaxFile = 64 << 20
	// MaxUnpacked is how much may come out of the streams of one file.
	MaxUnpacked = 256 << 20
	maxObjects  = 1 << 20
	maxPages    = 20_000
	maxDepth    = 32 // of values in values, and of forms in forms
)

// Text emits the lines of text of a PDF. Lines are counted through the whole
// document.
func Text(ctx context.Context, file io.ReaderAt, size int64, emit keyfile.Emit) error {
	if size > MaxFile {
		return keyfile.ErrTooLarge
	}
	data := make([]byte, size)
	if n, err := file.ReadAt(data, 0); err != nil && err != io.EOF {
		return err
	} else {
		data = data[:n]
	}
	d := &document{data: data, objects: map[int]object{}, left: MaxUnpacked}
	d.scan(data)
	if d.encrypted {
		return keyfile.ErrEncrypted
	}
	number, found := 0, false
	for _, p := range d.pages() {
		for _, line := range d.textOf(p) {
			number++
			found = true
			if err := emit([]byte(line), number); err != nil {
				return err
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	switch {
	case d.left <= 0, d.cut:
		return keyfile.ErrTooLarge
	case !found && len(d.objects) == 0:
		return keyfile.ErrBroken
	case !found:
		return keyfile.ErrNoText
	}
	return nil
}
