package export

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"testing"
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
