package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"fortyeight/site"
)

// Write writes a site into a folder, which must not exist or be empty: a file left from
// another build would be published with this one.
func Write(folder string, output *site.Output) error {
	old, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the folder %s cannot be used: %w", folder, err)
	}
	if len(old) > 0 {
		return fmt.Errorf("the folder %s is not empty: give another one, or empty it first", folder)
	}
	for _, f := range output.Files {
		path := filepath.Join(folder, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
