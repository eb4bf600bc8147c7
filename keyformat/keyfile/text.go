package keyfile

import (
	"bytes"
	"context"
	"io"
	"strings"
	"unicode/utf8"

	"fortyeight/keyformat"
)

// A text is one text while it is read.
type text struct {
	ctx     context.Context
	s       *Scanner
	src     *source
	index   int32 // in the texts of the Set
	format  Format
	legacy  bool
	lazy    bool // rows can be parsed again later
	mime    bool // a page in a message, with its own line breaks
	keys    int
	orphan  *found  // the first key, while it waits whether it is the only one
	odd     int     // keys that are covered, cut off or damaged
	listing *Notice // of the first entry without a key
	bar     barrier
}

// A found is a key with what is known of it.
type found struct {
	key      keyformat.Key
	id       keyformat.ID
	pairing  Pairing
	repaired bool
	changes  []Change
	fields   Fields
	line     int
	row      int64
	rowLen   int
}

// readText reads a source as text.
func (s *Scanner) readText(ctx context.Context, src *source, head []byte) error {
	enc, mark := encodingOf(head)
	r := io.Reader(io.MultiReader(bytes.NewReader(head[mark:]), src.r))
	t := s.text(ctx, src)
	t.legacy = enc == legacy
	sample := head[mark:]
	offset := int64(mark)
	switch enc {
	case littleEndian, bigEndian:
		sample, r = peek(newUTF16(r, enc == bigEndian))
		t.lazy = false
	}
	return t.read(r, sample, offset)
}

// peek returns the beginning of what r gives, and a reader of all of it.
func peek(r io.Reader) (sample []byte, all io.Reader) {
	first := make([]byte, sampleSize)
	n, _ := io.ReadFull(r, first)
	return first[:n], io.MultiReader(bytes.NewReader(first[:n]), r)
}

// text begins a text of the Set.
func (s *Scanner) text(ctx context.Context, src *source) *text {
	t := &text{ctx: ctx, s: s, src: src, index: int32(len(s.Set.texts)), lazy: src.reopen != nil}
	s.Set.texts = append(s.Set.texts, textOf{name: src.name, reopen: src.reopen})
	return t
}

// read reads the text from r by its shape, of which sample is the beginning.
func (t *text) read(r io.Reader, sample []byte, offset int64) error {
	var err error
	switch shape := shapeOf(sample); shape {
	case JSON:
		t.format = JSON
		err = t.readJSON(r)
	case XML:
		t.format = XML
		err = t.readXML(r)
	case HTML:
		t.format = HTML
		t.mime = isQuotedPrintable(sample)
		err = t.readHTML(r)
	default:
		if isQuotedPrintable(sample) {
			sample, r = peek(&softBreaks{r: r})
			t.lazy = false
		}
		l := t.linerFor(shape, sample)
		err = t.lines(r, l, offset, sample)
		l.end()
	}
	if err != nil && t.ctx.Err() == nil && t.src.depth == 0 {
		t.s.notice(t.src.name, Unreadable) // in an archive, it says what is wrong
	}
	t.end()
	return err
}

// shapeOf tells what a text is from its beginning. Text means lines of which
// nothing more is known yet.
func shapeOf(sample []byte) Format {
	b := bytes.TrimSpace(sample)
	low := bytes.ToLower(b[:min(len(b), 1024)])
	begins := func(with ...string) bool {
		for _, w := range with {
			if len(low) >= len(w) && string(low[:len(w)]) == w {
				return true
			}
		}
		return false
	}
	switch {
	case len(b) == 0:
		return Text
	case b[0] == '{', b[0] == '[':
		if next := bytes.TrimLeft(b[1:], " \t\r\n"); len(next) > 0 && bytes.IndexByte([]byte("\"{[]}"), next[0]) >= 0 {
			return JSON
		}
	case b[0] == '<':
		if bytes.Contains(low, []byte("<html")) || begins("<!doctype html", "<table", "<div", "<p>", "<body", "<form", "<ul", "<dl", "<section", "<span", "<h1") {
			return HTML
		}
		if len(b) > 1 && (b[1] == '?' || b[1] == '!' || isWord(b[1])) {
			return XML
		}
	case begins("mime-version", "from: <saved by"):
		return HTML // a page that a browser saved as one file
	case begins("windows registry editor", "regedit4"):
		return Registry
	case begins("dn: ", "dn:: ", "version: 1", "# extended ldif"), bytes.Contains(low, []byte("\ndn: ")):
		return LDIF
	}
	return Text
}

// found takes a key out of the text. The first without an ID waits: if it
// stays the only key, the name of the file may have its ID.
func (t *text) found(f *found) {
	t.keys++
	if t.orphan != nil {
		first := t.orphan
		t.orphan = nil
		t.add(first)
	}
	if t.keys == 1 && f.id.IsZero() {
		first := *f
		t.orphan = &first
		return
	}
	t.add(f)
}

func (t *text) add(f *found) {
	r := record{
		key: f.key, id: f.id, format: t.format, pairing: f.pairing, repaired: f.repaired,
		text: t.index, line: int32(f.line), row: f.row, rowLen: int32(f.rowLen),
	}
	if f.rowLen > 0 {
		t.s.Set.add(&r, nil)
	} else {
		t.s.Set.add(&r, &extra{fields: f.fields, changes: f.changes})
	}
}

// end says what the text as a whole was.
func (t *text) end() {
	if f := t.orphan; f != nil {
		t.orphan = nil
		if id := idInName(t.src.name); !id.IsZero() {
			f.id, f.pairing = id, FileName
		} else if id, ok := beginningInName(t.src.name); ok {
			f.id, f.pairing = id, FileName
		}
		t.add(f)
	}
	if t.listing != nil && t.keys+t.odd == 0 {
		t.s.Set.notice(*t.listing)
	}
}

// listed takes note of an entry that has no key.
func (t *text) listed(id keyformat.ID, fields *Fields, line int) {
	n := Notice{Kind: MissingKey, ID: id, Fields: *fields, Place: Place{t.src.name, line}}
	if t.s.EveryRow {
		t.s.Set.notice(n)
	} else if t.listing == nil {
		n.Kind = NoKeys
		t.listing = &n
	}
	t.s.Set.keyless(id)
}

func (t *text) notice(kind Kind, id keyformat.ID, line int) {
	t.s.Set.notice(Notice{Kind: kind, ID: id, Place: Place{t.src.name, line}})
}

// string turns a value into text for people.
func (t *text) string(value []byte) string {
	value = bytes.Trim(value[:min(len(value), maxValue)], " \t\r\n\"")
	switch {
	case utf8.Valid(value):
		return string(value)
	case t.legacy && t.s.Decode != nil:
		return t.s.Decode(value)
	}
	return strings.ToValidUTF8(string(value), "\uFFFD")
}

// beginningInName returns the beginning of a Key ID that stands in the name of
// a file as a word of its own.
func beginningInName(name string) (keyformat.ID, bool) {
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		name = name[i+1:]
	}
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '_' || r == '.' || r == '(' || r == ')' }) {
		if id, ok := wholeValue([]byte(word), false); ok {
			return id, true
		}
	}
	return keyformat.ID{}, false
}
