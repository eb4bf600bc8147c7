package keyfile_test

import (
	"bytes"
	"os"
	"os/exec"
	"testing"

	"fortyeight/keyformat/keyfile"
)

// The export to measure with is made by
//
//	go run ./tools/dev export -o export.csv
//
// and named by FORTYEIGHT_EXPORT. Beside it stands what grep takes for the keys
// alone, without IDs, rule or index:
//
//	time grep -oE '[0-9]{6}(-[0-9]{6}){7}' export.csv | wc -l
const exportVariable = "FORTYEIGHT_EXPORT"

func export(b *testing.B) []byte {
	b.Helper()
	name := os.Getenv(exportVariable)
	if name == "" {
		b.Skipf("%s names no export", exportVariable)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	return data
}

// BenchmarkExport reads the export until every key can be found by its ID.
func BenchmarkExport(b *testing.B) {
	data := export(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		s := &keyfile.Scanner{}
		if err := s.ReadAt(b.Context(), "export.csv", bytes.NewReader(data), int64(len(data))); err != nil {
			b.Fatal(err)
		}
		if s.Set.Len() == 0 {
			b.Fatal("nothing found")
		}
	}
}

// BenchmarkGrep is grep on the same file.
func BenchmarkGrep(b *testing.B) {
	data := export(b)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		grep := exec.Command("grep", "-oE", "[0-9]{6}(-[0-9]{6}){7}", os.Getenv(exportVariable))
		grep.Env = append(os.Environ(), "LC_ALL=C")
		out, err := grep.Output()
		if err != nil || len(out) == 0 {
			b.Skipf("grep finds nothing: %v", err)
		}
	}
}

// BenchmarkFind looks up a beginning of an ID among all records.
func BenchmarkFind(b *testing.B) {
	data := export(b)
	s := &keyfile.Scanner{}
	if err := s.ReadAt(b.Context(), "export.csv", bytes.NewReader(data), int64(len(data))); err != nil {
		b.Fatal(err)
	}
	ids := make([]int, 0, 1024)
	for i := range min(1024, s.Set.Len()) {
		ids = append(ids, i*(s.Set.Len()/1024+1)%s.Set.Len())
	}
	n := 0
	for b.Loop() {
		id := s.Set.ID(ids[n%len(ids)])
		n++
		if a := s.Find(id); a.Outcome == keyfile.NoneFound {
			b.Fatal("an ID of the set is not found")
		}
	}
}
