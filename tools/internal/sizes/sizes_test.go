package sizes

import (
	"bytes"
	"compress/gzip"
	"io"
	"testing"

	"github.com/andybalholm/brotli"
)

func TestCompressedBytesReadBack(t *testing.T) {
	data := bytes.Repeat([]byte("eight groups of six digits "), 1000)
	unzipped, err := gzip.NewReader(bytes.NewReader(Gzip(data)))
	if err != nil {
		t.Fatal(err)
	}
	for name, reader := range map[string]io.Reader{
		"gzip":   unzipped,
		"brotli": brotli.NewReader(bytes.NewReader(Brotli(data))),
	} {
		got, err := io.ReadAll(reader)
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("%s: %d bytes come back, error %v; want the %d that went in", name, len(got), err, len(data))
		}
	}
}

func TestOf(t *testing.T) {
	got := Of(bytes.Repeat([]byte("x"), 10_000))
	if got.Raw != 10_000 || got.Gzip >= 100 || got.Brotli >= got.Gzip {
		t.Errorf("Of 10,000 equal bytes: %+v", got)
	}
	if sum := got.Plus(got); sum.Raw != 20_000 || sum.Gzip != 2*got.Gzip || sum.Brotli != 2*got.Brotli {
		t.Errorf("Plus: %+v", sum)
	}
	if ratio := got.Plus(got).Ratio(got); ratio != 2 {
		t.Errorf("Ratio of twice as much: %v", ratio)
	}
}

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 40_005: "40,005", 1_923_617: "1,923,617"} {
		if got := Number(n); got != want {
			t.Errorf("Number(%d) = %q, want %q", n, got, want)
		}
	}
}
