package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fortyeight/keyformat/keyfile"
)

// linesOf returns the text of a PDF.
func linesOf(t *testing.T, data []byte) (lines []string, err error) {
	t.Helper()
	err = Text(t.Context(), bytes.NewReader(data), int64(len(data)), func(line []byte, number int) error {
		if number != len(lines)+1 {
			t.Errorf("line %d after line %d", number, len(lines))
		}
		lines = append(lines, string(line))
		return nil
	})
	return lines, err
}

// withContent returns a PDF of one page.
func withContent(content, more string) []byte {
	return []byte("%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n" +
		"2 0 obj <</Type /Pages /Kids [3 0 R]>> endobj\n" +
		"3 0 obj <</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <</Font <</F1 5 0 R /F2 6 0 R>> /XObject <</X 8 0 R>>>>>> endobj\n" +
		"4 0 obj <<>> stream\n" + content + "\nendstream endobj\n" +
		"5 0 obj <</Type /Font /Subtype /Type1>> endobj\n" +
		"6 0 obj <</Type /Font /Subtype /Type0 /ToUnicode 7 0 R /DescendantFonts [<</DW 500>>]>> endobj\n" +
		"7 0 obj <<>> stream\n1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0001> <0041> endbfchar " +
		"2 beginbfrange <0010> <0012> <0030> <0020> <0021> [<0078> <0079>] endbfrange\nendstream endobj\n" +
		"8 0 obj <</Subtype /Form /Matrix [1 0 0 1 0 -50] /Resources <</Font <</F1 5 0 R>>>>>> stream\nBT /F1 10 Tf (in a form) Tj ET\nendstream endobj\n" +
		more + "trailer <</Root 1 0 R>>\n")
}

func TestContent(t *testing.T) {
	for reason, test := range map[string]struct {
		content string
		want    []string
	}{
		"lines":              {`BT /F1 10 Tf 10 700 Td (one) Tj 0 -12 Td (two) Tj ET`, []string{"one", "two"}},
		"lines out of order": {`BT /F1 10 Tf 1 0 0 1 10 100 Tm (two) Tj 1 0 0 1 10 120 Tm (one) Tj ET`, []string{"one", "two"}},
		"leading":            {`BT /F1 10 Tf 12 TL 10 700 Td (one) Tj T* (two) Tj (three) ' ET`, []string{"one", "two", "three"}},
		"escapes":            {`BT /F1 10 Tf (a\(b\)\\ \101 (c)) Tj ET`, []string{`a(b)\ A (c)`}},
		"kerning":            {`BT /F1 10 Tf [(04) 20 (26) -10 (47)] TJ ET`, []string{"042647"}},
		"words":              {`BT /F1 10 Tf [(one) -400 (two)] TJ ET`, []string{"one two"}},
		"cells":              {`BT /F1 10 Tf (one) Tj 100 0 Td (two) Tj ET`, []string{"one\ttwo"}},
		"a map":              {`BT /F2 10 Tf <0001001000110012> Tj <00200021> Tj ET`, []string{"A012xy"}},
		"a turned page":      {`1 0 0 -1 0 800 cm BT /F1 10 Tf 1 0 0 -1 10 10 Tm (one) Tj 1 0 0 -1 10 30 Tm (two) Tj ET`, []string{"one", "two"}},
		"lines up the page":  {`BT /F1 10 Tf 0 1 -1 0 100 10 Tm (one) Tj 0 -12 Td (two) Tj 100 0 Td (three) Tj ET`, []string{"one", "two\tthree"}},
		"narrow cells":       {`BT /F1 10 Tf (Key ID) Tj 38 0 Td (1234) Tj ET`, []string{"Key ID\t1234"}},
		"a cell of two lines": {`BT /F1 10 Tf 1 0 0 1 10 94 Tm (PC 7) Tj 1 0 0 1 60 100 Tm (3FD7-) Tj 0 -12 Td (63F9) Tj 1 0 0 1 110 94 Tm (C:) Tj ET`,
			[]string{"PC 7\t3FD7-63F9\tC:"}},
		"columns of text": {`BT /F1 10 Tf 12 TL 1 0 0 1 10 100 Tm (a) Tj T* (b) Tj T* (c) Tj T* (d) Tj T* (e) Tj T* (f) Tj T* (g) Tj 1 0 0 1 90 100 Tm (h) Tj T* (i) Tj ET`,
			[]string{"a", "b", "c", "d", "e", "f", "g", "h", "i"}},
		"groups wide apart": {`BT /F1 10 Tf (pin) ' 50 50 Td (a b) Tj 0 -20 Td (042647) Tj 50 0 Td (302313) Tj ET`, []string{"pin", "a b", "042647 302313"}},
		"shown twice":       {`BT /F1 10 Tf (one) Tj 0.3 0 Td (one) Tj ET`, []string{"one"}},
		"kept states":       {`q 1 0 0 1 0 500 cm BT /F1 10 Tf (one) Tj ET Q BT /F1 10 Tf (two) Tj ET`, []string{"one", "two"}},
		"a form":            {`BT /F1 10 Tf 0 100 Td (one) Tj ET /X Do`, []string{"one", "in a form"}},
		"a picture inside":  {"BI /W 1 ID \x00(no\xff EI BT /F1 10 Tf (one) Tj ET", []string{"one"}},
	} {
		lines, err := linesOf(t, withContent(test.content, ""))
		if err != nil || !slices.Equal(lines, test.want) {
			t.Errorf("%s: %q, %v; want %q", reason, lines, err, test.want)
		}
	}
}

func TestNoText(t *testing.T) {
	if _, err := linesOf(t, withContent("0 0 10 10 re f", "")); !errors.Is(err, keyfile.ErrNoText) {
		t.Errorf("a page without text gives %v", err)
	}
	if _, err := linesOf(t, []byte("%PDF-1.4\nnothing")); !errors.Is(err, keyfile.ErrBroken) {
		t.Errorf("a file without objects gives %v", err)
	}
	encrypted := bytes.Replace(withContent("", ""), []byte("trailer <<"), []byte("trailer <</Encrypt 9 0 R "), 1)
	if _, err := linesOf(t, encrypted); !errors.Is(err, keyfile.ErrEncrypted) {
		t.Errorf("an encrypted file gives %v", err)
	}
}

// TestLoops holds that values which contain themselves come to an end.
func TestLoops(t *testing.T) {
	for reason, data := range map[string]string{
		"a page below itself":   "1 0 obj <</Pages 2 0 R>> endobj 2 0 obj <</Kids [2 0 R 2 0 R]>> endobj trailer <</Root 1 0 R>>",
		"a reference to itself": "1 0 obj 1 0 R endobj trailer <</Root 1 0 R>>",
		"deep arrays":           "1 0 obj " + strings.Repeat("[", 1_000_000) + " endobj",
		"deep dictionaries":     "1 0 obj " + strings.Repeat("<</A ", 1_000_000) + " endobj",
		"a form in itself":      string(withContent("/X Do", "8 0 obj <</Subtype /Form /Resources <</XObject <</X 8 0 R>>>>>> stream\n/X Do /X Do\nendstream endobj\n")),
	} {
		if lines, err := linesOf(t, []byte("%PDF-1.4\n"+data)); len(lines) > 0 || err == nil {
			t.Errorf("%s: %d lines, %v", reason, len(lines), err)
		}
	}
}

// TestMostPages and a page of the most pieces of text: what is read is read, and
// that there is more is said.
func TestMostPages(t *testing.T) {
	for pages, want := range map[int]error{maxPages: nil, maxPages + 1: keyfile.ErrTooLarge} {
		var kids, objects strings.Builder
		for i := range pages {
			fmt.Fprintf(&kids, "%d 0 R ", 10+i)
			fmt.Fprintf(&objects, "%d 0 obj <</Type /Page /Contents 4 0 R>> endobj\n", 10+i)
		}
		lines, err := linesOf(t, []byte("%PDF-1.4\n1 0 obj <</Pages 2 0 R>> endobj 2 0 obj <</Kids ["+kids.String()+"]>> endobj\n"+
			"4 0 obj <<>> stream\nBT 10 700 Td (one) Tj ET\nendstream endobj\n"+objects.String()+"trailer <</Root 1 0 R>>"))
		if len(lines) != maxPages || !errors.Is(err, want) {
			t.Errorf("%d pages: %d lines, %v", pages, len(lines), err)
		}
	}
}

// TestHugeNumbers: numbers that no int holds are no place in the file, and no
// reader falls over them.
func TestHugeNumbers(t *testing.T) {
	for _, number := range []string{"1e300", "-1e300", "9223372036854775807", "-inf", "1e9"} {
		for reason, data := range map[string]string{
			"the length of a stream":  "1 0 obj <</Length " + number + ">> stream\nx\nendstream endobj trailer <</Root 1 0 R>>",
			"the place of an object":  "1 0 obj <</Type /ObjStm /N 1 /First 4>> stream\n5 " + number + " 1\nendstream endobj trailer <</Root 1 0 R>>",
			"the first, and how many": "1 0 obj <</Type /ObjStm /N " + number + " /First " + number + ">> stream\n5 0 1\nendstream endobj trailer <</Root 1 0 R>>",
			"the number of an object": "1 0 obj <</Pages " + number + " 0 R>> endobj trailer <</Root 1 0 R>>",
		} {
			if lines, err := linesOf(t, []byte("%PDF-1.4\n"+data)); len(lines) > 0 || err == nil {
				t.Errorf("%s, %s: %d lines, %v", reason, number, len(lines), err)
			}
		}
		widths := "6 0 obj <</Subtype /Type0 /DescendantFonts [<</W [" + number + " " + number + " 1 0 [" + number + "]]>>]>> endobj\n"
		if lines, err := linesOf(t, withContent("BT /F2 "+number+" Tf "+number+" 0 Td (a) Tj ET BT /F1 1 Tf (one) Tj ET", widths)); len(lines) == 0 || err != nil {
			t.Errorf("a font of widths %s: %d lines, %v", number, len(lines), err)
		}
	}
}

func TestMostFragments(t *testing.T) {
	for pieces, want := range map[int]error{maxFragments: nil, maxFragments + 1: keyfile.ErrTooLarge} {
		lines, err := linesOf(t, withContent("BT /F1 10 Tf 10 700 Td "+strings.Repeat("(a) Tj ", pieces), ""))
		if len(lines) == 0 || !errors.Is(err, want) {
			t.Errorf("%d pieces: %d lines, %v", pieces, len(lines), err)
		}
	}
}

// FuzzText reads whatever bytes. Lines have no line end in them, an error is one
// that becomes a notice, and the second reading is the first.
func FuzzText(f *testing.F) {
	for _, content := range []string{
		`BT /F1 10 Tf [(04) 20 (26)] TJ /F2 1 Tf <0001> Tj ET /X Do`,
		`q 1 0 0 -1 0 800 cm BT /F1 10 Tf 12 TL 1 0 0 1 10 100 Tm (a\\(b\\) \\101) Tj T* (c) ' ET Q`,
		"BI /W 1 ID \x00(no\xff EI BT /F2 10 Tf <00100020> Tj 0 -12 Td (two) Tj ET",
	} {
		f.Add(withContent(content, ""))
	}
	f.Add([]byte("%PDF-1.7\n1 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode>> stream\nx\nendstream endobj trailer <</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lines, err := linesOf(t, data)
		for _, line := range lines {
			if strings.ContainsAny(line, "\n\r") {
				t.Errorf("%q is no line", line)
			}
		}
		switch {
		case err == nil, errors.Is(err, keyfile.ErrBroken), errors.Is(err, keyfile.ErrNoText),
			errors.Is(err, keyfile.ErrEncrypted), errors.Is(err, keyfile.ErrTooLarge), errors.Is(err, keyfile.ErrBomb):
		default:
			t.Errorf("an error that nobody expects: %v", err)
		}
		if again, _ := linesOf(t, data); !slices.Equal(lines, again) {
			t.Error("the second reading is another one")
		}
	})
}
