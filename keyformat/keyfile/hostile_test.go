package keyfile_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"fortyeight/keyformat/keyfile"
)

const (
	someKey = "042647-302313-590458-071500-554323-116567-412181-516978" // cryptsetup's test image bitlk-aes-cbc-128
	someID  = "3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C"
	someRow = someID + "," + someKey + "\n"
)

// one fails unless the key was found once, with its ID.
func one(t *testing.T, s *keyfile.Scanner) {
	t.Helper()
	if s.Set.Len() != 1 || s.Set.Record(0).Key.String() != someKey || s.Set.ID(0).String() != someID {
		t.Errorf("the key with its ID was not found, or not alone: %d records", s.Set.Len())
	}
}

func wantKind(t *testing.T, s *keyfile.Scanner, kind keyfile.Kind) {
	t.Helper()
	if s.Set.Count(kind) == 0 {
		t.Errorf("no notice of the kind %s; there are %v", kind, s.Set.Notices())
	}
}

func read(t *testing.T, name string, data []byte) *keyfile.Scanner {
	t.Helper()
	s := scanner()
	if err := s.ReadAt(t.Context(), name, bytes.NewReader(data), int64(len(data))); err != nil {
		t.Fatal(err)
	}
	return s
}

// zipped returns a ZIP archive of files; names and contents alternate.
func zipped(t testing.TB, files ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i+1 < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = io.WriteString(f, files[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// heavy marks tests that read hundreds of megabytes. A browser has one core
// and less patience, and what they show does not depend on it.
func heavy(t *testing.T) {
	t.Helper()
	if testing.Short() || runtime.GOOS == "js" {
		t.Skip("it reads hundreds of megabytes")
	}
}

func TestZIPBomb(t *testing.T) {
	heavy(t)
	s := read(t, "bomb.zip", zipped(t, "key.csv", someRow, "zeros.txt", strings.Repeat(" ", 300<<20), "after.csv", someRow))
	one(t, s)
	wantKind(t, s, keyfile.Bomb)
	if places := s.Set.Record(0).Places; len(places) != 2 {
		t.Errorf("the file after the bomb was not read: %v", places)
	}
}

func TestZIPWithAMillionNames(t *testing.T) {
	heavy(t)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	f, _ := w.Create("key.csv")
	io.WriteString(f, someRow)
	for i := range 1_000_000 {
		w.CreateRaw(&zip.FileHeader{Name: strconv.Itoa(i)})
	}
	w.Close()
	s := read(t, "names.zip", out.Bytes())
	one(t, s)
	wantKind(t, s, keyfile.TooManyNames)
}

// sparse is a file of zeros, except for what stands at one place.
type sparse struct {
	size, at int64
	text     string
}

func (f *sparse) ReadAt(p []byte, off int64) (int, error) {
	n := int(min(int64(len(p)), f.size-off))
	clear(p[:n])
	for i := range f.text {
		if j := f.at + int64(i) - off; j >= 0 && j < int64(n) {
			p[j] = f.text[i]
		}
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func TestTwoGigabytes(t *testing.T) {
	heavy(t)
	const size = 2 << 30
	file := &sparse{size, size - 200, "\n" + someRow}
	s := scanner()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if err := s.ReadAt(t.Context(), "disk.img", file, size); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	one(t, s)
	if taken := after.TotalAlloc - before.TotalAlloc; taken > 8<<20 {
		t.Errorf("it took %d bytes of memory", taken)
	}
}

// repeated gives one piece of text again and again, and then an end.
type repeated struct {
	piece, end string
	left       int
	rest       string
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.rest == "" {
		switch {
		case r.left > 0:
			r.rest = r.piece
			r.left--
		case r.end != "":
			r.rest, r.end = r.end, ""
		default:
			return 0, io.EOF
		}
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

func TestOneLongLine(t *testing.T) {
	heavy(t)
	const megabyte = 1 << 20
	for name, line := range map[string]struct {
		piece string
		times int
	}{
		"words":  {strings.Repeat("words and more, ", megabyte/16), 500},
		"digits": {strings.Repeat("1", megabyte), 10},
		"spaces": {strings.Repeat(" ", megabyte), 10},
		"quotes": {strings.Repeat("\"", megabyte), 10},
		"groups": {strings.Repeat("123456-", megabyte/7), 10},
	} {
		s := scanner()
		if err := s.Read(t.Context(), name, &repeated{piece: line.piece, left: line.times, end: " x " + someID + " " + someKey + " y"}); err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) { one(t, s) })
	}
}

func TestDeepJSON(t *testing.T) {
	const deep = 100_000
	inner := `{"id":"` + someID + `","key":"` + someKey + `"}`
	for name, text := range map[string]string{
		"arrays":  strings.Repeat("[", deep) + inner + strings.Repeat("]", deep),
		"objects": strings.Repeat(`{"a":`, deep) + inner + strings.Repeat("}", deep),
		"open":    inner + strings.Repeat(`{"a":[`, deep),
	} {
		t.Run(name, func(t *testing.T) { one(t, read(t, "deep.json", []byte(text))) })
	}
}

func TestDeepXML(t *testing.T) {
	const deep = 100_000
	inner := "<k><id>" + someID + "</id><key>" + someKey + "</key></k>"
	one(t, read(t, "deep.xml", []byte(strings.Repeat("<a>", deep)+inner+strings.Repeat("</a>", deep))))
}

func TestLongValues(t *testing.T) {
	const long = 300_000
	filler := strings.Repeat("words and more ", long/15)
	both := filler + someID + " " + someKey + " " + filler
	for name, text := range map[string]string{
		"JSON": `{"note":"` + both + `"}`,
		"XML":  "<notes><note>" + both + "</note></notes>",
		"HTML": "<html><body><p>" + both + "</p></body></html>",
		"CSV":  "device,note\nPC-1,\"" + both + "\"\n",
		"LDIF": "dn: CN=x\ninfo: " + strings.ReplaceAll(both, "more words", "more\n  words") + "\n",
	} {
		t.Run(name, func(t *testing.T) { one(t, read(t, "long", []byte(text))) })
	}
}

func TestNulBytes(t *testing.T) {
	one(t, read(t, "nul.txt", []byte("\x00\x00"+someID+"\x00\x00\x00"+someKey+"\x00\x00")))
	one(t, read(t, "nul.csv", []byte("id,key\n\x00"+someRow+strings.Repeat("\x00", 100))))
}

func TestBrokenUTF16(t *testing.T) {
	text := "\ufeffIdentifier: " + someID + "\r\nRecovery Key: " + someKey + "\r\n"
	var b []byte
	for _, r := range text {
		b = append(b, byte(r), byte(r>>8))
	}
	half := []byte{0x3D, 0xD8} // the first half of a pair, alone
	for name, data := range map[string][]byte{
		"an odd byte at the end":  append(bytes.Clone(b), 'x'),
		"cut in a character":      b[:len(b)-1],
		"half a pair":             append(append(bytes.Clone(b[:2]), half...), b[2:]...),
		"an odd byte at the top":  append(append(bytes.Clone(b[:2]), 'x'), b[2:]...),
		"a second mark":           append(bytes.Clone(b[:2]), b...),
		"an odd byte in the line": append(append(bytes.Clone(b[:2+2*12]), 'x'), b[2+2*12:]...),
	} {
		t.Run(name, func(t *testing.T) { one(t, read(t, "broken.txt", data)) })
	}
}

func TestCSVWithUnclosedQuotes(t *testing.T) {
	row := `"PC` + "," + someRow
	s := read(t, "quotes.csv", []byte("device,id,key\n"+strings.Repeat("\"x,,\n", 50)+row+strings.Repeat("\"y,,\n", 5000)))
	one(t, s)
}

// TestTwoKeysInARow: the key is looked for where it stood in the row before, and
// the other one of this row must not be lost for that.
func TestTwoKeysInARow(t *testing.T) {
	const other = "000011-000000-000000-000000-000000-000000-000000-000000"
	for reason, text := range map[string]string{
		"before": "id,old,new\n" + someID + ",," + other + "\n" + someID + "," + someKey + "," + other + "\n",
		"behind": "id,old,new\n" + someID + "," + other + ",\n" + someID + "," + other + "," + someKey + "\n",
		"at a line end that is none": "id,key,date\r\n" + someID + "," + other + ",2024-02-01\r\n" +
			someID + "," + someKey + ",2024-02-02\r" + other + ",2024-02-03\n",
	} {
		s := read(t, "two.csv", []byte(text))
		if s.Set.Len() != 2 {
			t.Errorf("%s: %d keys, want 2", reason, s.Set.Len())
		}
		for i := range s.Set.Len() {
			if _, err := s.Fields(i); err != nil {
				t.Errorf("%s: the row of a key: %v", reason, err)
			}
		}
	}
}

// huge gives XLSX parts that a workbook with a huge table has.
func TestHugeSharedStrings(t *testing.T) {
	heavy(t)
	var table strings.Builder
	table.WriteString("<sst>")
	filler := strings.Repeat("words that compress not at all well, ", 20)
	for i := range 200_000 {
		table.WriteString("<si><t>" + filler + strconv.Itoa(i*7919) + "</t></si>")
	}
	table.WriteString("<si><t>" + someID + " " + someKey + "</t></si></sst>")
	s := read(t, "huge.xlsx", zipped(t,
		"xl/workbook.xml", `<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData></worksheet>`,
		"xl/sharedStrings.xml", table.String()))
	one(t, s)
	wantKind(t, s, keyfile.TooLarge)
}

// TestALongRow: a row that is longer than any line is read to its end.
func TestALongRow(t *testing.T) {
	cell := func(text string) string { return `<c t="str"><v>` + text + `</v></c>` }
	filler := strings.Repeat(cell(strings.Repeat("words ", 500)), 40)
	one(t, read(t, "row.xlsx", zipped(t,
		"xl/workbook.xml", `<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData><row r="4294967297">`+filler+cell(someID)+cell(someKey)+`</row></sheetData></worksheet>`)))
}

// changing is a folder in which files vanish and fail while it is read.
type changing struct{ fstest.MapFS }

func (c changing) Open(name string) (fs.File, error) {
	switch name {
	case "gone.txt":
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	case "fails.txt":
		return failing{}, nil
	}
	return c.MapFS.Open(name)
}

// failing is a file whose stick was pulled out.
type failing struct{}

var errPulled = errors.New("the stick is gone")

func (failing) Stat() (fs.FileInfo, error) { return nil, errPulled }
func (failing) Read([]byte) (int, error)   { return 0, errPulled }
func (failing) Close() error               { return nil }

func TestFolderThatChanges(t *testing.T) {
	s := scanner()
	walk, err := s.Walk(t.Context(), changing{fstest.MapFS{
		"gone.txt":    {Data: []byte("x")},
		"fails.txt":   {Data: []byte("x")},
		"a/b/key.csv": {Data: []byte(someRow)},
	}}, ".", nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	one(t, s)
	if walk.Skipped[keyfile.SkipUnreadable] != 2 || walk.Read != 1 {
		t.Errorf("read %d and skipped %v, want 1, and 2 that are unreadable", walk.Read, walk.Skipped)
	}
}

func TestRowThatChanges(t *testing.T) {
	file := &sparse{size: 1 << 20, text: "device,id,key\nPC-1," + someRow}
	s := scanner()
	if err := s.ReadAt(t.Context(), "x.csv", file, int64(len(file.text))); err != nil {
		t.Fatal(err)
	}
	if f, err := s.Fields(0); err != nil || f.Device != "PC-1" {
		t.Errorf("the row says %+v, %v", f, err)
	}
	file.text = strings.Replace(file.text, "042647", "302313", 1)
	if _, err := s.Fields(0); !errors.Is(err, keyfile.ErrChanged) {
		t.Errorf("a row with another key gives %v", err)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := scanner()
	endless := &repeated{piece: "Dear all, nothing here.\n", left: 1 << 40}
	reads := 0
	err := s.Read(ctx, "endless", readerFunc(func(p []byte) (int, error) {
		if reads++; reads == 1000 {
			cancel()
		}
		return endless.Read(p)
	}))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("reading that was cancelled gives %v", err)
	}
}

type readerFunc func(p []byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }
