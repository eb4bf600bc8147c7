// Package browserfs is a read-only file system over what a person handed to a
// page: single files, whole folders, pasted text. It is one of hackpadfs's, so
// that whatever reads files by it reads these too, and it passes hackpadfs's
// conformance suite as far as one that is never written to can.
//
// A browser gives names and sizes at once and bytes when they are asked for.
// So the tree is kept here, and every read asks for a slice of at most
// [MaxSlice] bytes: a file of 2 GB takes no more memory than one of 2 kB. A
// browser gives no folders, only the paths of the files in them; they come into
// being with their first file. It gives no modes either, and times are left
// out, since nothing here asks for them.
//
//	fsys := browserfs.New()
//	err := fsys.Add("stick/keys/a.txt", browserfs.ReadOnly, blob)
//	err = scanner.File(ctx, fsys, "stick/keys/a.txt", "")
package browserfs

import (
	"cmp"
	"io"
	"path"
	"slices"

	"github.com/hack-pad/hackpadfs"
)

// MaxSlice is how many bytes are asked of a Blob at a time.
const MaxSlice = 256 << 10

// The modes of what a browser gives: everybody may read, and nobody may write.
const (
	ReadOnly       hackpadfs.FileMode = 0o444
	ReadOnlyFolder                    = hackpadfs.ModeDir | 0o555
)

// A Blob is the bytes of one file, as a browser holds them. ReadAt fails when
// the file has changed or gone since it was chosen. A *bytes.Reader is one.
type Blob interface {
	io.ReaderAt
	Size() int64
}

// An FS holds the files that were added to it. It is safe for concurrent
// readers, but not while something is added.
type FS struct {
	nodes map[string]*node // by path
}

var (
	_ hackpadfs.ReadDirFS = (*FS)(nil)
	_ hackpadfs.StatFS    = (*FS)(nil)
)

// New returns an empty file system.
func New() *FS {
	return &FS{nodes: map[string]*node{".": {name: ".", mode: ReadOnlyFolder}}}
}

// Add adds a file, and the folders above it that are not there yet. The path is
// one of io/fs. It fails with a *hackpadfs.PathError: ErrInvalid for what is no
// path, ErrExist where something stands there already, ErrNotDir where a file
// stands in the way. A blob that is nil adds a folder.
func (f *FS) Add(name string, mode hackpadfs.FileMode, blob Blob) error {
	if !hackpadfs.ValidPath(name) || name == "." {
		return failed("add", name, hackpadfs.ErrInvalid)
	}
	if f.nodes[name] != nil {
		return failed("add", name, hackpadfs.ErrExist)
	}
	above, err := f.folder(path.Dir(name))
	if err != nil {
		return failed("add", name, err)
	}
	f.put(above, name, &node{mode: mode, blob: blob})
	return nil
}

// folder returns the folder at that path and makes what is missing of it.
func (f *FS) folder(name string) (*node, error) {
	if n := f.nodes[name]; n != nil {
		if !n.IsDir() {
			return nil, hackpadfs.ErrNotDir
		}
		return n, nil
	}
	above, err := f.folder(path.Dir(name))
	if err != nil {
		return nil, err
	}
	return f.put(above, name, &node{mode: ReadOnlyFolder}), nil
}

func (f *FS) put(above *node, name string, n *node) *node {
	n.name = path.Base(name) // a part of name: the path is kept once
	above.inside = append(above.inside, n)
	f.nodes[name] = n
	return n
}

// Open implements [hackpadfs.FS]. A file is an io.ReaderAt and an io.Seeker, and
// a folder a hackpadfs.DirReaderFile.
func (f *FS) Open(name string) (hackpadfs.File, error) {
	n, err := f.find("open", name)
	if err != nil {
		return nil, err
	}
	if n.IsDir() {
		return &folder{node: n, path: name}, nil
	}
	return &file{node: n, path: name}, nil
}

// Stat implements [hackpadfs.StatFS].
func (f *FS) Stat(name string) (hackpadfs.FileInfo, error) {
	n, err := f.find("stat", name)
	if err != nil {
		return nil, err
	}
	return n, nil
}

// ReadDir implements [hackpadfs.ReadDirFS]: the entries are sorted by name.
func (f *FS) ReadDir(name string) ([]hackpadfs.DirEntry, error) {
	n, err := f.find("open", name)
	switch {
	case err != nil:
		return nil, err
	case !n.IsDir():
		return nil, failed("readdir", name, hackpadfs.ErrNotDir)
	}
	return n.entries(), nil
}

func (f *FS) find(op, name string) (*node, error) {
	if !hackpadfs.ValidPath(name) {
		return nil, failed(op, name, hackpadfs.ErrInvalid)
	}
	n := f.nodes[name]
	if n == nil {
		return nil, failed(op, name, hackpadfs.ErrNotExist)
	}
	return n, nil
}

// entries returns what stands in a folder, sorted by name.
func (n *node) entries() []hackpadfs.DirEntry {
	all := make([]hackpadfs.DirEntry, len(n.inside))
	for i, one := range n.inside {
		all[i] = one
	}
	slices.SortFunc(all, func(a, b hackpadfs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return all
}

func failed(op, name string, err error) error {
	return &hackpadfs.PathError{Op: op, Path: name, Err: err}
}
