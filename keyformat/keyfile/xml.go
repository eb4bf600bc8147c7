package keyfile

import (
	"bytes"
	"io"
)

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
	if len(x.text) >= maxLine { // a long text is read in pieces
		rest := bytes.Clone(x.text[len(x.text)-lineOverlap:])
		x.value(nil)
		x.text = append(x.text, rest...)
	}
	x.text = append(x.text, text...)
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
		if e.object && e.label != nil {
			label = []byte("name")
			if roleOf(e.name) == aDevice {
				label = e.name
			}
			x.tree.top().value(x.tree.t, label, e.label, x.f.line)
		}
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
