package keyfile

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"time"

	"fortyeight/keyformat"
)

// Every limit of reading, at its edge and one past it.

const (
	limitKey = "042647-302313-590458-071500-554323-116567-412181-516978" // cryptsetup's test image bitlk-aes-cbc-128
	limitID  = "3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C"
)

func readText(t *testing.T, name, text string) *Scanner {
	t.Helper()
	s := new(Scanner)
	if err := s.ReadAt(t.Context(), name, strings.NewReader(text), int64(len(text))); err != nil {
		t.Fatal(err)
	}
	return s
}

// holds fails unless the key was found once, with its ID.
func holds(t *testing.T, s *Scanner, reason string) {
	t.Helper()
	if s.Set.Len() != 1 || s.Set.Record(0).Key.String() != limitKey || s.Set.ID(0).String() != limitID {
		t.Errorf("%s: %d records, want the key with its ID", reason, s.Set.Len())
	}
}

func TestLongestLine(t *testing.T) {
	end := " " + limitID + " " + limitKey
	for _, length := range []int{maxLine - 1, maxLine, maxLine + 1, 2*maxLine - lineOverlap, 2*maxLine - lineOverlap + 1} {
		holds(t, readText(t, "x.txt", strings.Repeat("x", length-len(end))+end), fmt.Sprintf("a line of %d bytes", length))
	}
	for at := maxLine - len(end) - 2; at <= maxLine+2; at++ { // over the cut
		holds(t, readText(t, "x.txt", strings.Repeat("x", at)+end+" "+strings.Repeat("y", maxLine)), fmt.Sprintf("behind %d bytes", at))
	}
}

func TestRowsOverLines(t *testing.T) {
	for lines, want := range map[int]string{maxRowLines: "one row", maxRowLines + 1: "rows of their own"} {
		note := strings.Repeat("a\n", lines-1)
		text := "note,id,key\n" + strings.Repeat("x,,\n", 3) + "\"" + note + "\"," + limitID + "," + limitKey + "\n"
		holds(t, readText(t, "x.csv", text), fmt.Sprintf("%d lines in quotes, which are %s", lines, want))
	}
}

func TestDeepest(t *testing.T) {
	inner := `{"id":"` + limitID + `","key":"` + limitKey + `"}`
	for _, deep := range []int{MaxDepth - 2, MaxDepth - 1, MaxDepth, MaxDepth + 1} {
		holds(t, readText(t, "x.json", strings.Repeat(`{"a":`, deep)+inner+strings.Repeat("}", deep)), fmt.Sprintf("an object %d deep", deep))
		holds(t, readText(t, "x.xml", strings.Repeat("<a>", deep)+"<k><id>"+limitID+"</id><key>"+limitKey+"</key></k>"+strings.Repeat("</a>", deep)), fmt.Sprintf("an element %d deep", deep))
	}
}

func TestLongestValue(t *testing.T) {
	for length, want := range map[int]int{maxValue: maxValue, maxValue + 1: maxValue} {
		s := readText(t, "x.csv", "ComputerName,id,key\n"+strings.Repeat("W", length)+","+limitID+","+limitKey+"\n")
		holds(t, s, "a long name")
		if f, err := s.Fields(0); err != nil || len(f.Device) != want {
			t.Errorf("a name of %d bytes: %d are kept, %v", length, len(f.Device), err)
		}
	}
}

func TestMostNotices(t *testing.T) {
	line := "Recovery Key: XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX\n\n"
	for _, n := range []int{MaxNotices, MaxNotices + 1} {
		s := readText(t, "x.txt", strings.Repeat(line, n))
		if kept, count := len(s.Set.Notices()), s.Set.Count(RedactedKey); kept != MaxNotices || count != n {
			t.Errorf("%d covered keys: %d are kept and %d counted", n, kept, count)
		}
	}
}

func TestMostRepairs(t *testing.T) {
	slip := strings.Replace(limitKey, "042647", "O42647", 1) + "\n\n"
	for before, repaired := range map[int]bool{MaxRepairs - 1: true, MaxRepairs: false} {
		s := &Scanner{repairs: before}
		if err := s.Read(t.Context(), "x.txt", strings.NewReader("Recovery Key: "+slip)); err != nil {
			t.Fatal(err)
		}
		if got := s.Set.Len() == 1; got != repaired || s.Set.Count(DamagedKey) == 0 != repaired {
			t.Errorf("a damaged key after %d others: %d records, %d notices", before, s.Set.Len(), s.Set.Count(DamagedKey))
		}
	}
}

func TestMostListed(t *testing.T) {
	var s Set
	for i := range maxListed + 1 {
		s.keyless(keyformat.IDFromBytes([16]byte{byte(i), byte(i >> 8), byte(i >> 16), 1}))
		if i == maxListed-1 && len(s.listed) != maxListed {
			t.Errorf("%d of %d are kept", len(s.listed), maxListed)
		}
	}
	if len(s.listed) != maxListed {
		t.Errorf("%d are kept, want %d", len(s.listed), maxListed)
	}
}

// TestMostAlike: one key under many IDs. The first ID comes again at the end.
func TestMostAlike(t *testing.T) {
	id := func(i int) string { return keyformat.IDFromBytes([16]byte{byte(i), byte(i >> 8), 48, 11}).String() }
	for ids, again := range map[int]int{maxAlike: 0, maxAlike + 1: 1} {
		var b strings.Builder
		for i := range ids {
			b.WriteString(id(i) + "," + limitKey + "\n")
		}
		s := readText(t, "x.csv", "id,key\n"+b.String()+id(0)+","+limitKey+"\n")
		if s.Set.Len() != ids+again {
			t.Errorf("%d IDs of one key: %d records", ids, s.Set.Len())
		}
		if n := len(s.Find(keyformat.MustParseID(id(0))).Records); n != 1+again {
			t.Errorf("the first of %d IDs finds %d records", ids, n)
		}
	}
}

// TestIDsThatComeLater: keys alone, and then with their IDs, are found by these.
func TestIDsThatComeLater(t *testing.T) {
	alone, whole := "key\n", "id,key\n"
	const keys = 200
	id := func(i int) string { return keyformat.IDFromBytes([16]byte{48, byte(i), 11}).String() }
	for i := range keys {
		key := keyformat.KeyFromBytes([16]byte{byte(i), 7}).String()
		alone += key + "\n"
		whole += id(i) + "," + key + "\n"
	}
	s := readText(t, "alone.csv", alone)
	if err := s.ReadAt(t.Context(), "whole.csv", strings.NewReader(whole), int64(len(whole))); err != nil {
		t.Fatal(err)
	}
	if s.Set.Len() != keys {
		t.Errorf("%d records, want %d", s.Set.Len(), keys)
	}
	for i := range keys {
		a := s.Find(keyformat.MustParseID(id(i)))
		if a.Outcome != OneFound || len(s.Set.Record(a.Records[0]).Places) != 2 {
			t.Errorf("the ID of key %d gives %s", i, a.Outcome)
		}
	}
}

// archiveOf packs what fill writes.
func archiveOf(t *testing.T, fill func(w *zip.Writer)) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, 9) })
	fill(w)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func member1(t *testing.T, w *zip.Writer, name, text string) {
	t.Helper()
	f, err := w.Create(name)
	if err == nil {
		_, err = io.WriteString(f, text)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestMostNames(t *testing.T) {
	if testing.Short() || runtime.GOOS == "js" {
		t.Skip("it packs 200,000 names")
	}
	for names, told := range map[int]int{MaxNames: 0, MaxNames + 1: 1} {
		s := readText(t, "x.zip", archiveOf(t, func(w *zip.Writer) {
			member1(t, w, "key.txt", limitID+" "+limitKey)
			for i := range names - 1 {
				if _, err := w.CreateRaw(&zip.FileHeader{Name: fmt.Sprint(i)}); err != nil {
					t.Fatal(err)
				}
			}
		}))
		holds(t, s, fmt.Sprintf("%d names", names))
		if got := s.Set.Count(TooManyNames); got != told {
			t.Errorf("%d names: %d notices", names, got)
		}
	}
}

func TestDeepestArchive(t *testing.T) {
	text := archiveOf(t, func(w *zip.Writer) { member1(t, w, "key.txt", limitID+" "+limitKey) })
	for depth := 1; depth <= MaxNesting+1; depth++ {
		s := readText(t, "x.zip", text)
		if found := s.Set.Len() == 1; found != (depth <= MaxNesting) || s.Set.Count(TooDeep) == 0 != found {
			t.Errorf("%d archives deep: %d records, %d notices", depth, s.Set.Len(), s.Set.Count(TooDeep))
		}
		inner := text
		text = archiveOf(t, func(w *zip.Writer) { member1(t, w, "inner.zip", inner) })
	}
}

// TestWhatIsABomb: a member of nothing but spaces is none as long as it is small.
func TestWhatIsABomb(t *testing.T) {
	for size, bombs := range map[int]int{ratioFree: 0, ratioFree + 1: 1} {
		s := readText(t, "x.zip", archiveOf(t, func(w *zip.Writer) {
			member1(t, w, "spaces.txt", strings.Repeat(" ", size))
			member1(t, w, "key.txt", limitID+" "+limitKey)
		}))
		holds(t, s, "an archive of spaces")
		if got := s.Set.Count(Bomb); got != bombs {
			t.Errorf("%d spaces: %d bombs", size, got)
		}
	}
}

// TestMostUnpacked: an archive gives so many bytes and no more, however many
// members they are of.
func TestMostUnpacked(t *testing.T) {
	const size = 1000
	for left, told := range map[int64]bool{2*size + 1: false, 2 * size: true} {
		text := archiveOf(t, func(w *zip.Writer) {
			member1(t, w, "a.txt", strings.Repeat("x ", size/2))
			member1(t, w, "b.txt", strings.Repeat("y ", size/2-60)+" "+limitID+" "+limitKey+strings.Repeat(" ", 120-len(limitID)-len(limitKey)-2))
		})
		s := new(Scanner)
		rest := left
		src := &source{name: "x.zip", size: int64(len(text)), r: strings.NewReader(text), at: strings.NewReader(text), left: &rest}
		if err := s.read(t.Context(), src); err != nil {
			t.Fatal(err)
		}
		holds(t, s, fmt.Sprintf("%d bytes left", left))
		if got := s.Set.Count(TooLarge) > 0; got != told {
			t.Errorf("%d bytes of %d: told %v", 2*size, left, got)
		}
	}
}

// TestLargestInner: an archive inside another is held in memory, up to a bound.
func TestLargestInner(t *testing.T) {
	if testing.Short() || runtime.GOOS == "js" {
		t.Skip("it holds 200 MB")
	}
	for size, fits := range map[int64]bool{maxInner: true, maxInner + 1: false} {
		_, got, err := (&source{size: -1, r: io.LimitReader(zeros{}, size-4)}).whole([]byte("PK\x03\x04"))
		if fits != (err == nil) || fits && got != size {
			t.Errorf("%d bytes: %d, %v", size, got, err)
		}
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// TestLargestUnlikely: a file without a likely name is read up to a size.
func TestLargestUnlikely(t *testing.T) {
	for size, read := range map[int64]bool{maxUnlikely: true, maxUnlikely + 1: false} {
		if _, why, ok := consider("a/b.xyz", info{"b.xyz", size}); ok != read {
			t.Errorf("%d bytes: %v, %v", size, ok, why)
		}
	}
}

// An info is a file of which only the size matters.
type info struct {
	name string
	size int64
}

func (i info) Name() string               { return i.name }
func (i info) IsDir() bool                { return false }
func (i info) Type() fs.FileMode          { return 0 }
func (i info) Info() (fs.FileInfo, error) { return i, nil }
func (i info) Size() int64                { return i.size }
func (i info) Mode() fs.FileMode          { return 0 }
func (i info) ModTime() time.Time         { return time.Time{} }
func (i info) Sys() any                   { return nil }
