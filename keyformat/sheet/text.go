package sheet

import "strings"

// TextWords are the sentences of the text file, one line each.
type TextWords struct {
	Title   string // what this file is
	Compare string // before the Key ID
	Use     string // before the key
	Other   string // after the key: where the ID is another one
	// Labels of the fields; a field that is empty has no line.
	Device, Drive, Owner, Date, Note string
	// Repaired says that the key was mended and not tried yet.
	Repaired string
}

// The labels by which people and programs find the two values. They are those
// of Windows in English, whatever the language of the sentences.
const (
	idLabel  = "Identifier:"
	keyLabel = "Recovery Key:"
)

const newline = "\r\n" // as Windows ends its lines

// Text returns the sheet as a plain text file laid out as Windows lays out a
// saved key (domain.md §2.1), with our own sentences, so that any program that
// reads those reads this.
func (s Sheet) Text(w TextWords) string {
	var b strings.Builder
	block := func(lines ...string) {
		for _, line := range lines {
			b.WriteString(line + newline)
		}
		b.WriteString(newline)
	}
	block(w.Title)
	if !s.ID.IsZero() {
		block(w.Compare)
		block(idLabel, "", "\t"+s.ID.String())
	}
	block(w.Use)
	block(keyLabel, "", "\t"+s.Key.String())
	if s.Repaired {
		block(w.Repaired)
	}
	if !s.ID.IsZero() {
		block(w.Other)
	}
	for _, field := range [...][2]string{
		{w.Device, s.Device}, {w.Drive, s.Drive}, {w.Owner, s.Owner}, {w.Date, s.Date}, {w.Note, s.Note},
	} {
		if field[1] != "" {
			b.WriteString(field[0] + ": " + field[1] + newline)
		}
	}
	return b.String()
}

// TextName returns the name for the text file: the one Windows would give it,
// by which people and programs find it.
func (s Sheet) TextName() string {
	name := "BitLocker Recovery Key"
	if !s.ID.IsZero() {
		name += " " + s.ID.String()
	}
	return name + ".TXT"
}
