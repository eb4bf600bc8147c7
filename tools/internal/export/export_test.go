package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"runtime"
	"testing"

	"fortyeight/keyformat/keyfile"
)

// counter counts what is written to it.
type counter struct{ bytes, lines int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.bytes += int64(len(p))
	for _, b := range p {
		if b == '\n' {
			c.lines++
		}
	}
	return len(p), nil
}

func TestSizes(t *testing.T) {
	for _, test := range []struct {
		padding  int
		from, to int64 // bytes
	}{
		{0, 16_500_000, 16_900_000},
		{Padding, 159_000_000, 165_000_000},
	} {
		var c counter
		if err := Write(&c, Rows, test.padding); err != nil {
			t.Fatal(err)
		}
		if c.lines != Rows+1 || c.bytes < test.from || c.bytes > test.to {
			t.Errorf("with %d bytes of padding: %d lines and %d bytes, want %d and %d to %d", test.padding, c.lines, c.bytes, Rows+1, test.from, test.to)
		}
	}
}

func TestSameBytesEveryTime(t *testing.T) {
	sum := func() string {
		h := sha256.New()
		if err := Write(h, 1000, 100); err != nil {
			t.Fatal(err)
		}
		return hex.EncodeToString(h.Sum(nil))
	}
	if a, b := sum(), sum(); a != b {
		t.Errorf("two exports differ: %s and %s", a, b)
	}
}

func TestWriteFails(t *testing.T) {
	r, w := io.Pipe()
	r.Close()
	if err := Write(w, 1000, 0); err == nil {
		t.Error("an export that cannot be written gives no error")
	}
}

// TestEveryRowIsRead reads the export and compares all its records.
func TestEveryRowIsRead(t *testing.T) {
	for _, padding := range []int{0, Padding} {
		var file bytes.Buffer
		if err := Write(&file, Rows, padding); err != nil {
			t.Fatal(err)
		}
		s := &keyfile.Scanner{}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if err := s.ReadAt(t.Context(), "export.csv", bytes.NewReader(file.Bytes()), int64(file.Len())); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		if n := s.Set.Len(); n != Rows || len(s.Set.Notices()) > 0 {
			t.Fatalf("%d records and %d notices, want %d and none", n, len(s.Set.Notices()), Rows)
		}
		wrong := 0
		var fields []keyfile.Fields
		s.EachFields(0, func(_ int, f keyfile.Fields, err error) bool {
			if err != nil {
				t.Fatal(err)
			}
			fields = append(fields, f)
			return true
		})
		i := 0
		Each(Rows, func(r Row) {
			got, f := s.Set.Record(i), fields[i]
			answer := s.Find(r.ID)
			if got.Key != r.Key || got.ID != r.ID || got.Places[0].Line != i+2 || f.Device != r.Device || f.Volume != r.Volume || f.Created != r.Created ||
				answer.Outcome != keyfile.OneFound || answer.Records[0] != i {
				wrong++
			}
			i++
		})
		if wrong > 0 {
			t.Errorf("with %d bytes of padding %d records are wrong", padding, wrong)
		}
		// What is kept is records alone: 16 MB and 160 MB take the same.
		const bound = 24 << 20
		if taken := after.TotalAlloc - before.TotalAlloc; taken > bound {
			t.Errorf("with %d bytes of padding reading took %d bytes of memory, want %d at most", padding, taken, bound)
		}
	}
}
