package keyfile

import (
	"bytes"

	"fortyeight/keyformat"
)

// A unit is what belongs together in a text: an object, an element, an entry
// of a directory, a row. Values go in with their labels, and records come out.
type unit struct {
	fields Fields
	weak   bool // the date is one that a better one replaces
	// weakName says the same of the device.
	weakName bool
	keys     []keyIn
	ids      []idIn
	count    int // values so far
	noKey    int // line on which a label of a key stands without one
}

// A keyIn is a key in a unit, with what is known of it so far.
type keyIn struct {
	found
	at       int // the number of its value in the unit
	labelled bool
}

// An idIn is an ID in a unit.
type idIn struct {
	id   keyformat.ID
	role role
	at   int
	line int
}

// value takes a value and its label into the unit. Either may be empty.
func (u *unit) value(t *text, label, value []byte, line int) {
	u.count++
	value = bytes.TrimSpace(value)
	r := roleOf(label)
	if len(value) == 0 {
		if r == aKey {
			u.noKey = line
		}
		return
	}
	if len(value) >= keyDigits-keyformat.Groups && u.keysIn(t, value, r, line) {
		return
	}
	switch {
	case r == aDevice && (u.fields.Device == "" || u.weakName):
		u.fields.Device, u.weakName = t.string(value), false
		return
	case r == weakDevice && u.fields.Device == "" && isName(value):
		u.fields.Device, u.weakName = t.string(value), true
		return
	case r == aVolume && u.fields.Volume == "":
		if _, start := nextGUID(value, 0); start < 0 {
			u.fields.Volume = t.string(value)
			return
		}
	case (r == aDate || r == weakDate) && (u.fields.Created == "" || u.weak && r == aDate):
		u.setDate(t.string(value))
		u.weak = r == weakDate
		return
	}
	if u.idsIn(t, value, r, line) {
		return
	}
	if (r == aKey || isRedacted(value) || isFileVault(value)) && t.strangeKey(value, line) {
		u.noKey = 0
	}
}

func (u *unit) setDate(text string) {
	u.fields.Created, u.fields.Date = text, normalDate(text)
}

// keysIn adds the keys in a value, and the IDs that stand with them.
func (u *unit) keysIn(t *text, value []byte, r role, line int) bool {
	n := len(u.keys)
	for at := 0; ; {
		h, ok := nextHit(value, at)
		if !ok {
			break
		}
		f, ok := t.take(h, value, line)
		if ok {
			if id := idBeside(value[at:h.start], value[h.end:]); !id.IsZero() {
				f.id, f.pairing = id, Nearest
			}
			u.keys = append(u.keys, keyIn{f, u.count, r == aKey})
		}
		at = h.end
	}
	return len(u.keys) > n
}

// idBeside returns the ID that stands in one text with a key, as in a note:
// before it or, failing that, after it.
func idBeside(before, after []byte) keyformat.ID {
	if id, start := lastGUID(before); start >= 0 {
		return id
	}
	if h, ok := nextHit(after, 0); ok {
		after = after[:h.start] // the next key may have its own before it
	}
	if id, start := nextGUID(after, 0); start >= 0 {
		return id
	}
	for _, part := range [][]byte{before, after} {
		for word := range bytes.FieldsSeq(part) {
			if id, ok := idWord(word); ok {
				return id
			}
		}
	}
	return keyformat.ID{}
}

// idsIn adds the ID that a value is, or that stands in it.
func (u *unit) idsIn(t *text, value []byte, r role, line int) bool {
	named := r == anID || r == someID
	if id, ok := wholeValue(value, named); ok {
		u.ids = append(u.ids, idIn{id, r, u.count, line})
		return true
	}
	if r == anID {
		if id, ok := base64GUID(value); ok {
			u.ids = append(u.ids, idIn{id, r, u.count, line})
			return true
		}
	}
	id, start := nextGUID(value, 0)
	if start < 0 {
		return false
	}
	if named {
		u.ids = append(u.ids, idIn{id, r, u.count, line})
		return true
	}
	// The name of a key's entry in a directory: the date and the ID
	// (domain.md §2.7).
	if date := cnDate(value, start); date != "" {
		if u.fields.Created == "" {
			u.setDate(date)
		}
		if device := cnParent(value[start:]); device != nil && u.fields.Device == "" {
			u.fields.Device = t.string(device)
		}
		r = anID
	}
	u.ids = append(u.ids, idIn{id, r, u.count, line})
	return true
}

// close makes records of the keys in the unit. Those that lack something wait
// in the unit around it, if there is one.
func (u *unit) close(t *text, around *unit) {
	u.give()
	if len(u.keys) == 0 {
		u.without(t)
		return
	}
	for i := range u.keys {
		k := &u.keys[i]
		k.fields.fill(&u.fields)
		if around != nil && len(around.keys) < maxPending && (k.id.IsZero() || !k.fields.complete()) {
			k.at = around.count
			around.keys = append(around.keys, *k)
			continue
		}
		t.found(&k.found)
	}
}

// without notes that the unit names a key and has none.
func (u *unit) without(t *text) {
	for _, in := range u.ids {
		if in.role == anID || in.role == someID && !u.fields.isZero() {
			t.listed(in.id, &u.fields, in.line)
			return
		}
	}
	if u.noKey > 0 && u.fields.Device != "" {
		t.listed(keyformat.ID{}, &u.fields, u.noKey)
	}
}

func (f *Fields) isZero() bool { return *f == Fields{} }
