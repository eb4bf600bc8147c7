package browserfs

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/hack-pad/hackpadfs"
)

func TestAdd(t *testing.T) {
	f := New()
	text := bytes.NewReader([]byte("text"))
	for _, test := range []struct {
		reason, name string
		want         error
	}{
		{"in folders that are not there yet", "a/b/c.txt", nil},
		{"beside it", "a/b/d.txt", nil},
		{"the same again", "a/b/c.txt", hackpadfs.ErrExist},
		{"a folder's name", "a/b", hackpadfs.ErrExist},
		{"below a file", "a/b/c.txt/d", hackpadfs.ErrNotDir},
		{"a way up", "a/../b", hackpadfs.ErrInvalid},
		{"from the root", "/a", hackpadfs.ErrInvalid},
		{"no name", "", hackpadfs.ErrInvalid},
		{"the root", ".", hackpadfs.ErrInvalid},
	} {
		if err := f.Add(test.name, ReadOnly, text); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.reason, err, test.want)
		}
	}
	entries, err := f.ReadDir("a/b")
	if err != nil || len(entries) != 2 || entries[0].Name() != "c.txt" {
		t.Errorf("the folder has %v, %v", entries, err)
	}
}

// A strange blob says another size than it has, or fails, and keeps the length
// of the longest slice that was asked for.
type strange struct {
	size    int64
	has     []byte
	err     error
	longest int
}

func (s *strange) Size() int64 { return s.size }

func (s *strange) ReadAt(p []byte, at int64) (int, error) {
	s.longest = max(s.longest, len(p))
	if s.err != nil {
		return 0, s.err
	}
	return bytes.NewReader(s.has).ReadAt(p, at)
}

func opened(t *testing.T, b Blob) hackpadfs.File {
	t.Helper()
	f := New()
	if err := f.Add("file", ReadOnly, b); err != nil {
		t.Fatal(err)
	}
	file, err := f.Open("file")
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestSlicesAreBounded(t *testing.T) {
	data := make([]byte, 5*MaxSlice+7)
	data[len(data)-1] = 48
	b := &strange{size: int64(len(data)), has: data}
	got := make([]byte, len(data)+1)
	n, err := hackpadfs.ReadAtFile(opened(t, b), got, 0)
	if n != len(data) || err != io.EOF || !bytes.Equal(got[:n], data) {
		t.Errorf("%d bytes and %v, want all %d and the end", n, err, len(data))
	}
	if all, err := io.ReadAll(opened(t, b)); err != nil || !bytes.Equal(all, data) {
		t.Errorf("read on and on: %d bytes and %v", len(all), err)
	}
	if b.longest > MaxSlice {
		t.Errorf("a slice of %d bytes was asked for, want %d at most", b.longest, MaxSlice)
	}
}

// TestWhatChanged: a file that is not as it was fails, and does not look as if
// it had ended.
func TestWhatChanged(t *testing.T) {
	gone := errors.New("gone")
	for reason, test := range map[string]struct {
		blob *strange
		want error
	}{
		"it is shorter": {&strange{size: 100, has: make([]byte, 40)}, io.ErrUnexpectedEOF},
		"it is gone":    {&strange{size: 100, err: gone}, gone},
	} {
		if _, err := io.ReadAll(opened(t, test.blob)); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", reason, err, test.want)
		}
	}
}
