package keyfile

import (
	"bytes"

	"fortyeight/keyformat"
)

// ids adds the Key IDs of a line, and returns how many there are.
func (b *blocks) ids(text, label, value []byte, r role, withKey bool, number int) int {
	n := 0
	for from := 0; ; {
		id, start := nextGUID(text, from)
		if start < 0 {
			break
		}
		from = start + guidChars
		n++
		rest := text[from:]
		if bytes.HasPrefix(bytes.ToLower(rest[:min(len(rest), 5)]), []byte(".bek")) {
			b.t.notice(StartupKey, id, number) // the name of its file
			continue
		}
		if r == otherID {
			continue
		}
		if date := cnDate(text, start); date != "" {
			b.ctx.Created, b.ctx.Date = date, normalDate(date)
			if device := cnParent(text[start:]); device != nil {
				b.ctx.Device = b.t.string(device)
			}
		}
		b.addID(id, len(label) > 0, r, number)
	}
	if n > 0 || r == otherID {
		return n
	}
	named := r == anID || r == someID
	if withKey {
		return b.idInRow(text, number)
	}
	if id, ok := wholeValue(value, named); ok {
		b.addID(id, len(label) > 0, r, number)
		return 1
	}
	for _, said := range [][]byte{text, value} { // "Key ID 3FD763F9", and "Papa: ID 3FD763F9"
		i := bytes.LastIndexByte(said, ' ')
		if i <= 0 || len(said) >= 80 {
			continue
		}
		if before := roleOf(said[:i]); before == anID || before == someID {
			if id, ok := wholeValue(said[i+1:], true); ok {
				b.addID(id, false, before, number)
				return 1
			}
		}
	}
	if word, _, ok := bytes.Cut(value, []byte{' '}); ok && named { // "Key ID: 3FD763F9 (C:)"
		if id, ok := wholeValue(word, true); ok {
			b.addID(id, len(label) > 0, r, number)
			return 1
		}
	}
	return 0
}

// idInRow finds the beginning of an ID among the words of a line with a key.
func (b *blocks) idInRow(text []byte, number int) int {
	for word := range bytes.FieldsFuncSeq(text, func(r rune) bool {
		return r == ' ' || r == '\t' || r == ',' || r == ';' || r == '|' || r == ':' || r == '='
	}) {
		if id, ok := idWord(word); ok {
			b.addID(id, false, unknown, number)
			return 1
		}
	}
	return 0
}

// idWord reads the beginning of an ID that is a word of a sentence.
func idWord(word []byte) (keyformat.ID, bool) {
	return wholeValue(bytes.Trim(word, ".()[]\"'"), false)
}

func (b *blocks) addID(id keyformat.ID, labelled bool, r role, number int) {
	b.items = append(b.items, item{id: id, labelled: labelled, role: r, row: b.row, line: number})
}

// splitLabel parts a line into a label and its value at a colon, or at an
// equals sign. Label is nil where there is none.
func splitLabel(text []byte) (label, value []byte) {
	const longest = 80
	for i, c := range text[:min(len(text), longest)] {
		switch {
		case c == ':' && (i+1 == len(text) || text[i+1] != '\\' && text[i+1] != '/'):
			if i == 1 || i > 1 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1]) {
				continue // a drive, a time
			}
			return labelPart(text[:i]), trim(text[i+1:])
		case c == '=' && i > 1:
			return labelPart(text[:i]), trim(text[i+1:])
		case c == 0xEF && bytes.HasPrefix(text[i:], []byte("：")): // the wide colon
			return labelPart(text[:i]), trim(text[i+len("："):])
		}
	}
	return nil, text
}

// labelPart returns what may be a label, or nil: it has letters, and no key
// or ID.
func labelPart(b []byte) []byte {
	b = trim(b)
	if len(b) == 0 {
		return nil
	}
	if _, start := nextGUID(b, 0); start >= 0 || countDigits(b) > 12 {
		return nil
	}
	return b
}

// rowFields takes a date, a drive and a name from the words of a line that has
// a key and no labels.
func rowFields(text []byte, f *Fields) {
	first := true
	for word := range bytes.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == '\t' || r == ',' || r == ';' || r == '|' }) {
		_, isID := wholeValue(word, false)
		if label, value, ok := bytes.Cut(word, []byte{'='}); ok && len(value) > 0 {
			f.set(roleOf(label), string(value))
			continue
		}
		switch drive := driveLetter(word); {
		case isID || countDigits(word) > 14:
		case f.Volume == "" && drive != "":
			f.Volume = drive
		case f.Created == "" && looksLikeDate(word):
			f.Created, f.Date = string(word), normalDate(string(word))
		case f.Device == "" && first && isName(word) && bytes.IndexByte(word, '-') > 0:
			f.Device = string(word)
		}
		first = false
	}
}

// lastGUID returns the last GUID of b and where it begins, or -1.
func lastGUID(b []byte) (id keyformat.ID, start int) {
	start = -1
	for from := 0; ; {
		next, at := nextGUID(b, from)
		if at < 0 {
			return id, start
		}
		id, start, from = next, at, at+guidChars
	}
}
