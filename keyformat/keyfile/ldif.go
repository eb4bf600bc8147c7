package keyfile

import "bytes"

// An ldifReader reads what a directory exports: entries of lines "name: value"
// with an empty line between them. "name:: value" is in base64, a line that
// begins with a space goes on with the one before, and one that begins with #
// is a remark (RFC 2849; domain.md §2.7).
type ldifReader struct {
	t      *text
	unit   unit
	held   []byte // the line before, which may go on
	number int
}

func (l *ldifReader) line(line []byte, number int, _ int64) {
	if len(line) > 0 && line[0] == ' ' {
		if len(l.held)+len(line) >= maxLine { // a long value is read in pieces
			name, value, _ := bytes.Cut(bytes.Clone(l.held), []byte{':'})
			l.value(name, value)
			l.held = append(append(l.held[:0], name...), ':')
			l.held = append(l.held, value[max(0, len(value)-lineOverlap):]...)
		}
		l.held = append(l.held, line[1:]...)
		return
	}
	l.flush()
	switch {
	case len(bytes.TrimSpace(line)) == 0:
		l.close()
	case line[0] != '#':
		l.held, l.number = append(l.held[:0], line...), number
	}
}

// flush takes the line that is now known to be whole.
func (l *ldifReader) flush() {
	if len(l.held) == 0 {
		return
	}
	name, value, ok := bytes.Cut(l.held, []byte{':'})
	if ok {
		l.value(name, value)
	}
	l.held = l.held[:0]
}

func (l *ldifReader) value(name, value []byte) {
	encoded := bytes.HasPrefix(value, []byte{':'})
	value = bytes.TrimSpace(bytes.TrimLeft(value, ":"))
	switch fold(name) {
	case "msfverecoveryguid":
		// 16 bytes; programs print them in base64, or already as a GUID.
		l.unit.value(l.t, name, value, l.number)
		return
	case "msfvekeypackage":
		l.t.notice(KeyPackage, l.unit.firstID(), l.number)
		return
	case "msfvevolumeguid", "objectguid", "objectsid":
		return
	case "dn":
		l.close()
	}
	if encoded {
		if b, ok := unbase64(value); ok {
			value = b
		}
	}
	l.unit.value(l.t, name, value, l.number)
}

func (l *ldifReader) close() {
	l.unit.close(l.t, nil)
	l.unit = unit{}
}

func (l *ldifReader) end() {
	l.flush()
	l.close()
}
