package keyfile

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"strings"
	"testing"

	"fortyeight/keyformat"
)

// More limits of reading, at their edge and one past it; limits_test.go has the others.

// keyOf and idOf make the n-th key and Key ID.
func keyOf(n int) string {
	return keyformat.KeyFromBytes([16]byte{byte(n), byte(n >> 8), byte(n >> 16), 7}).String()
}
func idOf(n int) string {
	return keyformat.IDFromBytes([16]byte{byte(n), byte(n >> 8), byte(n >> 16), 11}).String()
}

// TestLongestTag: of a longer tag not all is looked at, so no key is read from
// it as if it stood there whole. What stands behind it is read.
func TestLongestTag(t *testing.T) {
	const end = ` key="` + limitKey + `"`
	for over, want := range []int{2, 1} {
		tag := "a" + strings.Repeat(" ", maxTag-1-len(end)+over) + end
		s := readText(t, "x.xml", "<r><"+tag+"></a><b><key>"+keyOf(1)+"</key></b></r>")
		whole := 0
		for i := range s.Set.Len() {
			if !s.Set.Record(i).Repaired {
				whole++
			}
		}
		if whole != want {
			t.Errorf("a tag of %d bytes, and a key behind it: %d keys, want %d", len(tag), whole, want)
		}
	}
}

// TestMostPending: of the keys of an object, so many get what is said of all of
// them behind the keys.
func TestMostPending(t *testing.T) {
	for _, keys := range []int{maxPending, maxPending + 1} {
		var b strings.Builder
		for i := range keys {
			fmt.Fprintf(&b, `{"id":%q,"key":%q},`, idOf(i), keyOf(i))
		}
		s := readText(t, "x.json", `{"keys":[`+strings.TrimSuffix(b.String(), ",")+`],"computerName":"PC-7"}`)
		told := 0
		for i := range s.Set.Len() {
			if f, err := s.Fields(i); err == nil && f.Device == "PC-7" {
				told++
			}
		}
		if s.Set.Len() != keys || told != maxPending {
			t.Errorf("%d keys: %d records, %d with the device", keys, s.Set.Len(), told)
		}
	}
}

// TestMostColumns: further columns are not told apart. The key is found with its
// ID all the same.
func TestMostColumns(t *testing.T) {
	for columns, want := range map[int]string{maxColumns: "PC-7", maxColumns + 1: ""} {
		row := func(id, key, device string) string {
			return id + "," + key + strings.Repeat(",x", columns-3) + "," + device + "\n"
		}
		s := readText(t, "x.csv", row("id", "key", "ComputerName")+row(limitID, limitKey, "PC-7"))
		holds(t, s, fmt.Sprintf("%d columns", columns))
		if f, err := s.Fields(0); err != nil || f.Device != want {
			t.Errorf("%d columns: the device is %q, want %q; %v", columns, f.Device, want, err)
		}
	}
}

// TestMostItems: keys of a long list keep their IDs over the places where it is
// paired in parts.
func TestMostItems(t *testing.T) {
	for _, pairs := range []int{maxItems / 2, maxItems/2 + 1, maxItems + 1} {
		var b strings.Builder
		for i := range pairs {
			b.WriteString("Identifier:\n" + idOf(i) + "\nRecovery Key:\n" + keyOf(i) + "\n\n")
		}
		s := readText(t, "x.txt", b.String())
		if s.Set.Len() != pairs {
			t.Errorf("%d pairs: %d records", pairs, s.Set.Len())
			continue
		}
		for i := range pairs {
			if s.Set.Record(i).Key.String() != keyOf(i) || s.Set.ID(i).String() != idOf(i) {
				t.Fatalf("of %d pairs, the key of record %d has another ID", pairs, i)
			}
		}
	}
}

// TestWorstRatio: a member may become so many times larger.
func TestWorstRatio(t *testing.T) {
	const packed = 1 << 20
	for out, want := range map[int64]error{packed * MaxRatio: nil, packed*MaxRatio + 1: ErrBomb} {
		left := out + 1
		u := &unpacked{r: io.LimitReader(zeros{}, out), left: &left, packed: packed}
		if n, err := io.Copy(io.Discard, u); n != out || !errors.Is(err, want) {
			t.Errorf("%d bytes of %d: %d, %v", out, packed, n, err)
		}
	}
}

// TestMostOfOneArchive: the bound that each archive begins with.
func TestMostOfOneArchive(t *testing.T) {
	for size, want := range map[int64]error{MaxUnpacked: nil, MaxUnpacked + 1: ErrTooLarge} {
		left := int64(MaxUnpacked)
		u := &unpacked{r: io.LimitReader(zeros{}, size), left: &left, packed: size}
		buf := make([]byte, 1<<20)
		var err error
		read := int64(0)
		for read < size && err == nil {
			var n int
			n, err = u.Read(buf)
			read += int64(n)
		}
		if read != MaxUnpacked || !errors.Is(err, want) {
			t.Errorf("%d bytes: %d, %v", size, read, err)
		}
	}
}

// TestLongestComment: the end of an archive is found before a remark of any
// length that one can have; behind a longer one its members are read from the front.
func TestLongestComment(t *testing.T) {
	text := archiveOf(t, func(w *zip.Writer) {
		member1(t, w, "key.txt", limitID+" "+limitKey)
		if err := w.SetComment(strings.Repeat("c", maxComment)); err != nil {
			t.Fatal(err)
		}
	})
	for more, broken := range map[string]int{"": 0, "c": 1} {
		s := readText(t, "x.zip", text+more)
		holds(t, s, fmt.Sprintf("a remark of %d bytes", maxComment+len(more)))
		if got := s.Set.Count(Broken); got != broken {
			t.Errorf("a remark of %d bytes: %d notices", maxComment+len(more), got)
		}
	}
}

// TestMostFiles: further files of a folder are counted.
func TestMostFiles(t *testing.T) {
	if testing.Short() || runtime.GOOS == "js" {
		t.Skip("it lists two million files")
	}
	for files, over := range map[int]int{MaxFiles: 0, MaxFiles + 1: 1} {
		ctx, cancel := context.WithCancel(t.Context())
		w, err := new(Scanner).Walk(ctx, crowd(files), ".", nil, func(*Walk) { cancel() })
		if !errors.Is(err, context.Canceled) || w.Files != files || w.Skipped[SkipTooMany] != over {
			t.Errorf("%d files: %d, %d too many, %v", files, w.Files, w.Skipped[SkipTooMany], err)
		}
	}
}

// A crowd is a folder of so many files of one byte.
type crowd int

func (c crowd) Open(string) (fs.File, error) { return nil, fs.ErrNotExist }

func (c crowd) Stat(string) (fs.FileInfo, error) { return folder{}, nil }

func (c crowd) ReadDir(string) ([]fs.DirEntry, error) {
	list := make([]fs.DirEntry, c)
	for i := range list {
		list[i] = info{"k.txt", 1}
	}
	return list, nil
}

type folder struct{ info }

func (folder) IsDir() bool       { return true }
func (folder) Mode() fs.FileMode { return fs.ModeDir }

// TestLongestRemark: the end of a remark is found however long it is.
func TestLongestRemark(t *testing.T) {
	for _, length := range []int{maxTag - len("!----"), maxTag - len("!----") + 1, 2 * maxTag} {
		text := "<r><!--" + strings.Repeat("x", length) + "--><k><id>" + limitID + "</id><key>" + limitKey + "</key></k></r>"
		holds(t, readText(t, "x.xml", text), fmt.Sprintf("behind a remark of %d bytes", length))
	}
}
