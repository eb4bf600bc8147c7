// Command sheettest measures whether sheets can be read: by decoders that are
// not ours, from drawings and from printed pages that a scanner or a camera has
// made worse, and by a text recogniser.
//
//	go run ./tools/internal/sheettest              2,000 drawings, 200 pages, 100 texts
//	go run ./tools/internal/sheettest -drawings 50 -pages 20 -texts 10
//
// It needs a browser and these programs, which Debian has as packages of the
// same or nearly the same names; what is missing is said, and not passed over:
//
//	zbarimg        zbar-tools
//	ZXingReader    zxing-cpp-tools
//	rsvg-convert   librsvg2-bin
//	pdftoppm, pdftotext   poppler-utils
//	tesseract      tesseract-ocr
//
// The keys are made from the seed, so that two runs measure the same. Figures
// go to standard output, and it exits with 1 when one is below its bound.
package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"

	"fortyeight/keyformat"
)

func main() {
	drawings := flag.Int("drawings", 2000, "keys drawn as PNG and SVG")
	pages := flag.Int("pages", 200, "sheets printed and made worse")
	texts := flag.Int("texts", 100, "sheets read by a text recogniser")
	seed := flag.Uint64("seed", 48, "of the keys and of the damage")
	fonts := flag.String("fonts", "", "a stack of fonts for the digits, instead of the sheet's own")
	flag.Parse()
	if err := run(*drawings, *pages, *texts, *seed, *fonts); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(drawings, pages, texts int, seed uint64, fonts string) error {
	for _, name := range []string{"zbarimg", "ZXingReader", "rsvg-convert", "pdftoppm", "pdftotext", "tesseract"} {
		if _, err := exec.LookPath(name); err != nil {
			return fmt.Errorf("sheettest needs %s: %w", name, err)
		}
	}
	folder, err := os.MkdirTemp("", "fortyeight-sheettest-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	t := &tally{}
	m := &measure{folder: folder, random: rand.New(rand.NewPCG(seed, 0)), tally: t, fonts: fonts}
	if err := m.drawings(drawings); err != nil {
		return err
	}
	if err := m.pages(context.Background(), pages, texts); err != nil {
		return err
	}
	return t.report(os.Stdout)
}

// A measure is one run.
type measure struct {
	folder string
	random *rand.Rand
	tally  *tally
	fonts  string
}

// keys makes n keys; every word is as likely as any other.
func (m *measure) keys(n int) []keyformat.Key {
	all := make([]keyformat.Key, n)
	for i := range all {
		var b [16]byte
		for j := range b {
			b[j] = byte(m.random.IntN(256))
		}
		all[i] = keyformat.KeyFromBytes(b)
	}
	return all
}
