package keyfile

import (
	"bytes"

	"fortyeight/keyformat"
)

// flush pairs what was collected and hands it on. Unless the text ends, the
// last items wait: the ID of the next key may be among them.
func (b *blocks) flush(last bool) {
	b.t.format = b.marks.format(b.t, b.items)
	items := b.items
	if !last {
		n := len(items)
		for n > 0 && !items[n-1].isKey {
			n--
		}
		items = items[:n]
	}
	pairItems(items)
	if last {
		b.after(items)
	}
	for i := range items {
		if it := &items[i]; it.isKey {
			it.found.fields.Date = normalDate(it.found.fields.Created)
			b.t.found(&it.found)
		} else if it.role == anID && !it.used && b.t.format != PowerShell {
			b.t.listed(it.id, &Fields{}, it.line) // PowerShell lists the TPM too
		}
	}
	b.items = append(b.items[:0], b.items[len(items):]...)
	b.last = 0
}

// after gives the only key of a text what stands behind it, as a directory's
// own window lists it.
func (b *blocks) after(items []item) {
	var only *item
	for i := range items {
		if items[i].isKey {
			if only != nil {
				return
			}
			only = &items[i]
		}
	}
	if only != nil && b.t.keys == 0 {
		only.found.fields.fill(&b.ctx)
	}
}

// pairItems gives each key the ID on its own line, or else the nearest one:
// before it, as Windows prints them, unless the first key has none before it
// and the last one has one after it.
func pairItems(items []item) {
	first, end := -1, -1
	for i := range items {
		if items[i].isKey {
			if first < 0 {
				first = i
			}
			end = i
		}
	}
	if first < 0 {
		return
	}
	after := end+1 < len(items) && first == 0 && items[end+1].row != items[end].row
	for i := range items {
		if items[i].isKey {
			if j := onLine(items, i); j >= 0 {
				items[i].pair(&items[j], SameRow)
				items[j].taken = true
			}
		}
	}
	step := -1
	if after {
		step = 1
	}
	for i := range items {
		k := &items[i]
		if !k.isKey || k.found.pairing != Unpaired {
			continue
		}
		best := -1
		for j := i + step; j >= 0 && j < len(items) && !items[j].isKey; j += step {
			switch other := &items[j]; {
			case other.taken: // it belongs to the key on its line
			case best < 0:
				best = j
			case items[best].id.Match(other.id) != keyformat.NoMatch:
				other.used = true // Windows 7 printed a beginning and the whole
				if other.id.Digits() > items[best].id.Digits() {
					best = j
				}
			}
		}
		if best >= 0 {
			k.pair(&items[best], Nearest)
		}
	}
}

func (k *item) pair(with *item, how Pairing) {
	if with.labelled && k.labelled {
		how = Labelled
	}
	k.found.id, k.found.pairing = with.id, how
	with.used = true
}

// onLine returns the index of an ID on the line of the key at i that belongs
// to no other key, or -1.
func onLine(items []item, i int) int {
	// IDs of a line were added after its keys, in the same order.
	before := 0
	for i-before > 0 && items[i-before-1].isKey && items[i-before-1].row == items[i].row {
		before++
	}
	last := -1
	for j := i + 1; j < len(items) && items[j].row == items[i].row; j++ {
		if !items[j].isKey {
			last = j
			if before--; before < 0 {
				break
			}
		}
	}
	return last
}

// blockMarks are what a text of lines shows of where it comes from.
type blockMarks struct {
	lines, volumes, tool, ids int
	title, list, link, keyID  bool
}

func (m *blockMarks) look(text []byte) {
	m.lines++
	if m.lines > 64 {
		return
	}
	bitlocker := bytes.Contains(text, []byte("BitLocker"))
	switch {
	case bitlocker && (bytes.Contains(text, []byte(" 10.0.")) || bytes.Contains(text, []byte(" 6.")) && bytes.IndexByte(text, ':') > 0):
		m.tool++ // the first line of manage-bde has its version
	case bitlocker && m.lines == 1:
		m.title = true
	}
	if bytes.Contains(text, []byte("fwlink/?LinkID=260589")) {
		m.link = true
	}
	if label, _ := splitLabel(text); label != nil {
		switch fold(label) {
		case "keyprotectorid", "keyprotectortype", "recoverypassword", "keyprotector":
			m.list = true
		case "keyid":
			m.keyID = true
		case "bitlockerrecoverykey":
			m.list = m.list || m.keyID // a helper script for Graph prints both
		case "id":
			m.ids++
		}
	}
}

// format tells the format of the text.
func (m *blockMarks) format(t *text, items []item) Format {
	keys := 0
	for _, it := range items {
		if it.isKey {
			keys++
		}
	}
	name := bytes.ToLower([]byte(t.src.name))
	switch {
	case t.format != Text:
		return t.format
	case m.tool > 0 || m.volumes > 0 && m.ids > 0:
		return ManageBDE
	case m.list:
		return PowerShell
	case keys <= 1 && m.lines <= 64 && (m.title || m.link || bytes.Contains(name, []byte("bitlocker"))):
		return KeyFile
	}
	return Text
}
