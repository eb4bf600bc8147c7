package keyformat

// A GroupState says where one group stands. Its name, from String, is fixed.
type GroupState uint8

// The states of a group.
const (
	GroupEmpty       GroupState = iota // nothing typed yet
	GroupUnfinished                    // fewer than six digits
	GroupRight                         // six digits that the rule allows
	GroupNotMultiple                   // not a multiple of 11
	GroupTooLarge                      // above 720885, or beginning so that it must become so
	GroupTooLong                       // more than six digits between two separators
	GroupNotDigits                     // has a character that is not a digit
	groupStateCount
)

var groupStateNames = [groupStateCount]string{
	GroupEmpty:       "empty",
	GroupUnfinished:  "unfinished",
	GroupRight:       "right",
	GroupNotMultiple: "not-multiple-of-11",
	GroupTooLarge:    "above-720885",
	GroupTooLong:     "too-long",
	GroupNotDigits:   "not-digits",
}

// String returns the fixed name of the state, such as "not-multiple-of-11".
func (s GroupState) String() string { return groupStateNames[s] }

// GroupStates returns every state, for tests that each has its words.
func GroupStates() []GroupState {
	all := make([]GroupState, groupStateCount)
	for i := range all {
		all[i] = GroupState(i)
	}
	return all
}

// Wrong reports whether a group in this state cannot become right by typing
// more digits at its end.
func (s GroupState) Wrong() bool { return s >= GroupNotMultiple }

// A Group is one of the eight groups as the text has it.
type Group struct {
	State GroupState
	Text  string // its digits in ASCII, and strange characters as they are
	// Start and End are the bytes of the text in which the group stands; both
	// are 0 for an empty group.
	Start, End int
}

// groupState judges the marks of one group.
func groupState(marks []mark) GroupState {
	v := groupValue(marks)
	switch {
	case len(marks) == 0:
		return GroupEmpty
	case v < 0:
		return GroupNotDigits
	case len(marks) > GroupDigits:
		return GroupTooLong
	}
	for range GroupDigits - len(marks) {
		v *= 10 // the least that it can become
	}
	switch {
	case v > MaxGroup:
		return GroupTooLarge
	case len(marks) < GroupDigits:
		return GroupUnfinished
	case v%divisor != 0:
		return GroupNotMultiple
	}
	return GroupRight
}

// group returns the Group that marks are in text.
func group(text string, marks []mark) Group {
	if len(marks) == 0 {
		return Group{}
	}
	digits := make([]byte, 0, 2*GroupDigits)
	for _, m := range marks {
		if m.value < 0 {
			digits = append(digits, text[m.at:m.end]...)
		} else {
			digits = append(digits, byte('0'+m.value))
		}
	}
	return Group{groupState(marks), string(digits), int(marks[0].at), int(marks[len(marks)-1].end)}
}
