package site

import (
	"cmp"
	"fmt"
	"slices"
)

// Find returns the content of the file at a path such as "trust/index.html".
func (o *Output) Find(path string) (data []byte, ok bool) {
	i, ok := slices.BinarySearchFunc(o.Files, path, func(f File, path string) int {
		return cmp.Compare(f.Path, path)
	})
	if !ok {
		return nil, false
	}
	return o.Files[i].Data, true
}

// add adds a file and returns its address, a path from the root.
func (o *Output) add(path string, data []byte) (address string) {
	o.Files = append(o.Files, File{Path: path, Data: data})
	return "/" + path
}

// addOnce adds a file whose name has the hash of its content, unless it is
// there already.
func (o *Output) addOnce(path string, data []byte) {
	if !slices.ContainsFunc(o.Files, func(f File) bool { return f.Path == path }) {
		o.add(path, data)
	}
}

// finish sorts the files, makes sure that no two claim the same place, and lists
// their hashes.
func (o *Output) finish() error {
	o.sort()
	for i := range o.Files[1:] {
		if o.Files[i].Path == o.Files[i+1].Path {
			return fmt.Errorf("two files would be written to %s; rename one of their sources", o.Files[i].Path)
		}
	}
	o.addHashes()
	o.sort()
	return nil
}

func (o *Output) sort() {
	slices.SortFunc(o.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
}
