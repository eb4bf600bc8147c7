package sheet_test

import (
	"strings"
	"testing"

	"fortyeight/keyformat"
	"fortyeight/keyformat/sheet"
)

func TestQR(t *testing.T) {
	code := sheet.QR(sample)
	if len(code) != sheet.QRSize || sheet.QRSize != 37 {
		t.Fatalf("the QR has %d rows, want 37", len(code))
	}
	for y, row := range code {
		if len(row) != sheet.QRSize {
			t.Fatalf("row %d has %d modules", y, len(row))
		}
		for x, dark := range row {
			quiet := min(x, y, sheet.QRSize-1-x, sheet.QRSize-1-y) < sheet.QuietZone
			if quiet && dark {
				t.Fatalf("the quiet zone is dark at %d, %d", x, y)
			}
		}
	}
	// The three finder patterns, by their outer corners.
	for _, corner := range [][2]int{{4, 4}, {32, 4}, {4, 32}} {
		if !code[corner[1]][corner[0]] {
			t.Errorf("no finder pattern at %v", corner)
		}
	}
	if mode := formatBits(code); mode != "10" {
		t.Errorf("the level of correction is %q, want 10 for H", mode)
	}
	if got := draw(code.Path(), sheet.QRSize, sheet.QRSize); got != draw(modules(code), sheet.QRSize, sheet.QRSize) {
		t.Error("the path does not draw the modules")
	}
}

// TestQRIsNumeric undoes mask and placement of the first bits, which are the
// mode and the length of the data.
func TestQRIsNumeric(t *testing.T) {
	for _, key := range []keyformat.Key{sample, {}, keyformat.KeyFromBytes([16]byte{1, 2, 3, 250, 251, 252})} {
		code := sheet.QR(key)
		mask := maskOf(code)
		var bits strings.Builder
		for i := range 14 {
			// The data begins at the lower right corner and goes up in columns of two.
			x, y := 28-i%2, 28-i/2
			dark := code[y+sheet.QuietZone][x+sheet.QuietZone]
			if masked(mask, x, y) {
				dark = !dark
			}
			bits.WriteByte("01"[index(dark)])
		}
		// Version 3-H interleaves two blocks a byte at a time: the first byte is
		// the first data byte, the second belongs to the second block.
		if got := bits.String()[:8]; got != "00010000" {
			t.Errorf("the data begins with %s, want 0001 (numeric) and the top of a length of ten bits", got)
		}
	}
}

// formatBits reads the level of correction from the format information.
func formatBits(code sheet.Code) string {
	var bits strings.Builder
	for i, mask := range []bool{true, false} { // the first bits of 101010000010010
		bits.WriteByte("01"[index(code[8+sheet.QuietZone][i+sheet.QuietZone] != mask)])
	}
	return bits.String()
}

// maskOf reads the number of the mask from the format information.
func maskOf(code sheet.Code) int {
	n := 0
	for i, mask := range []bool{true, false, true} {
		n = 2*n + index(code[8+sheet.QuietZone][2+i+sheet.QuietZone] != mask)
	}
	return n
}

// masked says whether a mask inverts a module (ISO/IEC 18004, table 10).
func masked(mask, x, y int) bool {
	return [...]bool{
		(x+y)%2 == 0, y%2 == 0, x%3 == 0, (x+y)%3 == 0,
		(x/3+y/2)%2 == 0, x*y%2+x*y%3 == 0, (x*y%2+x*y%3)%2 == 0, ((x+y)%2+x*y%3)%2 == 0,
	}[mask]
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestBars(t *testing.T) {
	for lines, width := range map[int]int{1: 299 + 20, 2: 167 + 20} {
		bars := sheet.Bars(sample, lines)
		if len(bars) != lines {
			t.Fatalf("%d lines, want %d", len(bars), lines)
		}
		if got := sheet.BarsWidth(lines); got != width {
			t.Errorf("BarsWidth(%d) is %d, want %d", lines, got, width)
		}
		read := ""
		for _, bar := range bars {
			if len(bar) != width {
				t.Errorf("in %d lines a bar code is %d modules wide, want %d", lines, len(bar), width)
			}
			read += readBars(t, bar)
			if draw(bar.Path(), width, 1) != draw(modules([][]bool{bar}), width, 1) {
				t.Error("the path does not draw the bars")
			}
		}
		if read != sheet.Digits(sample) {
			t.Errorf("the bars in %d lines do not read back", lines)
		}
	}
}
