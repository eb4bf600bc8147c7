package browserfs

import (
	"errors"
	"io"

	"github.com/hack-pad/hackpadfs"
)

// A file is a file that was opened.
type file struct {
	node   *node
	path   string
	at     int64
	closed bool
}

var (
	_ hackpadfs.ReaderAtFile = (*file)(nil)
	_ hackpadfs.SeekerFile   = (*file)(nil)
)

func (f *file) Stat() (hackpadfs.FileInfo, error) {
	if f.closed {
		return nil, failed("stat", f.path, hackpadfs.ErrClosed)
	}
	return f.node, nil
}

func (f *file) Read(p []byte) (int, error) {
	if len(p) > MaxSlice {
		p = p[:MaxSlice]
	}
	n, err := f.readAt("read", p, f.at)
	f.at += int64(n)
	if n > 0 && err == io.EOF {
		err = nil // said by the next call
	}
	return n, err
}

var errNegative = errors.New("negative offset")

func (f *file) ReadAt(p []byte, at int64) (n int, err error) {
	if at < 0 {
		return 0, failed("readat", f.path, errNegative)
	}
	for err == nil && (n == 0 || n < len(p)) {
		var read int
		read, err = f.readAt("readat", p[n:min(len(p), n+MaxSlice)], at+int64(n))
		n += read
		if len(p) == 0 {
			break
		}
	}
	return n, err
}

// readAt reads one slice.
func (f *file) readAt(op string, p []byte, at int64) (int, error) {
	if f.closed {
		return 0, failed(op, f.path, hackpadfs.ErrClosed)
	}
	left := f.node.blob.Size() - at
	if left <= 0 {
		return 0, io.EOF
	}
	short := int64(len(p)) > left
	if short {
		p = p[:left]
	}
	n, err := f.node.blob.ReadAt(p, at)
	switch {
	case err == io.EOF && n == len(p):
		err = nil // the end of the last slice
	case err == nil && n < len(p), err == io.EOF:
		err = failed(op, f.path, io.ErrUnexpectedEOF) // it is shorter than it was
	case err != nil:
		err = failed(op, f.path, err)
	}
	if short && err == nil {
		err = io.EOF
	}
	return n, err
}

func (f *file) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		offset += f.at
	case io.SeekEnd:
		offset += f.node.blob.Size()
	default:
		offset = -1
	}
	switch {
	case f.closed:
		return 0, failed("seek", f.path, hackpadfs.ErrClosed)
	case offset < 0:
		return 0, failed("seek", f.path, hackpadfs.ErrInvalid)
	}
	f.at = offset
	return offset, nil
}

// ReadDir fails: hackpadfs's suite wants that from what is no folder.
func (f *file) ReadDir(int) ([]hackpadfs.DirEntry, error) {
	return nil, failed("readdir", f.path, hackpadfs.ErrNotDir)
}

func (f *file) Close() error {
	if f.closed {
		return failed("close", f.path, hackpadfs.ErrClosed)
	}
	f.closed = true
	return nil
}
