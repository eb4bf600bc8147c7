package keyfile

import (
	"bytes"
	"io"
	"strings"
)

// An htmlReader turns a page into the lines that a reader sees: a row of a
// table is a line with tabs between its cells, and every block a line of its
// own. The lines go to whoever reads such lines in plain text.
type htmlReader struct {
	f      *feed
	t      *text
	out    *chooser
	buf    []byte
	line   int // on which buf began
	cells  int // begun in this row
	inCell bool
	closed bool // an element was closed, and nothing came since
	hidden string
	raw    []byte
	at     int64
}

func (t *text) readHTML(r io.Reader) error {
	t.lazy = false
	h := &htmlReader{f: newFeed(t, r), t: t, out: t.choose()}
	if t.mime {
		h.f.r = &softBreaks{r: r}
	}
	h.walk()
	h.flush()
	h.out.end()
	return h.f.failed()
}

func (h *htmlReader) walk() {
	for {
		c, ok := h.f.next()
		if !ok {
			return
		}
		switch {
		case c == '<':
			tag, raw, ok := h.f.tag(h.raw)
			h.raw = raw
			if ok {
				h.tag(&tag)
			}
		case h.hidden != "":
		case c == '&':
			h.buf = h.f.entity(h.buf)
		case isBlank(c):
			if n := len(h.buf); n > 0 && h.buf[n-1] != ' ' && h.buf[n-1] != '\t' {
				h.buf = append(h.buf, ' ')
			}
		default:
			h.closed = false
			if len(h.buf) == 0 {
				h.line = h.f.line
			}
			if h.buf = append(h.buf, c); len(h.buf) >= maxLine {
				h.flush()
			}
		}
	}
}

// tag ends a cell or a line, or hides what is no text.
func (h *htmlReader) tag(tag *tag) {
	name := strings.ToLower(string(tag.name[:min(len(tag.name), 12)]))
	// Two elements that touch are two words: what parts them is their style.
	if touching := h.closed && !tag.end; touching && len(h.buf) > 0 && !isBlank(h.buf[len(h.buf)-1]) {
		h.buf = append(h.buf, ' ')
	}
	h.closed = tag.end
	if h.hidden != "" {
		if tag.end && name == h.hidden {
			h.hidden = ""
		}
		return
	}
	if role := tag.role(); role != "" && !h.inCell {
		name = role
	}
	switch name {
	case "script", "style", "template", "noscript", "svg":
		if !tag.end && !tag.empty {
			h.hidden = name
		}
	case "tr", "table":
		h.cells, h.inCell = 0, false
		h.flush()
	case "td", "th", "role-cell":
		h.inCell = !tag.end && name != "role-cell"
		if tag.end {
			break
		}
		if len(h.buf) == 0 {
			h.line = h.f.line
		}
		if h.cells > 0 {
			h.buf = append(h.buf, '\t')
		}
		h.cells++
	case "input", "textarea":
		for _, a := range tag.attrs {
			if string(a.name) == "value" {
				h.buf = append(append(h.buf, ' '), a.value...)
			}
		}
	case "br", "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "button", "label", "body", "head", "title", "pre", "hr", "header", "footer":
		if h.inCell {
			h.buf = append(h.buf, ' ') // inside a cell a break is a space
			return
		}
		h.flush()
	}
}

// role returns the element of a table that another element stands for, as
// pages mark it for screen readers, or "". Only the beginning says so: a cell
// made so ends with the next one.
func (t *tag) role() string {
	for _, a := range t.attrs {
		if string(a.name) != "role" {
			continue
		}
		switch string(a.value) {
		case "row":
			return "tr"
		case "cell", "gridcell", "columnheader", "rowheader":
			return "role-cell"
		}
	}
	return ""
}

func (h *htmlReader) flush() {
	if line := bytes.TrimRight(h.buf, " \t"); len(line) > 0 {
		h.out.line(line, h.line, h.at)
		h.at += int64(len(line)) + 1
	}
	h.buf = h.buf[:0]
}
