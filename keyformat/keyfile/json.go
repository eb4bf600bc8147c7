package keyfile

import (
	"io"
	"unicode/utf8"
)

// A jsonReader walks over JSON of any size and keeps only the objects that are
// open. It asks for no more order than it needs: several texts may follow each
// other, as in JSON lines, and a text that breaks off gives what was in it.
type jsonReader struct {
	f     *feed
	tree  tree
	names [][]byte // by depth: the name of the member that is open there
	value []byte
}

func (t *text) readJSON(r io.Reader) error {
	j := &jsonReader{f: newFeed(t, r), tree: tree{t: t}}
	j.walk()
	j.tree.end()
	return j.f.failed()
}

func (j *jsonReader) walk() {
	depth := 0
	isName := true // a string here is a name if a colon follows
	for {
		c, ok := j.f.next()
		if !ok {
			return
		}
		switch c {
		case '{', '[':
			u := j.tree.open()
			if depth < MaxDepth {
				// An object can stand under its ID as its name.
				name := j.name(depth)
				if id, ok := wholeValue(name, false); ok {
					u.ids = append(u.ids, idIn{id, someID, u.count, j.f.line})
				}
				u.fields.Volume = driveLetter(name)
			}
			depth++
			j.setName(depth, nil)
			isName = c == '{'
		case '}', ']':
			j.tree.close()
			depth = max(0, depth-1)
			j.setName(depth, nil)
		case '"':
			line := j.f.line
			j.string(func() { j.take(depth, line) })
			if isName && j.colon() {
				j.setName(depth, j.value)
				isName = false
				continue
			}
			j.take(depth, line)
		case ',':
			j.setName(depth, nil)
			isName = true
		case ' ', '\t', '\r', '\n', ':':
		default:
			j.scalar(c)
			j.take(depth, j.f.line)
		}
	}
}

// take gives the value to the object, or the array, that it stands in.
func (j *jsonReader) take(depth, line int) {
	name := j.name(depth)
	u := j.tree.top()
	if id, ok := wholeValue(name, false); ok && len(name) >= 32 {
		u.ids = append(u.ids, idIn{id, someID, u.count + 1, line}) // {"3fd763f9-…": "042647-…"}
	}
	u.value(j.tree.t, name, j.value, line)
	if depth == 0 {
		j.tree.end()
	}
}

func (j *jsonReader) name(depth int) []byte {
	if depth >= len(j.names) {
		return nil
	}
	return j.names[depth]
}

func (j *jsonReader) setName(depth int, name []byte) {
	if depth > MaxDepth {
		return
	}
	for len(j.names) <= depth {
		j.names = append(j.names, nil)
	}
	j.names[depth] = append(j.names[depth][:0], name[:min(len(name), 128)]...)
}

// colon reports whether a colon follows; it passes over white space.
func (j *jsonReader) colon() bool {
	for {
		c, ok := j.f.next()
		switch {
		case !ok:
			return false
		case c == ':':
			return true
		case c != ' ' && c != '\t' && c != '\r' && c != '\n':
			j.back(c)
			return false
		}
	}
}

// back returns the byte that was read last.
func (j *jsonReader) back(c byte) {
	j.f.at--
	if c == '\n' {
		j.f.line--
	}
}

// scalar reads a number, or true, false and null, which say nothing.
func (j *jsonReader) scalar(c byte) {
	j.value = append(j.value[:0], c)
	for {
		c, ok := j.f.next()
		if !ok {
			return
		}
		if !isWord(c) && c != '.' && c != '-' && c != '+' {
			j.back(c)
			break
		}
		if len(j.value) < maxValue {
			j.value = append(j.value, c)
		}
	}
	if v := string(j.value); v == "null" || v == "true" || v == "false" {
		j.value = j.value[:0]
	}
}

// string reads a string after its quote. A long one is given away in pieces.
func (j *jsonReader) string(piece func()) {
	j.value = j.value[:0]
	var high rune
	for {
		if len(j.value) >= maxLine {
			piece()
			j.value = j.value[:copy(j.value, j.value[len(j.value)-lineOverlap:])]
		}
		c, ok := j.f.next()
		if !ok || c == '"' {
			return
		}
		if c == '\\' {
			if c, ok = j.f.next(); !ok {
				return
			}
			switch c {
			case 'n', 'r', 't', 'b', 'f':
				c = ' '
			case 'u':
				r := j.hex4()
				if r >= 0xD800 && r < 0xDC00 {
					high = r
					continue
				}
				if r >= 0xDC00 && r < 0xE000 && high != 0 {
					r = (high-0xD800)<<10 | (r - 0xDC00) + 0x10000
				}
				high = 0
				j.value = utf8.AppendRune(j.value, r)
				continue
			}
		}
		j.value = append(j.value, c)
	}
}

func (j *jsonReader) hex4() (r rune) {
	for range 4 {
		c, ok := j.f.next()
		if !ok || hexOf[c] > 15 {
			return utf8.RuneError
		}
		r = r<<4 | rune(hexOf[c])
	}
	return r
}
