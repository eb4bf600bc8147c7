package keyfile_test

import (
	"bufio"
	"bytes"
	"embed"
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"fortyeight/keyformat/keyfile"
	"fortyeight/keyformat/keyfile/charset"
	"fortyeight/keyformat/keyfile/office"
	"fortyeight/keyformat/keyfile/pdf"
)

// A sample is a file below testdata/samples in the folder of its format, with
// what must be found in it beside it: one JSON object a line in a .want file.
// All keys are made up. PDFs were printed by Chromium, Firefox and LibreOffice,
// workbooks written by LibreOffice, excelize, openpyxl and XlsxWriter, archives
// packed by Info-ZIP, 7-Zip and Python; everything else was made from the facts
// in domain.md, in our own sentences.

// A want is one line of a .want file: a record, or a notice if it has a kind.
type want struct {
	Kind     string
	Key      string
	ID       string
	Device   string
	Volume   string
	Created  string
	Format   string
	Lines    []int
	Files    []string // where they are said; else the sample itself
	Pairing  string
	Repaired bool
}

//go:embed testdata/samples
var embedded embed.FS

// samples is embedded, since a browser has no folders.
var samples = func() fs.FS {
	sub, err := fs.Sub(embedded, "testdata/samples")
	if err != nil {
		panic(err)
	}
	return sub
}()

// leastSamples is how many there are at least: a folder that is lost by
// accident fails the test.
const leastSamples = 130

// eachSample gives the path of each sample, with its expectation, to do.
func eachSample(t testing.TB, do func(name string, wants []want)) {
	t.Helper()
	n := 0
	err := fs.WalkDir(samples, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(name, ".want") {
			return err
		}
		data, err := fs.ReadFile(samples, name+".want")
		if err != nil {
			return err
		}
		var wants []want
		lines := bufio.NewScanner(bytes.NewReader(data))
		for lines.Scan() {
			var w want
			decoder := json.NewDecoder(bytes.NewReader(lines.Bytes()))
			decoder.DisallowUnknownFields()
			if err := decoder.Decode(&w); err != nil {
				t.Fatalf("%s.want: %v", name, err)
			}
			wants = append(wants, w)
		}
		n++
		do(name, wants)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n < leastSamples {
		t.Fatalf("there are %d samples, want %d at least", n, leastSamples)
	}
}

func scanner() *keyfile.Scanner {
	return &keyfile.Scanner{Decode: charset.Decode, Workbook: office.Workbook, PDF: pdf.Text}
}

func TestSamples(t *testing.T) {
	eachSample(t, func(name string, wants []want) {
		t.Run(name, func(t *testing.T) {
			s := scanner()
			if err := s.File(t.Context(), samples, name, ""); err != nil {
				t.Fatal(err)
			}
			compare(t, got(t, s, name), wants)
		})
	})
}

// TestStreams reads the samples once more as streams that cannot be read
// twice, a byte at a time.
func TestStreams(t *testing.T) {
	eachSample(t, func(name string, wants []want) {
		data, err := fs.ReadFile(samples, name)
		if err != nil {
			t.Fatal(err)
		}
		s := scanner()
		if err := s.Read(t.Context(), name, &oneByte{data}); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		t.Run(name, func(t *testing.T) { compare(t, got(t, s, name), wants) })
	})
}

// oneByte gives its bytes one by one, the hardest way to cut a text.
type oneByte struct{ data []byte }

func (o *oneByte) Read(p []byte) (int, error) {
	r := bytes.NewReader(o.data)
	n, err := r.Read(p[:min(1, len(p))])
	o.data = o.data[n:]
	return n, err
}

// got returns what is in the Set as a .want file would say it.
func got(t *testing.T, s *keyfile.Scanner, sample string) (all []want) {
	t.Helper()
	for i := range s.Set.Len() {
		r := s.Set.Record(i)
		f, err := s.Fields(i)
		if err != nil {
			t.Error(err)
		}
		w := want{
			Key: r.Key.String(), ID: r.ID.String(), Device: f.Device, Volume: f.Volume, Created: f.Created,
			Format: r.Format.String(), Pairing: r.Pairing.String(), Repaired: r.Repaired,
		}
		for _, p := range r.Places {
			w.Lines = append(w.Lines, p.Line)
			if p.File != sample {
				w.Files = append(w.Files, p.File)
			}
		}
		all = append(all, w)
	}
	for _, n := range s.Set.Notices() {
		all = append(all, want{Kind: n.Kind.String(), ID: n.ID.String()})
	}
	return all
}

// compare tells the differences by IDs and lines, never by digits.
func compare(t *testing.T, got, wants []want) {
	t.Helper()
	for i := range max(len(got), len(wants)) {
		switch {
		case i >= len(got):
			t.Errorf("nothing found for %s", blind(wants[i]))
		case i >= len(wants):
			t.Errorf("found besides: %s", blind(got[i]))
		case got[i].Key != wants[i].Key:
			t.Errorf("another key than that of %s: %s", blind(wants[i]), blind(got[i]))
		case blind(got[i]) != blind(wants[i]):
			t.Errorf("\n got %s\nwant %s", blind(got[i]), blind(wants[i]))
		}
	}
}

func blind(w want) string {
	if w.Key != "" {
		w.Key = "(a key)"
	}
	b, _ := json.Marshal(w)
	return string(b)
}
