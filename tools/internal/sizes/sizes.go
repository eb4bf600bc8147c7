// Package sizes says what bytes cost on the wire.
//
// It measures with the strongest settings (gzip 9, brotli 11): what a good host
// sends for files that never change, and the same on every machine.
package sizes

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strconv"

	"github.com/andybalholm/brotli"
)

// The bounds of the design. Ratios are to the empty Go program with the usual flags,
// compressed with brotli.
const (
	CheckRatio   = 1.08      // the check program
	KitRatio     = 1.9       // the kit program
	FilesRatio   = 1.9       // the files program
	CameraRatio  = 1.08      // the camera program
	WholeRatio   = 2.30      // all programs in one, inside the page that is one file
	ElementBytes = 4_000     // the script of <fortyeight-check>, which portals load for everybody
	FileBytes    = 1_900_000 // a page in one file, as it is: the program is packed inside
	PageBytes    = 40_000    // a page without programs: HTML, CSS, JavaScript and icons
)

// Sizes are the bytes of something as it is and compressed.
type Sizes struct {
	Raw, Gzip, Brotli int
}

// Of measures data.
func Of(data []byte) Sizes {
	return Sizes{Raw: len(data), Gzip: len(Gzip(data)), Brotli: len(Brotli(data))}
}

// Plus adds files that travel separately.
func (s Sizes) Plus(other Sizes) Sizes {
	return Sizes{s.Raw + other.Raw, s.Gzip + other.Gzip, s.Brotli + other.Brotli}
}

// Ratio compares what is sent with brotli.
func (s Sizes) Ratio(measure Sizes) float64 {
	return float64(s.Brotli) / float64(measure.Brotli)
}

// Gzip compresses data as small as gzip can.
func Gzip(data []byte) []byte {
	var buffer bytes.Buffer
	w, err := gzip.NewWriterLevel(&buffer, gzip.BestCompression)
	if err != nil {
		panic(err) // the level is a constant of the package
	}
	// A buffer takes every write.
	w.Write(data)
	w.Close()
	return buffer.Bytes()
}

// Brotli compresses data as small as brotli can.
func Brotli(data []byte) []byte {
	var buffer bytes.Buffer
	w := brotli.NewWriterLevel(&buffer, brotli.BestCompression)
	w.Write(data)
	w.Close()
	return buffer.Bytes()
}

// Number writes n with thousands apart: 1,923,617.
func Number(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%s,%03d", Number(n/1000), n%1000)
}
