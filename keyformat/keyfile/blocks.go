package keyfile

import (
	"bytes"

	"fortyeight/keyformat"
)

// A blocks reader reads text in which labels and values stand in lines: saved
// key files, what commands print, notes. It keeps keys and IDs in their order
// and pairs them when it has seen enough.
type blocks struct {
	t     *text
	marks blockMarks
	items []item

	ctx     Fields // what stands above: it holds until it is said anew
	label   []byte // a label that waits for the line with its value
	last    int    // items up to the last key, while its block goes on
	partial []byte // the groups of a key that goes on in the next line
	from    int    // on which line they began
	named   bool   // a label stood before them
	cells   cellReader
	row     int
}

// An item is a key or an ID in the order of the text.
type item struct {
	found    // of a key
	id       keyformat.ID
	isKey    bool
	labelled bool
	used     bool // an ID that a key got
	taken    bool // by the key on its own line
	row      int  // the line in the order of reading: pages have many on one
	role     role
	line     int
}

// maxItems is how many keys and IDs are paired at a time.
const maxItems = 4096

func (b *blocks) line(line []byte, number int, at int64) {
	if b.t.format == Binary {
		b.scan(line, number, at)
		return
	}
	b.row++
	text := trim(unquote(line))
	if len(text) == 0 {
		b.last = 0 // a block ends
		return
	}
	if b.t.legacy && b.t.s.Decode != nil && hasHigh(text) && len(text) < maxValue {
		text = []byte(b.t.s.Decode(text))
	}
	text = plainGroups(plainDashes(text))
	b.marks.look(text)
	if b.cells.take(b, text, number) {
		return
	}
	if v := volumeLine(text); v != "" && bytes.IndexByte(text, '\t') < 0 {
		b.ctx.Volume, b.last = v, 0
		b.marks.volumes++
		return
	}
	label, value := splitLabel(text)
	if label == nil {
		label, value = besideLabel(text)
	}
	if label == nil {
		if r := loneLabel(text); r != unknown && r != weakDevice {
			b.label = append([]byte(nil), text...) // without a colon, as on pages
			return
		}
		label, value = b.label, text
	}
	r := roleOf(label)
	keys := b.keys(text, len(label) > 0, number, at)
	ids := b.ids(text, label, value, r, keys > 0, number)
	if keys+ids > 0 {
		b.label = nil
		if len(b.items) > maxItems {
			b.flush(false)
		}
		return
	}
	if len(value) == 0 {
		b.label = append([]byte(nil), label...)
		return
	}
	b.label = nil
	b.field(r, value)
	if len(b.partial) == 0 && b.t.strangeKey(value, number) {
		b.name()
	}
}

// name gives the last notice, of a key that cannot be read, the ID before it.
func (b *blocks) name() {
	notices := b.t.s.Set.notices
	if n := len(b.items); n > 0 && !b.items[n-1].isKey && len(notices) > 0 {
		b.items[n-1].used = true
		last := &notices[len(notices)-1]
		last.ID, last.Fields = b.items[n-1].id, b.ctx
	}
}

// scan looks for keys alone.
func (b *blocks) scan(line []byte, number int, at int64) {
	for from := 0; ; {
		h, ok := nextHit(line, from)
		if !ok {
			return
		}
		if h.whole && b.t.bar.passes(at+int64(h.end)) {
			id, start := lastGUID(line[max(0, h.start-4096):h.start])
			f := found{key: h.key, line: 0}
			if start >= 0 {
				f.id, f.pairing = id, Nearest
			}
			b.t.found(&f)
		}
		from = h.end
	}
}

// keys adds the keys of a line, and returns how many there are.
func (b *blocks) keys(text []byte, labelled bool, number int, at int64) int {
	n := 0
	for from := 0; ; {
		h, ok := nextHit(text, from)
		if !ok {
			break
		}
		from = h.end
		if !b.t.bar.passes(at + int64(h.end)) {
			n++
			continue
		}
		f, ok := b.t.take(h, text, number)
		if !ok {
			n++
			b.name()
			continue
		}
		b.addKey(f, labelled, text, number)
		n++
	}
	if n == 0 {
		n = b.join(text, labelled, number)
	} else {
		b.partial = b.partial[:0]
	}
	return n
}

func (b *blocks) addKey(f found, labelled bool, text []byte, number int) {
	f.fields = b.ctx
	b.ctx.Created, b.ctx.Date = "", ""
	if label, _ := splitLabel(text); label == nil || bytes.Count(text, []byte{'='}) > 1 {
		rowFields(text, &f.fields)
	}
	b.items = append(b.items, item{found: f, isKey: true, labelled: labelled, row: b.row, line: number})
	b.last = len(b.items)
}

// field takes the value of a label that names what tells keys apart.
func (b *blocks) field(r role, value []byte) {
	set := func(above *string, of func(*Fields) *string) {
		text := b.t.string(value[:min(len(value), 200)])
		if b.last > 0 {
			if mine := of(&b.items[b.last-1].fields); *mine == "" {
				*mine = text // it stands after its key
				return
			}
		}
		*above = text
	}
	const most = 20 // digits; what has more is part of a key
	digits := countDigits(value)
	if digits > most || digits == 0 && (r == aDate || r == weakDate) {
		return
	}
	switch r {
	case aDevice:
		set(&b.ctx.Device, func(f *Fields) *string { return &f.Device })
	case aVolume:
		set(&b.ctx.Volume, func(f *Fields) *string { return &f.Volume })
	case aDate, weakDate:
		set(&b.ctx.Created, func(f *Fields) *string { return &f.Created })
	}
}

func (b *blocks) end() {
	b.cells.row(b.t)
	b.flush(true)
}
