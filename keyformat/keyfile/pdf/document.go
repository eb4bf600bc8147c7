package pdf

import (
	"bytes"
	"maps"
	"slices"
)

// An object is a numbered value, with its stream if it has one.
type object struct {
	value  value
	stream []byte // as it stands, packed or not
}

// A document is the objects of a file.
type document struct {
	data      []byte
	objects   map[int]object
	root      value
	encrypted bool
	left      int64 // bytes that may still be unpacked
	cut       bool  // there is more than the limits allow
}

// scan finds the objects in the file: a number, another, and the word obj.
func (d *document) scan(b []byte) {
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte("obj"))
		if i < 0 {
			break
		}
		at += i
		number, ok := numberBefore(b, at)
		at += len("obj")
		if !ok {
			continue
		}
		if len(d.objects) == maxObjects {
			d.cut = true
			break
		}
		l := &lexer{b: b, at: at}
		v, ok := l.next()
		if !ok {
			break
		}
		o := object{value: v}
		l.blank()
		if bytes.HasPrefix(b[l.at:], []byte("stream")) {
			o.stream, l.at = streamAt(b, l.at+len("stream"), v)
		}
		d.objects[number] = o
		d.look(o)
		at = max(at, l.at)
	}
	d.trailers(b)
	d.packedObjects()
}

// numberBefore reads the object number before the word obj at byte i.
func numberBefore(b []byte, i int) (int, bool) {
	back := func(i int) (int, int) {
		for i > 0 && isSpace(b[i-1]) {
			i--
		}
		end := i
		for i > 0 && b[i-1] >= '0' && b[i-1] <= '9' {
			i--
		}
		return i, end
	}
	start, end := back(i)
	if start == end {
		return 0, false
	}
	start, end = back(start)
	n, ok := number(b[start:end])
	return int(n), ok
}

// streamAt returns the bytes of a stream and where they end: where its length
// says, if that is right, or else before the word endstream.
func streamAt(b []byte, at int, v value) ([]byte, int) {
	if at < len(b) && b[at] == '\r' {
		at++
	}
	if at < len(b) && b[at] == '\n' {
		at++
	}
	if d, ok := v.(dict); ok {
		if n, ok := d["Length"].(float64); ok && n >= 0 && n <= float64(len(b)-at) {
			end := at + int(n)
			if bytes.HasPrefix(bytes.TrimLeft(b[end:min(len(b), end+16)], "\r\n "), []byte("endstream")) {
				return b[at:end], end
			}
		}
	}
	i := bytes.Index(b[at:], []byte("endstream"))
	if i < 0 {
		return b[at:], len(b)
	}
	return bytes.TrimRight(b[at:at+i], "\r\n"), at + i
}

// look takes from an object what a trailer can say too.
func (d *document) look(o object) {
	v, ok := o.value.(dict)
	if !ok {
		return
	}
	if v["Type"] == name("XRef") {
		d.trailer(v)
	}
}

func (d *document) trailer(v dict) {
	if v["Encrypt"] != nil {
		d.encrypted = true
	}
	if v["Root"] != nil {
		d.root = v["Root"]
	}
}

func (d *document) trailers(b []byte) {
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte("trailer"))
		if i < 0 {
			return
		}
		at += i + len("trailer")
		l := &lexer{b: b, at: at}
		if v, ok := l.next(); ok {
			if v, ok := v.(dict); ok {
				d.trailer(v)
			}
		}
	}
}

// packedObjects adds the objects that stand together in streams.
func (d *document) packedObjects() {
	for _, number := range slices.Sorted(maps.Keys(d.objects)) {
		o := d.objects[number]
		v, ok := o.value.(dict)
		if !ok || v["Type"] != name("ObjStm") || d.encrypted {
			continue
		}
		b := d.unpack(o)
		first, _ := d.number(v["First"])
		l := &lexer{b: b}
		count, _ := d.number(v["N"])
		for range count {
			if len(d.objects) == maxObjects {
				d.cut = true
				break
			}
			n, ok1 := l.next()
			at, ok2 := l.next()
			number, ok3 := n.(float64)
			offset, ok4 := at.(float64)
			if !ok1 || !ok2 || !ok3 || !ok4 || first < 0 || offset < 0 || offset > float64(len(b)-first) {
				break
			}
			inner := &lexer{b: b, at: first + int(offset)}
			if v, ok := inner.next(); ok {
				if _, known := d.objects[int(number)]; !known {
					d.objects[int(number)] = object{value: v}
				}
			}
		}
	}
}

// get follows references.
func (d *document) get(v value) value {
	for range maxDepth {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = d.objects[int(r)].value
	}
	return nil
}

func (d *document) dict(v value) dict {
	m, _ := d.get(v).(dict)
	return m
}

func (d *document) number(v value) (int, bool) {
	n, ok := d.get(v).(float64)
	return int(n), ok && n > -1e9 && n < 1e9
}
