package keyfile

import (
	"bytes"
	"context"
	"errors"
	"io"
)

// readWorkbook reads a workbook by what the caller plugged in.
func (s *Scanner) readWorkbook(ctx context.Context, src *source, a *archive) error {
	if s.Workbook == nil {
		s.notice(src.name, Unsupported)
		return nil
	}
	var open []*chooser
	err := s.Workbook(ctx, a, func(sheet string) Emit {
		named := *src
		named.reopen = nil
		if sheet != "" {
			named.name += "/" + sheet
		}
		t := s.text(ctx, &named)
		t.format = Workbook
		c := t.choose()
		open = append(open, c)
		return emitTo(ctx, c)
	})
	for _, c := range open {
		c.end()
		c.t.end()
	}
	return s.plugged(ctx, src, err)
}

// readPDF reads a PDF by what the caller plugged in.
func (s *Scanner) readPDF(ctx context.Context, src *source, head []byte) error {
	if s.PDF == nil {
		s.notice(src.name, Unsupported)
		return nil
	}
	at, size, err := src.whole(head)
	if err == nil {
		unnamed := *src
		unnamed.reopen = nil
		t := s.text(ctx, &unnamed)
		t.format = PDF
		c := t.choose()
		err = s.PDF(ctx, at, size, emitTo(ctx, c))
		c.end()
		t.end()
	}
	return s.plugged(ctx, src, err)
}

// emitTo hands lines on. It makes one out of a cell with line ends in it, and
// several out of a line that is too long, as text.lines does.
func emitTo(ctx context.Context, l liner) Emit {
	at := int64(0)
	return func(line []byte, number int) error {
		if bytes.IndexByte(line, '\n') >= 0 {
			line = bytes.ReplaceAll(line, []byte{'\n'}, []byte{' '})
		}
		for len(line) > maxLine {
			l.line(line[:maxLine], number, at)
			line = line[maxLine-lineOverlap:]
			at += maxLine - lineOverlap
		}
		l.line(line, number, at)
		at += int64(len(line)) + 1
		return ctx.Err()
	}
}

// plugged makes a notice of an error.
func (s *Scanner) plugged(ctx context.Context, src *source, err error) error {
	if err == nil || ctx.Err() != nil {
		return ctx.Err()
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = ErrBroken
	}
	s.notice(src.name, kindOf(err))
	return nil
}
