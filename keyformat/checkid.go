package keyformat

import "unicode/utf8"

// An IDState says how far a Key ID has been typed.
type IDState uint8

// The states of a Key ID that is being typed.
const (
	IDNone       IDState = iota // nothing yet
	IDUnfinished                // fewer than 8 hex digits
	IDBeginning                 // 8 to 31 hex digits: enough to compare
	IDWhole                     // all 32
	IDWrong                     // not a Key ID
	idStateCount
)

var idStateNames = [idStateCount]string{"none", "unfinished", "beginning", "whole", "wrong"}

// String returns the fixed name of the state, such as "beginning".
func (s IDState) String() string { return idStateNames[s] }

// IDStates returns every state, for tests that each has its words.
func IDStates() []IDState { return []IDState{IDNone, IDUnfinished, IDBeginning, IDWhole, IDWrong} }

// An IDReport says where a Key ID stands that is being typed.
type IDReport struct {
	State   IDState
	ID      ID   // in the states IDBeginning and IDWhole
	Problem Kind // in the states IDNone (IDEmpty), IDUnfinished (IDTooShort) and IDWrong
}

// CheckID reads a Key ID as it is typed: see [ParseID] for what it takes.
func CheckID(text string) IDReport {
	if len(text) > MaxText {
		return IDReport{State: IDWrong, Problem: TextTooLong}
	}
	text = afterLabel(text)
	var id ID
	due, seen, misplaced := 0, 0, false
	gapHere := false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		v := hexValue(r)
		if v < 0 {
			switch c := classify(r); {
			case c == soft, r == '{', r == '}', r == '(', r == ')', r == '[', r == ']':
			case c == space, c == dash, c == line, c == cell:
				gapHere = true
			default:
				return IDReport{State: IDWrong, Problem: IDStrange}
			}
			continue
		}
		if id.Whole() {
			return IDReport{State: IDWrong, Problem: IDTooLong}
		}
		if n := id.Digits(); n > 0 {
			if hyphenBefore(n) {
				due++
				if gapHere {
					seen++
				}
			} else if gapHere {
				misplaced = true
			}
		}
		gapHere = false
		id.push(byte(v))
	}
	return judgeID(id, misplaced || seen > 0 && seen < due)
}

// judgeID decides what the digits read so far are worth. All 32 are a whole
// ID wherever its separators stand, since photos break it over lines.
func judgeID(id ID, oddHyphens bool) IDReport {
	switch n := id.Digits(); {
	case n == 0:
		return IDReport{State: IDNone, Problem: IDEmpty}
	case n < MinIDDigits:
		return IDReport{State: IDUnfinished, Problem: IDTooShort}
	case n == IDDigits:
		return IDReport{State: IDWhole, ID: id}
	case oddHyphens:
		return IDReport{State: IDWrong, Problem: IDHyphens}
	}
	return IDReport{State: IDBeginning, ID: id}
}

// afterLabel drops a label: all up to the last colon that something follows.
func afterLabel(text string) string {
	after := 0
	for i, r := range text {
		if r == ':' || r == '\uff1a' {
			after = i + utf8.RuneLen(r)
		}
	}
	return text[after:]
}
