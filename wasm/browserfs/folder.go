package browserfs

import (
	"io"

	"github.com/hack-pad/hackpadfs"
)

// A folder is a folder that was opened.
type folder struct {
	node    *node
	path    string
	entries []hackpadfs.DirEntry // once listing has begun
	given   int
	closed  bool
}

var _ hackpadfs.DirReaderFile = (*folder)(nil)

func (f *folder) Stat() (hackpadfs.FileInfo, error) {
	if f.closed {
		return nil, failed("stat", f.path, hackpadfs.ErrClosed)
	}
	return f.node, nil
}

func (f *folder) Read([]byte) (int, error) { return 0, failed("read", f.path, hackpadfs.ErrIsDir) }

// ReadDir gives the next n entries, or all that are left.
func (f *folder) ReadDir(n int) ([]hackpadfs.DirEntry, error) {
	if f.closed {
		return nil, failed("readdir", f.path, hackpadfs.ErrClosed)
	}
	if f.entries == nil {
		f.entries = f.node.entries()
	}
	rest := f.entries[f.given:]
	if n > 0 {
		if len(rest) == 0 {
			return nil, io.EOF
		}
		rest = rest[:min(n, len(rest))]
	}
	f.given += len(rest)
	return rest, nil
}

func (f *folder) Close() error {
	if f.closed {
		return failed("close", f.path, hackpadfs.ErrClosed)
	}
	f.closed = true
	return nil
}
