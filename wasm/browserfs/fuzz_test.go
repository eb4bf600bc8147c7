package browserfs

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/hack-pad/hackpadfs"
)

// FuzzPaths adds files under whatever names. What is taken can be opened, stands
// in exactly one folder and is walked to; what is refused says why and leaves
// nothing behind.
func FuzzPaths(f *testing.F) {
	f.Add("a/b", "a")
	f.Add("a", "a/b")
	f.Add("../x", "/etc")
	f.Add(strings.Repeat("a/", 1000)+"b", "a\x00b\u202e<script>")
	f.Fuzz(func(t *testing.T, one, two string) {
		fsys := New()
		taken := map[string]bool{}
		for _, name := range []string{one, two} {
			switch err := fsys.Add(name, ReadOnly, strings.NewReader("x")); {
			case err == nil:
				taken[name] = true
			case !errors.Is(err, hackpadfs.ErrInvalid) && !errors.Is(err, hackpadfs.ErrExist) && !errors.Is(err, hackpadfs.ErrNotDir):
				t.Errorf("%q is refused for %v", name, err)
			}
		}
		err := fs.WalkDir(fsys, ".", func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			if !taken[path] {
				t.Errorf("nobody added %q", path)
			}
			delete(taken, path)
			text, err := fs.ReadFile(fsys, path)
			if string(text) != "x" {
				t.Errorf("%q reads %q", path, text)
			}
			return err
		})
		if err != nil || len(taken) > 0 {
			t.Errorf("%v; not walked to: %d", err, len(taken))
		}
	})
}
