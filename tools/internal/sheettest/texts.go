package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"fortyeight/keyformat"
	"fortyeight/keyformat/decode"
	"fortyeight/keyformat/sheet"
)

// textDPI makes the digits of a sheet 40 pixels high.
const textDPI = 150

// readText has a text recogniser read a whole sheet: what it prints must hold
// the digits, and what our own reader finds in that text must be the key.
func (m *measure) readText(pdf string, number int, key keyformat.Key) error {
	whole, err := rasterise(pdf, number, textDPI)
	if err != nil {
		return err
	}
	path := filepath.Join(m.folder, "text.png")
	if err := writePNG(path, whole); err != nil {
		return err
	}
	reader := exec.Command("tesseract", path, "-")
	reader.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // its threads mostly wait for each other
	output, err := reader.Output()
	if err != nil {
		return err
	}
	said := strings.Join(strings.Fields(string(output)), "")
	m.tally.row("Tesseract, all 48 digits", 0.97).add(strings.Contains(said, sheet.Digits(key)))
	reading := decode.Read(string(output))
	m.tally.row("Fortyeight's read of that text", 1).add(len(reading.Candidates) > 0 && reading.Candidates[0].Key == key)
	return nil
}
