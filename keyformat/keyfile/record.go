package keyfile

import "fortyeight/keyformat"

// A Record is a recovery key with what stood beside it.
type Record struct {
	Key keyformat.Key
	// ID is the Key ID, whole or its beginning; the zero ID where none was
	// found. It is not a proof: people write IDs beside the wrong keys.
	ID      keyformat.ID
	Format  Format
	Pairing Pairing
	// Repaired reports that the digits in the file are damaged, and that this
	// key is by far the likeliest that they can have come from. Changes says
	// what was changed.
	Repaired bool
	Changes  []Change
	// Places are where the key stands, in the order in which it was found; at
	// least one.
	Places []Place
}

// A Place is where something stands.
type Place struct {
	// File is the name of the file as it was given, and after a slash the name
	// inside it for an archive. It is empty for pasted text.
	File string
	Line int // from 1; 0 where the file has no lines
}

// A Change is one difference between the text and a repaired key. It names
// places only.
type Change struct {
	Group int    // 1 to 8
	Place int    // 1 to 6, the digit in its group; 0 for the whole group
	Kind  string // the fixed name of a decode.ChangeKind
}

// Fields are what tells a key apart for people, as it was written; what is
// empty was not found.
type Fields struct {
	Device  string // the name of the computer
	Volume  string // a drive letter, or what the list says of the drive
	Created string // when the key was made or stored, as written
	// Date is Created in the form 2006-01-02 or 2006-01-02T15:04:05 with the
	// offset as written, if the text leaves no doubt: 01/02/2024 does.
	Date string
}

func (f *Fields) complete() bool { return f.Device != "" && f.Volume != "" && f.Created != "" }

// set sets what a label of that role names, if nothing is there yet.
func (f *Fields) set(r role, value string) {
	switch {
	case r == aDevice && f.Device == "":
		f.Device = value
	case r == aVolume && f.Volume == "":
		f.Volume = value
	case r == aDate && f.Created == "":
		f.Created, f.Date = value, normalDate(value)
	}
}

// fill takes from other what f lacks.
func (f *Fields) fill(other *Fields) {
	if f.Device == "" {
		f.Device = other.Device
	}
	if f.Volume == "" {
		f.Volume = other.Volume
	}
	if f.Created == "" {
		f.Created, f.Date = other.Created, other.Date
	}
}
