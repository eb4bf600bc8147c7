package keyfile_test

import (
	"bytes"
	"io/fs"
	"path"
	"strings"
	"testing"

	"fortyeight/keyformat/keyfile"
)

// fuzz reads whatever comes as a file of that name and holds what must hold of
// any: nothing stops, every record has a place, IDs and rows can be read back,
// and no notice has a place outside.
func fuzz(f *testing.F, folders ...string) {
	seeds := 0
	for _, folder := range folders {
		eachSample(f, func(name string, _ []want) {
			if path.Dir(name) != folder {
				return
			}
			data, err := fs.ReadFile(samples, name)
			if err != nil {
				f.Fatal(err)
			}
			seeds++
			f.Add(data)
		})
	}
	if seeds == 0 {
		f.Fatalf("no seeds in %v", folders)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s := scanner()
		s.EveryRow = len(data)%2 == 1
		if err := s.ReadAt(t.Context(), "fuzz", bytes.NewReader(data), int64(len(data))); err != nil {
			t.Fatal(err)
		}
		for i := range s.Set.Len() {
			r := s.Set.Record(i)
			if len(r.Places) == 0 || !strings.HasPrefix(r.Places[0].File, "fuzz") {
				t.Errorf("a record at %v", r.Places)
			}
			if _, err := s.Fields(i); err != nil {
				t.Errorf("the fields of a record: %v", err)
			}
			if !r.ID.IsZero() && len(s.Find(r.ID).Records) == 0 {
				t.Errorf("the key of an ID is not found by it: %s", r.ID)
			}
		}
		again := scanner()
		again.EveryRow = s.EveryRow
		if err := again.Read(t.Context(), "fuzz", bytes.NewReader(data)); err != nil {
			t.Fatal(err)
		}
		if again.Set.Len() != s.Set.Len() {
			t.Errorf("%d records from a file, %d from the same bytes as a stream", s.Set.Len(), again.Set.Len())
		}
	})
}

func FuzzBlocks(f *testing.F) {
	fuzz(f, "windows-key-file", "manage-bde", "powershell", "text", "registry")
}
func FuzzRows(f *testing.F)    { fuzz(f, "csv", "tsv", "account-page") }
func FuzzJSON(f *testing.F)    { fuzz(f, "json") }
func FuzzMarkup(f *testing.F)  { fuzz(f, "xml", "html") }
func FuzzLDIF(f *testing.F)    { fuzz(f, "ldif") }
func FuzzArchive(f *testing.F) { fuzz(f, "archive", "xlsx") }
func FuzzPDF(f *testing.F)     { fuzz(f, "pdf") }

func TestWalk(t *testing.T) {
	var order []string
	s := scanner()
	walk, err := s.Walk(t.Context(), samples, ".", nil, func(w *keyfile.Walk) {
		if w.Name != "" {
			order = append(order, w.Name)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	skipped := 0
	for _, n := range walk.Skipped {
		skipped += n
	}
	if walk.Read+skipped != walk.Files || walk.Read == 0 {
		t.Errorf("read %d and skipped %v of %d files", walk.Read, walk.Skipped, walk.Files)
	}
	if path.Dir(order[0]) != "windows-key-file" {
		t.Errorf("%s is read first, and not a file with a likely name", order[0])
	}
	if walk.Skipped[keyfile.SkipMedia] != 1 || walk.Skipped[keyfile.SkipEmpty] == 0 {
		t.Errorf("skipped %v, want one picture and the empty files", walk.Skipped)
	}
}
