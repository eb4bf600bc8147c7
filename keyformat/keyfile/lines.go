package keyfile

import (
	"bytes"
	"io"
)

// A liner takes the lines of a text in order. A line is without its end, and
// only valid during the call; at is where it begins in the file.
type liner interface {
	line(line []byte, number int, at int64)
	end()
}

// A barrier is the end of the last key that was taken, in the file: pieces of
// a long line overlap, and no key is taken twice.
type barrier struct{ at int64 }

// passes reports whether a key that ends there is a new one.
func (b *barrier) passes(at int64) bool {
	if at <= b.at {
		return false
	}
	b.at = at
	return true
}

// lines cuts the text into lines, in a window of a fixed size.
func (t *text) lines(r io.Reader, l liner, offset int64, sample []byte) error {
	eol := byte('\n')
	if bytes.IndexByte(sample, '\n') < 0 && bytes.IndexByte(sample, '\r') >= 0 {
		eol = '\r' // old Macs
	}
	if t.s.window == nil {
		t.s.window = make([]byte, windowSize)
	}
	buf := t.s.window
	t.s.window = nil // an archive in between takes its own
	defer func() { t.s.window = buf }()

	held, number := 0, 1
	for {
		n, err := io.ReadFull(r, buf[held:])
		held += n
		last := err != nil
		start := 0
		for start < held {
			rest := buf[start:held]
			length := bytes.IndexByte(rest, eol)
			switch {
			case length >= 0 && length <= maxLine:
				l.line(trimEnd(rest[:length]), number, offset+int64(start))
				number++
				start += length + 1
				continue
			case length < 0 && last && len(rest) <= maxLine:
				l.line(trimEnd(rest), number, offset+int64(start))
				start = held
				continue
			case length < 0 && len(rest) < maxLine:
				// the rest of the line comes with the next window
			default:
				l.line(rest[:maxLine], number, offset+int64(start))
				start += maxLine - lineOverlap
				continue
			}
			break
		}
		offset += int64(start)
		held = copy(buf, buf[start:held])
		if last {
			if err == io.EOF || err == io.ErrUnexpectedEOF {
				return nil
			}
			return err
		}
		if err := t.ctx.Err(); err != nil {
			return err
		}
	}
}

func trimEnd(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\r' {
		return line[:n-1]
	}
	return line
}
