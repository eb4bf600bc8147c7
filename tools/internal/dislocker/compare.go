package dislocker

import (
	"context"
	"strings"

	"fortyeight/keyformat"
)

// A Difference is a text on which the two programs do not agree, of which both
// verdicts are known.
type Difference struct {
	Text
	Ours, Theirs Verdict
}

// Known are the differences that have a reason. Each finds its texts by what they
// are, as narrowly as the reason allows: what is left over is a fault.
var Known = []struct {
	Name, Reason string
	is           func(d *Difference) bool
}{
	{
		"length", "Dislocker takes 55 bytes and nothing else. People leave out the hyphens, type spaces beside them and copy a line end along; here all that counts is the digits.",
		func(d *Difference) bool { return d.onlyOurs() && len(d.Text.Text) != keyBytes },
	},
	{
		"places", "Of 55 bytes, dislocker takes each seventh for a separator. Here separators may stand elsewhere.",
		func(d *Difference) bool { return d.onlyOurs() && len(d.Text.Text) == keyBytes && !inPlace(d.Text.Text) },
	},
	{
		"another key", "Of such a text, what dislocker reads can be a key as well, by chance and by its way of reading groups, see below.",
		func(d *Difference) bool { return d.Ours.Key && d.byStrtol() },
	},
	{
		"separator", "Dislocker never reads each seventh byte. Here a letter or a digit between two groups is a slip, of which the person must hear.",
		func(d *Difference) bool {
			return d.onlyTheirs() && inPlace(d.Text.Text) && ours(hyphened(d.Text.Text)) == d.Theirs
		},
	},
	{
		"group", "Dislocker reads a group with strtol, which passes over blanks before a number, takes a sign, and stops at what is no digit; of the rest it only sees the last byte, as the check digit. Here a group is six digits.",
		func(d *Difference) bool {
			return d.onlyTheirs() && d.byStrtol()
		},
	},
}

func (d *Difference) onlyOurs() bool   { return d.Ours.Key && !d.Theirs.Key }
func (d *Difference) onlyTheirs() bool { return d.Theirs.Key && !d.Ours.Key }

// byStrtol reports whether dislocker's key is what strtol makes of a text in whose
// groups not all is digits.
func (d *Difference) byStrtol() bool {
	text := d.Text.Text
	return d.Theirs.Key && len(text) == keyBytes && !inPlace(text) && byStrtol(text) == d.Theirs.Bytes
}

// keyBytes is the length of a key as Windows prints it.
const keyBytes = keyformat.Groups*(keyformat.GroupDigits+1) - 1

// stride is the distance between the beginnings of two groups.
const stride = keyformat.GroupDigits + 1

// inPlace reports whether a text has 55 bytes, and digits wherever no hyphen belongs.
func inPlace(text string) bool {
	if len(text) != keyBytes {
		return false
	}
	for i := range len(text) {
		if i%stride != stride-1 && (text[i] < '0' || text[i] > '9') {
			return false
		}
	}
	return true
}

// hyphened returns a text of 55 bytes with hyphens where they belong.
func hyphened(text string) string {
	b := []byte(text)
	for i := stride - 1; i < len(b); i += stride {
		b[i] = '-'
	}
	return string(b)
}

// byStrtol returns the bytes of a key whose groups are read as C reads numbers.
func byStrtol(text string) (bytes [16]byte) {
	for g := range keyformat.Groups {
		group := strings.TrimLeft(text[g*stride:][:keyformat.GroupDigits], " \t\n\v\f\r")
		sign, value := 1, 0
		switch {
		case strings.HasPrefix(group, "-"):
			sign, group = -1, group[1:]
		case strings.HasPrefix(group, "+"):
			group = group[1:]
		}
		for i := 0; i < len(group) && group[i] >= '0' && group[i] <= '9'; i++ {
			value = value*10 + int(group[i]-'0')
		}
		word := uint16(sign * value / 11)
		bytes[2*g], bytes[2*g+1] = byte(word), byte(word>>8)
	}
	return bytes
}

// ours is what this project says of a text.
func ours(text string) Verdict {
	key, err := keyformat.ParseKey(text)
	if err != nil {
		return Verdict{}
	}
	return Verdict{true, key.Bytes()}
}

// A Result is what a comparison came to.
type Result struct {
	Both, Neither int          // texts that both call a key, the same one, and that neither does
	Known         []int        // texts of each of the known differences, in their order
	Left          []Difference // what nothing explains
}

// Texts returns how many texts were compared.
func (r *Result) Texts() int {
	n := r.Both + r.Neither + len(r.Left)
	for _, known := range r.Known {
		n += known
	}
	return n
}

// Compare adds texts with dislocker's verdicts on them.
func (r *Result) Compare(texts []Text, theirs []Verdict) {
	if r.Known == nil {
		r.Known = make([]int, len(Known))
	}
next:
	for i, text := range texts {
		d := Difference{text, ours(text.Text), theirs[i]}
		switch {
		case d.Ours != d.Theirs:
		case d.Ours.Key:
			r.Both++
			continue
		default:
			r.Neither++
			continue
		}
		for n := range Known {
			if Known[n].is(&d) {
				r.Known[n]++
				continue next
			}
		}
		r.Left = append(r.Left, d)
	}
}

// Printed compares once more the texts that only this project takes, as it prints
// their keys: dislocker must take each of those, and as the same key.
func (r *Result) Printed(ctx context.Context, o *Oracle, texts []Text, theirs []Verdict) error {
	var printed []Text
	var list []string
	for i, text := range texts {
		if key, err := keyformat.ParseKey(text.Text); err == nil && !theirs[i].Key {
			printed = append(printed, Text{text.Made + ", printed anew", key.String()})
			list = append(list, key.String())
		}
	}
	again, err := o.Ask(ctx, list)
	if err != nil {
		return err
	}
	for i, v := range again {
		if mine := ours(printed[i].Text); mine != v {
			r.Left = append(r.Left, Difference{printed[i], mine, v})
		}
	}
	return nil
}
