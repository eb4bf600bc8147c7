package sheet

import (
	"strings"
	"unicode"

	"fortyeight/keyformat"
)

// A Sheet is what one backup sheet says. The zero ID means that the Key ID is
// not known.
type Sheet struct {
	Key keyformat.Key
	ID  keyformat.ID
	// Repaired says that the key is a reading that was mended, and that no
	// locked PC has taken it yet. The sheet says so on its face.
	Repaired bool
	Fields
}

// Fields are what people write beside a key. Each may be empty.
type Fields struct {
	Device string // the PC's name, "LAPTOP-7"
	Drive  string // "C:, the system drive"
	Owner  string
	Date   string // as it is to be printed; this package knows no clock
	Note   string // asset number, or where the other copy is
}

// The longest fields that still fit, in characters. What is longer is cut and
// ends in an ellipsis.
const (
	maxField = 80
	maxNote  = 200
)

// New returns the sheet of a key. It makes each field one line of text, and no
// longer than a sheet has room for.
func New(key keyformat.Key, id keyformat.ID, fields Fields) Sheet {
	return Sheet{Key: key, ID: id, Fields: Fields{
		Device: oneLine(fields.Device, maxField),
		Drive:  oneLine(fields.Drive, maxField),
		Owner:  oneLine(fields.Owner, maxField),
		Date:   oneLine(fields.Date, maxField),
		Note:   oneLine(fields.Note, maxNote),
	}}
}

// Digits returns the 48 digits of a key alone: what a scanner types.
func Digits(key keyformat.Key) string {
	return strings.ReplaceAll(key.String(), "-", "")
}

// Groups returns the eight groups of the key, six digits each.
func (s Sheet) Groups() [keyformat.Groups]string {
	var groups [keyformat.Groups]string
	digits := Digits(s.Key)
	for i := range groups {
		groups[i] = digits[i*keyformat.GroupDigits:][:keyformat.GroupDigits]
	}
	return groups
}

// IDParts returns the Key ID as Windows shows it in two parts: its first eight
// characters, by which people tell keys apart, and the rest. Both are empty
// where the ID is not known.
func (s Sheet) IDParts() (first, rest string) {
	id := s.ID.String()
	n := min(len(id), keyformat.MinIDDigits)
	return id[:n], id[n:]
}

// oneLine joins the words of text and cuts it at limit characters. It drops
// what would turn the direction of the text around it.
func oneLine(text string, limit int) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, text)
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > limit {
		runes = append(runes[:limit-1], '…')
	}
	return string(runes)
}
