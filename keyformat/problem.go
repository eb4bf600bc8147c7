package keyformat

// A Problem is one reason why a text is not a recovery key or a Key ID. It
// names the place and never the digits, since problems reach logs and screens.
type Problem struct {
	Kind  Kind
	Group int // 1 to 8, or 0 when the whole text is meant
}

// A Kind says what is wrong. Its name, from String, is fixed: words, tests and
// other programs refer to it.
type Kind uint8

// The kinds of problem, in the order in which a reader meets them.
const (
	NoDigits     Kind = iota // there is no key in the text
	TooShort                 // the text ends before the eighth group is full
	GroupShort               // a group has fewer than six digits and another follows
	GroupLong                // a group has more than six digits between two separators
	GroupStrange             // a group has a character that is not a digit
	NotMultiple              // a group is not a multiple of 11
	TooLarge                 // a group is above 720885
	DigitsAfter              // digits stand after the eighth group
	TextAfter                // other text stands after the eighth group
	TextTooLong              // the text is longer than MaxText; only its beginning was read
	IDEmpty                  // there is no Key ID in the text
	IDTooShort               // fewer than 8 hex digits
	IDTooLong                // more than 32 hex digits
	IDStrange                // a character that no Key ID has
	IDHyphens                // hyphens stand where no GUID has them
	kindCount
)

var kindNames = [kindCount]string{
	NoDigits:     "no-digits",
	TooShort:     "too-short",
	GroupShort:   "group-short",
	GroupLong:    "group-long",
	GroupStrange: "group-strange",
	NotMultiple:  "not-multiple-of-11",
	TooLarge:     "above-720885",
	DigitsAfter:  "digits-after",
	TextAfter:    "text-after",
	TextTooLong:  "text-too-long",
	IDEmpty:      "id-empty",
	IDTooShort:   "id-too-short",
	IDTooLong:    "id-too-long",
	IDStrange:    "id-strange",
	IDHyphens:    "id-hyphens",
}

// String returns the fixed name of the kind, such as "not-multiple-of-11".
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}

// Kinds returns every kind of problem, for tests that each has its words.
func Kinds() []Kind {
	all := make([]Kind, kindCount)
	for i := range all {
		all[i] = Kind(i)
	}
	return all
}

// A ParseError is the only error that [ParseKey] and [ParseID] return. Its
// text names places and kinds in plain words, never a character of the input.
type ParseError struct {
	Problems []Problem // in the order of the text, at least one
}

func (e *ParseError) Error() string {
	b := []byte("not a recovery key")
	if e.Problems[0].Kind >= IDEmpty {
		b = []byte("not a Key ID")
	}
	for i, p := range e.Problems {
		if i == 0 {
			b = append(b, ": "...)
		} else {
			b = append(b, ", "...)
		}
		if p.Group > 0 {
			b = append(b, "group "...)
			b = append(b, byte('0'+p.Group), ' ')
		}
		b = append(b, p.Kind.describe()...)
	}
	return string(b)
}

// describe says what is wrong in the plain English of a Go error; the words
// that people read stand in content/words.
func (k Kind) describe() string {
	switch k {
	case NoDigits:
		return "no digits found"
	case TooShort:
		return "is not full, and there the text ends"
	case GroupShort:
		return "has fewer than six digits"
	case GroupLong:
		return "has more than six digits"
	case GroupStrange:
		return "has a character that is not a digit"
	case NotMultiple:
		return "is not a multiple of 11"
	case TooLarge:
		return "is above the largest group"
	case DigitsAfter:
		return "digits stand after the eighth group"
	case TextAfter:
		return "other text stands after the eighth group"
	case TextTooLong:
		return "the text is too long"
	case IDEmpty:
		return "no hex digits found"
	case IDTooShort:
		return "fewer than eight hex digits"
	case IDTooLong:
		return "more than thirty-two hex digits"
	case IDStrange:
		return "a character that is not a hex digit"
	case IDHyphens:
		return "hyphens are not where a GUID has them"
	}
	return "unknown problem"
}
