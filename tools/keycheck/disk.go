package main

import (
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/hack-pad/hackpadfs/os"
)

// onDisk returns the folder of a path as a file system, and the name of what
// the path names in it.
func onDisk(path string) (fs.FS, string, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, "", err
	}
	disk := fs.FS(os.NewFS())
	volume := filepath.VolumeName(absolute)
	if volume != "" {
		if disk, err = os.NewFS().SubVolume(volume); err != nil {
			return nil, "", err
		}
	}
	inside := strings.Trim(filepath.ToSlash(absolute[len(volume):]), "/")
	if inside == "" {
		return disk, ".", nil
	}
	return disk, inside, nil
}
