package browserfs

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/hack-pad/hackpadfs"
	"github.com/hack-pad/hackpadfs/fstest"
	"github.com/hack-pad/hackpadfs/mem"
)

// writing are the parts of hackpadfs's suite of which it skips something by
// itself, as what it wants is not offered. Whatever else is skipped fails the
// test: it would be a gap in reading.
var writing = map[string]string{
	"base fs.Create":               "nothing is created",
	"base fs.Mkdir":                "nothing is created",
	"base fs.Chmod":                "modes cannot be changed",
	"base fs.Chtimes":              "times cannot be changed",
	"fs.Create":                    "nothing is created",
	"fs.Mkdir":                     "nothing is created",
	"fs.MkdirAll":                  "nothing is created",
	"fs.OpenFile":                  "what opens for reading only passes; the rest creates, truncates or appends",
	"fs.WriteFile":                 "nothing is written",
	"fs.Remove":                    "nothing is removed",
	"fs.RemoveAll":                 "nothing is removed",
	"fs.Rename":                    "nothing is moved",
	"fs.Chmod":                     "modes cannot be changed",
	"fs.Chtimes":                   "times cannot be changed",
	"fs_concurrent.Create":         "nothing is created",
	"fs_concurrent.OpenFileCreate": "nothing is created",
	"fs_concurrent.Mkdir":          "nothing is created",
	"fs_concurrent.MkdirAll":       "nothing is created",
	"fs_concurrent.Remove":         "nothing is removed",
	"file.Write":                   "nothing is written",
	"file.WriteAt":                 "nothing is written",
	"file.Sync":                    "nothing was written that could be saved",
	"file.Truncate":                "nothing is written",
	"file_concurrent.Write":        "nothing is written",
}

// TestConformance runs hackpadfs's suite against files in memory: each test
// writes what it needs into hackpadfs's mem, and reads it from here.
func TestConformance(t *testing.T) {
	var mu sync.Mutex
	skipped, ran := map[string]bool{}, 0
	options := fstest.FSOptions{
		Name: "browserfs",
		Setup: fstest.TestSetupFunc(func(tb testing.TB) (fstest.SetupFS, func() hackpadfs.FS) {
			tb.Cleanup(func() {
				mu.Lock()
				defer mu.Unlock()
				ran++
				if tb.Skipped() {
					skipped[strings.ReplaceAll(strings.Split(tb.Name(), "/")[3], "_fs", " fs")] = true
				}
			})
			memory, err := mem.NewFS()
			if err != nil {
				tb.Fatal(err)
			}
			return memory, func() hackpadfs.FS { return chosen(tb, memory) }
		}),
	}
	t.Run("suite", func(t *testing.T) { // returns when all its tests are done
		fstest.FS(t, options)
		fstest.File(t, options)
	})
	if got, want := slices.Sorted(maps.Keys(skipped)), slices.Sorted(maps.Keys(writing)); !slices.Equal(got, want) {
		t.Errorf("the suite skips parts of\n%q, want\n%q", got, want)
	}
	if ran < 100 {
		t.Errorf("the suite has %d tests, which cannot be all", ran)
	}
}

// chosen is what a browser would give of a file system.
func chosen(t testing.TB, from hackpadfs.FS) *FS {
	t.Helper()
	f := New()
	err := hackpadfs.WalkDir(from, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return f.Add(name, info.Mode(), nil)
		}
		data, err := hackpadfs.ReadFile(from, name)
		if err != nil {
			return err
		}
		return f.Add(name, info.Mode(), bytes.NewReader(data))
	})
	if err != nil {
		t.Fatal(err)
	}
	return f
}
