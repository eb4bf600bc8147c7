package office

import (
	"errors"
	"io"

	"fortyeight/keyformat/keyfile"
)

// strings16 are the shared strings of a workbook, in one piece of memory.
type strings16 struct {
	bytes []byte
	ends  []uint32
}

func (s *strings16) at(i int) []byte {
	if i < 0 || i >= len(s.ends) {
		return nil
	}
	start := uint32(0)
	if i > 0 {
		start = s.ends[i-1]
	}
	return s.bytes[start:s.ends[i]]
}

// strings reads the shared strings. A workbook need not have any. When they
// are more than MaxStrings, the rest is emitted as lines of its own.
func (b *book) strings(sheet func(name string) keyfile.Emit) error {
	const name = "xl/sharedStrings.xml"
	r, err := b.files.Open(name)
	if errors.Is(err, keyfile.ErrBroken) {
		return nil
	}
	if err != nil {
		return err
	}
	defer r.Close()
	t := newTags(r)
	var full keyfile.Emit
	var text []byte
	phonetic := false // how East Asian text is read aloud
	inText := false
	for number := 1; t.next(); {
		switch {
		case t.kind == says && inText && !phonetic:
			text = append(text, t.text...)
		case t.kind == says:
		case t.name == "t":
			inText = t.kind == opens
		case t.name == "rPh":
			phonetic = t.kind == opens
		case t.name == "si" && t.kind == closes:
			if full == nil && len(b.shared.bytes)+len(text) > MaxStrings {
				full = sheet("sharedStrings")
			}
			if full != nil {
				if err := full(text, number); err != nil {
					return err
				}
			} else {
				b.shared.bytes = append(b.shared.bytes, text...)
				b.shared.ends = append(b.shared.ends, uint32(len(b.shared.bytes)))
			}
			text = text[:0]
			number++
		}
	}
	switch {
	case t.err != io.EOF:
		return t.err
	case full != nil:
		return keyfile.ErrTooLarge
	}
	return nil
}
