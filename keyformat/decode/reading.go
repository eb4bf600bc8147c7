package decode

import "fortyeight/keyformat"

// A Reading is what the decoder makes of a text. The zero Reading is that of
// an empty text.
type Reading struct {
	State State
	// Candidates are the keys that the text can have come from, likeliest
	// first, all different, at most [MaxCandidates]; empty when State is None.
	Candidates []Candidate
	// IDs are the Key IDs that stand in the text, in order.
	IDs []FoundID
	// Unreadable lists the groups, 1 to 8, of which too little is left: more
	// values fit than the list of candidates has places.
	Unreadable []int
	// Fits is the number of keys that fit what can be read: 65536 for one
	// unreadable group, its powers for more, exact up to 2^128. It is the
	// number of candidates where all of them are listed, and 0 where
	// neither candidates nor unreadable groups are listed.
	Fits float64
	// Diagnosis names what stands in the text instead of a key, or beside it:
	// MoreGroups can come with candidates.
	Diagnosis Diagnosis
	// Read is the number of bytes of the text that were looked at. It is less
	// than the length of the text when Truncated.
	Read int
	// Truncated reports that the text is longer than [MaxText] or holds more
	// than [MaxDigits] characters of key-like text, so that only its
	// beginning was read.
	Truncated bool
}

// A State says how sure a reading is.
type State uint8

const (
	None    State = iota // no key, or too little left of it
	Choice               // several keys are possible: a list to try
	Likely               // one key is far more likely than the others
	Certain              // read clearly; still, only the locked PC proves a key
	stateCount
)

// String returns the fixed name of the state: none, choice, likely, certain.
func (s State) String() string {
	if s < stateCount {
		return [stateCount]string{"none", "choice", "likely", "certain"}[s]
	}
	return "unknown"
}

const (
	// certainBound is the probability from which a reading is called certain:
	// what can be wrong with a text that looks clean, two misread digits that
	// cancel out mod 11, comes to 0.1 % to 0.2 % by the table of costs, and one
	// look-alike letter in it to 0.5 %. One misread digit that only arithmetic
	// gives away stays below 0.99, since four or five other keys explain it
	// too. The bound parts the two, and of 100 readings just above it one may
	// be wrong.
	certainBound = 0.99
	// likelyBound is the probability from which one key outweighs all others.
	likelyBound = 0.8
	// listBound is the probability below which the best key is not worth a
	// try: dozens fit as well, and the arithmetic cannot tell them apart.
	listBound = 0.03
	// listFloor is how much better than by chance a text must agree with some
	// key for candidates to be listed. Of 26,000 documents full of numbers and
	// without a key none reaches it; a key with three wrong digits in three
	// groups exceeds it a thousand times.
	listFloor = 1e12 * noKey
	// MaxCandidates is the length of the list of candidates: as many as
	// somebody can try by hand on a locked PC.
	MaxCandidates = 12
)

// A Candidate is a key that a text can have come from.
type Candidate struct {
	Key keyformat.Key
	// Probability is that of the key given the text, from 0 to 1, over all
	// keys and no key at all. Where a text holds several keys each has its
	// share.
	Probability float64
	// Changes are the differences between the text and the key, in the order
	// of the digits; separators do not count.
	Changes []Change
	// Start and End are the byte offsets of the key in the text; where two
	// readings are joined, of the first.
	Start, End int
}

// A Change is one difference between the text and a candidate.
type Change struct {
	Group int // 1 to 8
	Place int // 1 to 6: the digit in the group, the first if several; 0 for Joined
	Kind  ChangeKind
	// From is what stands in the text and To what it is read as: characters
	// of a key, so never log them. From is empty for a missing digit, To for
	// an extra character, and both for Joined.
	From, To string
}

// A ChangeKind says what happened to a digit.
type ChangeKind uint8

const (
	LookAlike   ChangeKind = iota // a letter or sign that looks like the digit
	Substituted                   // another digit
	Missing                       // nothing, or a sign for "unreadable"
	Extra                         // a character too many
	Swapped                       // digits in another order
	Joined                        // a group taken from the second of two readings
	changeCount
)

// String returns the fixed name of the kind: look-alike, substituted, missing,
// extra, swapped, joined.
func (k ChangeKind) String() string {
	if k < changeCount {
		return [changeCount]string{"look-alike", "substituted", "missing", "extra", "swapped", "joined"}[k]
	}
	return "unknown"
}
