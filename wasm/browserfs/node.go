package browserfs

import (
	"time"

	"github.com/hack-pad/hackpadfs"
)

// A node is a file or a folder. It is its own entry and its own information:
// there can be 100,000 of them.
type node struct {
	name   string
	mode   hackpadfs.FileMode
	blob   Blob    // of a file
	inside []*node // of a folder, in no order
}

var (
	_ hackpadfs.FileInfo = (*node)(nil)
	_ hackpadfs.DirEntry = (*node)(nil)
)

func (n *node) Name() string                      { return n.name }
func (n *node) Mode() hackpadfs.FileMode          { return n.mode }
func (n *node) Type() hackpadfs.FileMode          { return n.mode.Type() }
func (n *node) IsDir() bool                       { return n.mode.IsDir() }
func (n *node) Info() (hackpadfs.FileInfo, error) { return n, nil }
func (n *node) Sys() any                          { return nil }
func (n *node) ModTime() time.Time                { return time.Time{} }
func (n *node) Size() int64 {
	if n.blob == nil {
		return 0
	}
	return n.blob.Size()
}
