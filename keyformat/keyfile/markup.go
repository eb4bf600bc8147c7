package keyfile

import (
	"bytes"
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
		if i := bytes.LastIndexAny(a.name, " \t\r\n"); i >= 0 {
			a.name = a.name[i+1:] // before it stand names without a value
		}
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
