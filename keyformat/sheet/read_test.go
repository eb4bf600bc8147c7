package sheet_test

import (
	"fmt"
	"strings"
	"testing"

	"fortyeight/keyformat/sheet"
)

// readBars decodes a Code 128 of pairs of digits from the widths of its bars
// and spaces. Each symbol is eleven modules wide, and its bars have an even sum.
func readBars(t *testing.T, bar sheet.Bar) string {
	t.Helper()
	for i := range 10 {
		if bar[i] || bar[len(bar)-1-i] {
			t.Fatal("a quiet zone is dark")
		}
	}
	var widths []int
	for i := 10; i < len(bar)-10; i++ {
		if i == 10 || bar[i] != bar[i-1] {
			widths = append(widths, 0)
		}
		widths[len(widths)-1]++
	}
	if len(widths)%6 != 1 {
		t.Fatalf("%d bars and spaces are no row of symbols", len(widths))
	}
	known := map[string]int{}
	for value, symbol := range sheet.BarSymbols {
		known[symbol] = value
	}
	if len(known) != 106 {
		t.Fatalf("%d different symbols, want 106", len(known))
	}
	var read strings.Builder
	symbols := len(widths)/6 - 1 // the last is the stop
	sum := 105
	for i := range symbols {
		symbol := widths[i*6:][:6]
		total, even, name := 0, 0, ""
		for j, w := range symbol {
			total += w
			name += string(rune('0' + w))
			if j%2 == 0 {
				even += w
			}
		}
		if total != 11 || even%2 != 0 {
			t.Fatalf("symbol %d is %d modules wide with bars of %d", i, total, even)
		}
		value, ok := known[name]
		switch {
		case !ok:
			t.Fatalf("there is no symbol of the widths of symbol %d", i)
		case i == 0 && value != 105:
			t.Fatalf("the code starts with symbol %d, want 105", value)
		case i == symbols-1 && value != sum%103:
			t.Fatalf("the check symbol is %d, want %d", value, sum%103)
		case i > 0 && i < symbols-1:
			sum += value * i
			fmt.Fprintf(&read, "%02d", value)
		}
	}
	return read.String()
}

// modules draws modules as a path one module at a time.
func modules(rows [][]bool) string {
	var path strings.Builder
	for y, row := range rows {
		for x, dark := range row {
			if dark {
				fmt.Fprintf(&path, "M%d %dh1v1h-1z", x, y)
			}
		}
	}
	return path.String()
}

// draw fills a path of rectangles, one unit high, on a grid.
func draw(path string, width, height int) string {
	grid := []byte(strings.Repeat(".", width*height))
	for part := range strings.SplitSeq(strings.TrimSuffix(path, "z"), "z") {
		var x, y, w, back int
		if _, err := fmt.Sscanf(part, "M%d %dh%dv1h-%d", &x, &y, &w, &back); err != nil || w != back {
			return "not a rectangle: " + part
		}
		for i := range w {
			grid[y*width+x+i] = '#'
		}
	}
	return string(grid)
}
