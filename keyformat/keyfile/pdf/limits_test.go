package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"fortyeight/keyformat/keyfile"
)

// Limits of reading, at their edge and one past it; pdf_test.go has those of
// pages and of pieces of text.

// nothing is a file of any size of which no byte can be had.
type nothing struct{}

func (nothing) ReadAt([]byte, int64) (int, error) { return 0, io.EOF }

func TestLargestFile(t *testing.T) {
	for size, want := range map[int64]error{MaxFile: keyfile.ErrBroken, MaxFile + 1: keyfile.ErrTooLarge} {
		if err := Text(t.Context(), nothing{}, size, nil); !errors.Is(err, want) {
			t.Errorf("a file of %d bytes: %v, want %v", size, err, want)
		}
	}
}

// TestMostUnpacked: what comes out of streams, and what is shown again and
// again, has a bound.
func TestMostUnpacked(t *testing.T) {
	content := []byte("BT (one) Tj ET")
	for left, shown := range map[int64]int{int64(len(content)) + 1: 1, int64(len(content)): 0} {
		p := &painter{d: &document{left: left}, state: state{page: identity, scale: 1}}
		p.paint(content, nil)
		if len(p.fragments) != shown {
			t.Errorf("%d bytes of content with %d left: %d pieces, want %d", len(content), left, len(p.fragments), shown)
		}
	}
}

func TestMostObjects(t *testing.T) {
	if testing.Short() || runtime.GOOS == "js" {
		t.Skip("it reads two million objects")
	}
	var b bytes.Buffer
	b.WriteString("trailer <</Root 1 0 R>>\n1 0 obj <</Pages 2 0 R>> endobj\n2 0 obj <</Kids [3 0 R]>> endobj\n" +
		"3 0 obj <</Type /Page /Contents 4 0 R>> endobj\n4 0 obj <<>> stream\nBT (one) Tj ET\nendstream endobj\n")
	for i := 5; i <= maxObjects; i++ {
		fmt.Fprintf(&b, "%d 0 obj 0\n", i)
	}
	for more, want := range map[string]error{"": nil, fmt.Sprintf("%d 0 obj 0\n", maxObjects+1): keyfile.ErrTooLarge} {
		lines, err := linesOf(t, append(bytes.Clone(b.Bytes()), more...))
		if len(lines) != 1 || !errors.Is(err, want) {
			t.Errorf("with %q more: %d lines, %v, want %v", more, len(lines), err, want)
		}
	}
}

func TestDeepestValue(t *testing.T) {
	for depth, whole := range map[int]bool{maxDepth: true, maxDepth + 1: false} {
		for _, brackets := range [][2]string{{"[", "]"}, {"<</A ", ">>"}} {
			l := &lexer{b: []byte(strings.Repeat(brackets[0], depth) + strings.Repeat(brackets[1], depth) + " end")}
			l.next()
			if v, ok := l.next(); ok != whole || ok && !isWord(v, "end") {
				t.Errorf("%d times %q: what follows is read: %v, want %v", depth, brackets[0], ok, whole)
			}
		}
	}
}

// TestDeepestForm: a form in a form in a form, each with a line of its own.
func TestDeepestForm(t *testing.T) {
	for depth, want := range map[int]error{maxDepth: nil, maxDepth + 1: keyfile.ErrTooLarge} {
		var b strings.Builder
		for i := range depth {
			fmt.Fprintf(&b, "%d 0 obj <</Subtype /Form /Resources <</XObject <</X %d 0 R>>>>>> stream\nBT 0 %d Td (a) Tj ET /X Do\nendstream endobj\n", 100+i, 101+i, -20*i)
		}
		content := strings.Replace(string(withContent("/X Do", b.String())), "/X 8 0 R", "/X 100 0 R", 1)
		lines, err := linesOf(t, []byte(content))
		if len(lines) != maxDepth || !errors.Is(err, want) {
			t.Errorf("%d forms deep: %d lines, %v, want %v", depth, len(lines), err, want)
		}
	}
}

func TestMostForms(t *testing.T) {
	for forms, want := range map[int]error{maxForms: nil, maxForms + 1: keyfile.ErrTooLarge} {
		lines, err := linesOf(t, withContent(strings.Repeat("1 0 0 1 0 -20 cm /X Do ", forms), ""))
		if len(lines) != maxForms || !errors.Is(err, want) {
			t.Errorf("%d forms: %d lines, %v, want %v", forms, len(lines), err, want)
		}
	}
}

// TestTallestCell: two cells of so many lines beside each other are a row.
func TestTallestCell(t *testing.T) {
	for tall, lines := range map[int]int{maxCellLines: 1, maxCellLines + 1: maxCellLines + 2} {
		left := strings.Repeat("(a) Tj T* ", tall)
		content := "BT /F1 10 Tf 12 TL 1 0 0 1 10 100 Tm " + left + "1 0 0 1 90 100 Tm (b) Tj ET"
		if got, err := linesOf(t, withContent(content, "")); err != nil || len(got) != lines {
			t.Errorf("a cell of %d lines: %d lines, %v, want %d", tall, len(got), err, lines)
		}
	}
}
