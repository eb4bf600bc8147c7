package keyfile

import (
	"context"
	"io"
)

// Members are the files in an archive.
type Members interface {
	Open(name string) (io.ReadCloser, error)
}

func (s *Scanner) readArchive(ctx context.Context, src *source, head []byte) error {
	s.notice(src.name, Unsupported)
	return nil
}

func (s *Scanner) readPDF(ctx context.Context, src *source, head []byte) error {
	s.notice(src.name, Unsupported)
	return nil
}
