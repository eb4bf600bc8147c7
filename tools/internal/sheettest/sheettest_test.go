package main

import (
	"io/fs"
	"math/rand/v2"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"fortyeight/site"
)

// TestSheetsAreRead measures a small part of what the command measures: some
// sheets in each font that the style names and that is here, read by a text
// recogniser from the printed page.
func TestSheetsAreRead(t *testing.T) {
	for _, name := range []string{"tesseract", "pdftoppm", "pdftotext", "fc-list"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("no sheet is read by a text recogniser: %v", err)
		}
	}
	const sheets, least = 5, 4
	measured := 0
	for _, font := range namedFonts(t) {
		if out, err := exec.Command("fc-list", font).Output(); err != nil || len(out) == 0 {
			t.Logf("the font %s is not here", font)
			continue
		}
		measured++
		rows := &tally{}
		m := &measure{folder: t.TempDir(), random: rand.New(rand.NewPCG(48, 0)), tally: rows, fonts: `"` + font + `"`}
		if err := m.pages(t.Context(), 0, sheets); err != nil {
			t.Fatal(err)
		}
		for _, r := range rows.rows {
			want := sheets
			if r.bound < 1 {
				want = least
			}
			t.Logf("%s, %s: %d of %d", font, r.name, r.read, r.of)
			if r.of != sheets || r.read < want {
				t.Errorf("%s, %s: %d of %d, want %d of %d", font, r.name, r.read, r.of, want, sheets)
			}
		}
		if len(rows.rows) != 3 {
			t.Errorf("%s: %d things were measured, want 3", font, len(rows.rows))
		}
	}
	if measured == 0 {
		t.Skip("no sheet is read by a text recogniser: none of the fonts that the style names is here")
	}
}

// namedFonts are the fonts of a sheet's digits, without the generic family at the end.
func namedFonts(t *testing.T) []string {
	css, err := fs.ReadFile(site.Assets(), "sheet/paper.css")
	if err != nil {
		t.Fatal(err)
	}
	stack := regexp.MustCompile(`--paper-sans:([^;]+);`).FindSubmatch(css)
	if stack == nil {
		t.Fatal("the style names no fonts")
	}
	names := strings.Split(string(stack[1]), ",")
	for i, name := range names {
		names[i] = strings.Trim(strings.TrimSpace(name), `"`)
	}
	if last := len(names) - 1; last < 1 || names[last] != "sans-serif" {
		t.Fatalf("the stack is %q; want fonts and sans-serif", names)
	}
	return names[:len(names)-1]
}
