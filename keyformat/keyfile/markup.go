package keyfile

import (
	"bytes"
	"io"
	"strconv"
	"unicode/utf8"
)

// A tag is a tag of HTML or XML.
type tag struct {
	name  []byte
	attrs []attr
	end   bool // </name>
	empty bool // <name/>
}

type attr struct{ name, value []byte }

// maxTag is how many bytes of a tag are looked at.
const maxTag = 16 << 10

// tag reads the tag after its <. It returns false for what is none: a remark,
// a declaration, an instruction, which it passes over.
func (f *feed) tag(raw []byte) (tag, []byte, bool) {
	raw = raw[:0]
	quote := byte(0)
	for {
		c, ok := f.next()
		if !ok {
			return tag{}, raw, false
		}
		if quote == 0 && c == '>' {
			remark, data := bytes.HasPrefix(raw, []byte("!--")), bytes.HasPrefix(raw, []byte("![CDATA["))
			if !remark && !data || remark && bytes.HasSuffix(raw, []byte("--")) || data && bytes.HasSuffix(raw, []byte("]]")) {
				break
			}
		}
		inside := len(raw) > 0 && raw[0] != '!' && raw[0] != '?'
		switch {
		case quote == c:
			quote = 0
		case quote == 0 && inside && (c == '"' || c == '\'') && raw[len(raw)-1] == '=':
			quote = c
		}
		if len(raw) < maxTag {
			raw = append(raw, c)
		} else {
			copy(raw[maxTag-2:], raw[maxTag-1:])
			raw[maxTag-1] = c // the end of a remark is looked for
			quote = 0
		}
	}
	if len(raw) == 0 || raw[0] == '!' || raw[0] == '?' {
		return tag{}, raw, false
	}
	return parseTag(raw), raw, true
}

func parseTag(raw []byte) (t tag) {
	if raw[0] == '/' {
		t.end, raw = true, raw[1:]
	}
	if n := len(raw); n > 0 && raw[n-1] == '/' {
		t.empty, raw = true, raw[:n-1]
	}
	n := 0
	for n < len(raw) && !isBlank(raw[n]) {
		n++
	}
	t.name, raw = raw[:n], raw[n:]
	if i := bytes.LastIndexByte(t.name, ':'); i >= 0 {
		t.name = t.name[i+1:] // a prefix says nothing here
	}
	for {
		raw = bytes.TrimLeft(raw, " \t\r\n")
		eq := bytes.IndexByte(raw, '=')
		if eq < 0 {
			return t
		}
		a := attr{name: bytes.TrimSpace(raw[:eq])}
		raw = bytes.TrimLeft(raw[eq+1:], " \t\r\n")
		if len(raw) > 0 && (raw[0] == '"' || raw[0] == '\'') {
			a.value, raw, _ = bytes.Cut(raw[1:], raw[:1])
		} else {
			n := bytes.IndexAny(raw, " \t\r\n")
			if n < 0 {
				n = len(raw)
			}
			a.value, raw = raw[:n], raw[n:]
		}
		t.attrs = append(t.attrs, a)
	}
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// entities are the names of characters that occur beside keys.
var entities = map[string]string{
	"amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "hyphen": "-", "dash": "-",
	"ndash": "-", "minus": "-", "shy": "", "zwnj": "", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä",
	"Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "aacute": "á", "oacute": "ó",
}

// entity reads an entity after its & and adds what it stands for.
func (f *feed) entity(out []byte) []byte {
	var buf [12]byte
	name := buf[:0]
	for {
		c, ok := f.next()
		if !ok || c == ';' {
			break
		}
		if !isWord(c) && c != '#' || len(name) == cap(name) {
			f.at-- // it was a mere &
			if c == '\n' {
				f.line--
			}
			return append(append(out, '&'), name...)
		}
		name = append(name, c)
	}
	if len(name) > 1 && name[0] == '#' {
		digits, base := string(name[1:]), 10
		if digits[0]|0x20 == 'x' {
			digits, base = digits[1:], 16
		}
		if n, err := strconv.ParseUint(digits, base, 32); err == nil && n <= utf8.MaxRune {
			if n == 0xA0 {
				return append(out, ' ')
			}
			return utf8.AppendRune(out, rune(n))
		}
	}
	return append(out, entities[string(name)]...)
}

// An xmlReader walks over XML. An element with others in it is an object; one
// with text alone is a value, and its name, or its attribute Name, the label.
type xmlReader struct {
	f     *feed
	tree  tree
	stack []element
	deep  int
	text  []byte
	line  int // on which text began
	raw   []byte
}

type element struct {
	name   []byte
	label  []byte // from an attribute Name or N
	object bool   // it has elements or further attributes in it
}

func (t *text) readXML(r io.Reader) error {
	x := &xmlReader{f: newFeed(t, r), tree: tree{t: t}}
	x.walk()
	x.value(nil)
	x.tree.end()
	return x.f.failed()
}

func (x *xmlReader) walk() {
	for {
		c, ok := x.f.next()
		if !ok {
			return
		}
		switch {
		case c == '<':
			tag, raw, ok := x.f.tag(x.raw)
			x.raw = raw
			switch {
			case bytes.HasPrefix(raw, []byte("![CDATA[")):
				x.add(bytes.TrimSuffix(raw[len("![CDATA["):], []byte("]]"))...)
			case !ok:
			case tag.end:
				x.close()
			default:
				x.open(&tag)
				if tag.empty {
					x.close()
				}
			}
		case c == '&':
			x.text = x.f.entity(x.text)
		default:
			x.add(c)
		}
	}
}

func (x *xmlReader) add(text ...byte) {
	if len(x.text) == 0 {
		if len(text) == 1 && isBlank(text[0]) {
			return
		}
		x.line = x.f.line
	}
	if len(x.text) < maxValue {
		x.text = append(x.text, text...)
	}
}

// open opens an element. What it stands in turns out to be an object.
func (x *xmlReader) open(tag *tag) {
	x.value(nil)
	if len(x.stack) >= MaxDepth {
		x.deep++
		return
	}
	e := element{name: bytes.Clone(tag.name[:min(len(tag.name), 80)])}
	u := x.tree.open()
	for _, a := range tag.attrs {
		switch fold(a.name) {
		case "n", "name":
			e.label = bytes.Clone(a.value[:min(len(a.value), 80)])
		case "xmlns", "type", "version", "encoding":
		default:
			u.value(x.tree.t, a.name, a.value, x.f.line)
			e.object = true
		}
	}
	if n := len(x.stack); n > 0 {
		x.stack[n-1].object = true
	}
	x.stack = append(x.stack, e)
}

func (x *xmlReader) close() {
	if x.deep > 0 {
		x.value(nil)
		x.deep--
		return
	}
	if len(x.stack) == 0 {
		return
	}
	e := &x.stack[len(x.stack)-1]
	label := e.name
	if e.label != nil {
		label = e.label
	}
	if around := x.tree.around(); around != nil && !e.object {
		around.value(x.tree.t, label, x.text, max(x.line, 1))
		x.text = x.text[:0]
	} else {
		x.value(label)
	}
	x.tree.close()
	x.stack = x.stack[:len(x.stack)-1]
}

// value gives the text so far to the open element.
func (x *xmlReader) value(label []byte) {
	if len(bytes.TrimSpace(x.text)) > 0 {
		x.tree.top().value(x.tree.t, label, x.text, x.line)
	}
	x.text = x.text[:0]
}
