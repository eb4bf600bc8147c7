package office

import (
	"bytes"
	"io"
	"strconv"
	"unicode/utf8"
)

// tags reads the XML that workbooks are made of, which is written by programs:
// no document types, no entities but those of XML itself.
type tags struct {
	r    io.Reader
	buf  []byte
	at   int
	err  error // once all before it has been read
	last error // of the last Read, which may have given bytes too
	kind kind
	name string // of a tag, without its prefix
	raw  []byte // attributes of a tag that opens
	text []byte // between two tags
	self bool   // a tag that opened is also a tag that closes
}

type kind uint8

const (
	opens kind = iota
	closes
	says // text
)

// The limits of one tag and one text; Excel's cells hold 32,767 characters.
const (
	maxTag  = 64 << 10
	maxText = 256 << 10
)

func newTags(r io.Reader) *tags { return &tags{r: r, buf: make([]byte, 0, 32<<10)} }

// next reads the next tag or text. It returns false at the end, with io.EOF in
// err, or after an error.
func (t *tags) next() bool {
	if t.self {
		t.self, t.kind = false, closes
		return true
	}
	t.text = t.text[:0]
	for {
		c, ok := t.byte()
		if !ok {
			return false
		}
		if c != '<' {
			t.at--
			t.until('<', maxText)
			t.at-- // the < belongs to the tag
			if t.err != nil {
				return false
			}
			t.kind = says
			t.text = unescape(t.text)
			return true
		}
		t.until('>', maxTag)
		if t.err != nil {
			return false
		}
		switch raw := t.text; {
		case len(raw) == 0, raw[0] == '?':
		case bytes.HasPrefix(raw, []byte("!--")):
			for !bytes.HasSuffix(t.text, []byte("--")) && t.err == nil {
				t.until('>', maxTag)
			}
		case raw[0] == '!':
		default:
			t.tag(raw)
			return true
		}
		t.text = t.text[:0]
	}
}

func (t *tags) tag(raw []byte) {
	t.kind = opens
	if raw[0] == '/' {
		t.kind, raw = closes, raw[1:]
	} else if raw[len(raw)-1] == '/' {
		t.self, raw = true, raw[:len(raw)-1]
	}
	end := bytes.IndexAny(raw, " \t\r\n")
	if end < 0 {
		end = len(raw)
	}
	name := raw[:end]
	if i := bytes.LastIndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	if string(name) != t.name { // most are the same as the one before
		t.name = string(name)
	}
	t.raw = raw[end:]
}

// attr returns an attribute of the tag by its name, without prefix.
func (t *tags) attr(name string) string {
	for raw := t.raw; ; {
		raw = bytes.TrimLeft(raw, " \t\r\n")
		i := bytes.IndexByte(raw, '=')
		if i < 0 || i+1 >= len(raw) {
			return ""
		}
		key, quote := raw[:i], raw[i+1]
		rest := raw[i+2:]
		end := bytes.IndexByte(rest, quote)
		if end < 0 {
			return ""
		}
		if j := bytes.LastIndexByte(key, ':'); j >= 0 {
			key = key[j+1:]
		}
		if string(bytes.TrimSpace(key)) == name {
			return string(unescape(bytes.Clone(rest[:end])))
		}
		raw = rest[end+1:]
	}
}

// until adds to text all bytes before c, and passes it. What is longer than
// limit is passed over.
func (t *tags) until(c byte, limit int) {
	for {
		if t.at == len(t.buf) && !t.fill() {
			return
		}
		part := t.buf[t.at:]
		i := bytes.IndexByte(part, c)
		if i >= 0 {
			part = part[:i]
		}
		t.at += len(part)
		t.text = append(t.text, part[:min(len(part), max(0, limit-len(t.text)))]...)
		if i >= 0 {
			t.at++
			return
		}
	}
}

func (t *tags) byte() (byte, bool) {
	if t.at == len(t.buf) && !t.fill() {
		return 0, false
	}
	t.at++
	return t.buf[t.at-1], true
}

func (t *tags) fill() bool {
	for t.last == nil {
		var n int
		n, t.last = t.r.Read(t.buf[:cap(t.buf)])
		t.buf, t.at = t.buf[:n], 0
		if n > 0 {
			return true
		}
	}
	t.err = t.last
	return false
}

// unescape replaces the five entities of XML and those by number, in place.
func unescape(b []byte) []byte {
	if bytes.IndexByte(b, '&') < 0 {
		return b
	}
	out := b[:0]
	for i := 0; i < len(b); i++ {
		end := -1
		if b[i] == '&' {
			end = bytes.IndexByte(b[i:min(len(b), i+12)], ';')
		}
		if end < 0 {
			out = append(out, b[i])
			continue
		}
		switch name := string(b[i+1 : i+end]); name {
		case "amp":
			out = append(out, '&')
		case "lt":
			out = append(out, '<')
		case "gt":
			out = append(out, '>')
		case "quot":
			out = append(out, '"')
		case "apos":
			out = append(out, '\'')
		default:
			if n, err := strconv.ParseUint(numberOf(name), 0, 21); err == nil {
				out = utf8.AppendRune(out, rune(n))
			}
		}
		i += end
	}
	return out
}

// numberOf turns #10 and #xA into numbers as Go writes them.
func numberOf(name string) string {
	if len(name) > 2 && name[0] == '#' && name[1] == 'x' {
		return "0" + name[1:]
	}
	if len(name) > 1 && name[0] == '#' {
		for name = name[1:]; len(name) > 1 && name[0] == '0'; name = name[1:] {
		}
		return name
	}
	return ""
}
