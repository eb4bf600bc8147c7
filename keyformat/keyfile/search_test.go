package keyfile_test

import (
	"slices"
	"strings"
	"testing"

	"fortyeight/keyformat"
	"fortyeight/keyformat/keyfile"
)

func always() bool { return true }

func indexed(t *testing.T, s *keyfile.Scanner) *keyfile.Index {
	t.Helper()
	x := new(keyfile.Index)
	x.Update(s, always)
	if x.Len() != s.Set.Len() {
		t.Fatalf("the index has %d records, want %d", x.Len(), s.Set.Len())
	}
	return x
}

func TestSearch(t *testing.T) {
	s := listed(t)
	note := "Computer: LAPTOP-MÜLLER\nVolume: C:\nKey: " + made(90) + "\n"
	if err := s.Read(t.Context(), "Stick/Größe.txt", strings.NewReader(note)); err != nil {
		t.Fatal(err)
	}
	x := indexed(t, s)
	for _, test := range []struct {
		reason, query string
		want          []int32
	}{
		{"a device", "pc-new", []int32{1}},
		{"newest first", "PC", []int32{1, 0, 2}},
		{"two words, both needed", "pc 2021", []int32{0}},
		{"a file, those without a date last", "txt", []int32{3}},
		{"a file of several", "list.csv", []int32{1, 0, 2}},
		{"the beginning of an ID", "3fd7", []int32{1, 0}},
		{"more of it, with a hyphen", "{3FD763F9-0", []int32{1}},
		{"a date", "2020-01-01", []int32{2}},
		{"a letter beyond ASCII in either case", "müller", []int32{3}},
		{"two words, one of which nothing has", "größe grösse", nil},
		{"the name of a file", "größe", []int32{3}},
		{"over the border of two fields", "pc-new2024", nil},
		{"nothing", "nobody", nil},
		{"no words", " ", nil},
	} {
		if got := x.Search(s, test.query); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q gives %v, want %v", test.reason, test.query, got, test.want)
		}
	}
	for i := range s.Set.Len() {
		want, _ := s.Fields(i)
		if got, err := x.Fields(i); got != want || err != nil {
			t.Errorf("record %d: the index has %+v, %v; want %+v", i, got, err, want)
		}
	}
}

// TestTypingOn compares what is found among what fitted before with what an
// index finds that was asked for nothing else.
func TestTypingOn(t *testing.T) {
	s := listed(t)
	x := indexed(t, s)
	const query = "pc list 3fd763f9-00 2024"
	for n := range query {
		asked := query[:n+1]
		got := slices.Clone(x.Search(s, asked))
		if want := indexed(t, s).Search(s, asked); !slices.Equal(got, want) {
			t.Errorf("%q, typed on, gives %v, want %v", asked, got, want)
		}
	}
}

// TestIndexFollows: what is found, and what becomes known of it later.
func TestIndexFollows(t *testing.T) {
	s := listed(t)
	x := indexed(t, s)
	if err := s.Read(t.Context(), "a.txt", strings.NewReader("Key: "+made(90)+"\n")); err != nil {
		t.Fatal(err)
	}
	x.Update(s, always)
	if got := x.Search(s, "a.txt"); !slices.Equal(got, []int32{3}) {
		t.Errorf("what was found later is %v, want record 3", got)
	}
	if err := s.Read(t.Context(), "b.txt", strings.NewReader("Device: PC-LATE\nKey: "+made(90)+"\nDate: 2025-05-05\n")); err != nil {
		t.Fatal(err)
	}
	if got := x.Search(s, "b.txt"); !slices.Equal(got, []int32{3}) {
		t.Errorf("a second place is %v, want record 3", got)
	}
	x.Update(s, always)
	if got := x.Search(s, "late"); !slices.Equal(got, []int32{3}) {
		t.Errorf("a device that a second file names is %v, want record 3", got)
	}
	if got := x.Search(s, "2"); len(got) == 0 || got[0] != 3 {
		t.Errorf("%v; want record 3 first, which is the newest by a date found later", got)
	}
}

// TestIndexRests: an update that is broken off goes on later.
func TestIndexRests(t *testing.T) {
	var rows strings.Builder
	rows.WriteString("Device,Key\n")
	const count = 300
	for i := range count {
		rows.WriteString("PC-" + string(rune('A'+i%26)) + "," + numbered(i) + "\n")
	}
	s := read(t, "list.csv", []byte(rows.String()))
	if s.Set.Len() != count {
		t.Fatalf("%d records, want %d", s.Set.Len(), count)
	}
	x := new(keyfile.Index)
	x.Update(s, func() bool { return false })
	if n := x.Len(); n == 0 || n == count {
		t.Fatalf("broken off after %d records, want some", n)
	}
	first := x.Len()
	if got := x.Search(s, "pc"); len(got) != first {
		t.Errorf("%d of the %d records so far are found", len(got), first)
	}
	for x.Len() < count {
		x.Update(s, func() bool { return false })
	}
	y := new(keyfile.Index)
	y.Update(s, func() bool {
		if got := y.Search(s, "pc"); len(got) != y.Len() {
			t.Errorf("while it rests, %d of the %d records so far are found", len(got), y.Len())
		}
		return true
	})
	if got := x.Search(s, "pc-a"); len(got) != 12 {
		t.Errorf("%d records are found, want 12", len(got))
	}
}

func numbered(i int) string {
	return keyformat.KeyFromBytes([16]byte{byte(i), byte(i >> 8), 48}).String()
}
