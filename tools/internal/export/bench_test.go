package export

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"fortyeight/keyformat/keyfile"
)

// The benchmarks compare reading the export, until every key can be found by
// its ID, with what grep takes to print the keys alone, without IDs, rule or
// index:
//
//	go run ./tools/dev export -o export.csv
//	time LC_ALL=C grep -oE '[0-9]{6}(-[0-9]{6}){7}' export.csv | wc -l

func made(b *testing.B, padding int) []byte {
	b.Helper()
	var file bytes.Buffer
	if err := Write(&file, Rows, padding); err != nil {
		b.Fatal(err)
	}
	return file.Bytes()
}

func scanned(b *testing.B, data []byte) *keyfile.Scanner {
	s := &keyfile.Scanner{}
	if err := s.ReadAt(b.Context(), "export.csv", bytes.NewReader(data), int64(len(data))); err != nil {
		b.Fatal(err)
	}
	if s.Set.Len() != Rows {
		b.Fatalf("%d records, want %d", s.Set.Len(), Rows)
	}
	return s
}

func BenchmarkRead(b *testing.B)       { benchmarkRead(b, 0) }
func BenchmarkReadPadded(b *testing.B) { benchmarkRead(b, Padding) }

func benchmarkRead(b *testing.B, padding int) {
	data := made(b, padding)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		scanned(b, data)
	}
}

func BenchmarkGrep(b *testing.B)       { benchmarkGrep(b, 0) }
func BenchmarkGrepPadded(b *testing.B) { benchmarkGrep(b, Padding) }

func benchmarkGrep(b *testing.B, padding int) {
	name := filepath.Join(b.TempDir(), "export.csv")
	data := made(b, padding)
	if err := os.WriteFile(name, data, 0o600); err != nil {
		b.Skip(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		grep := exec.Command("grep", "-oE", "[0-9]{6}(-[0-9]{6}){7}", name)
		grep.Env = append(os.Environ(), "LC_ALL=C")
		if out, err := grep.Output(); err != nil || len(out) == 0 {
			b.Skipf("grep finds nothing: %v", err)
		}
	}
}

// BenchmarkFind looks up one ID among all.
func BenchmarkFind(b *testing.B) {
	s := scanned(b, made(b, 0))
	n := 0
	for b.Loop() {
		n = (n + 7919) % Rows
		if a := s.Find(s.Set.ID(n)); a.Outcome == keyfile.NoneFound {
			b.Fatal("an ID of the export is not found")
		}
	}
}

// BenchmarkIndex takes up the fields of all records, for searching.
func BenchmarkIndex(b *testing.B) {
	s := scanned(b, made(b, 0))
	b.ReportAllocs()
	for b.Loop() {
		var x keyfile.Index
		x.Update(s, func() bool { return true })
	}
}

// BenchmarkSearch types two words, a letter at a time.
func BenchmarkSearch(b *testing.B) {
	s := scanned(b, made(b, 0))
	var x keyfile.Index
	x.Update(s, func() bool { return true })
	asked := 0
	for b.Loop() {
		for _, word := range []string{"laptop-a7", "zzz"} {
			for n := range word {
				x.Search(s, word[:n+1])
				asked++
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(asked)/1000, "ms/letter")
}
