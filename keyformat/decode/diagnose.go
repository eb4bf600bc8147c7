package decode

import (
	"slices"

	"fortyeight/keyformat"
)

// A Diagnosis names what a text without a key holds instead. It goes by shape,
// so it can be wrong, and the words for people say "looks like".
type Diagnosis uint8

const (
	Nothing          Diagnosis = iota // a key was found, or nothing of a known shape
	KeyIDOnly                         // a Key ID, whole or its beginning, without the key
	IDAndKeyGlued                     // the beginning of a Key ID run together with the end of a key
	SevenGroups                       // seven groups of six digits
	FewGroups                         // two to six groups of six digits
	MoreGroups                        // nine groups or more in one run
	Redacted                          // a key whose groups were blacked out: XXXXXX
	TwentyFive                        // five by five characters: a product key or a Microsoft account's recovery code
	FileVaultKey                      // six by four characters: a Mac's FileVault recovery key
	AppleRecoveryKey                  // seven by four characters: an Apple account's recovery key
	SixDigitCode                      // a one-time code
	PasswordOrPIN                     // one short word or number
	diagnosisCount
)

var diagnosisNames = [diagnosisCount]string{
	Nothing:          "nothing",
	KeyIDOnly:        "key-id",
	IDAndKeyGlued:    "id-and-key",
	SevenGroups:      "seven-groups",
	FewGroups:        "few-groups",
	MoreGroups:       "more-groups",
	Redacted:         "redacted",
	TwentyFive:       "25-characters",
	FileVaultKey:     "filevault-key",
	AppleRecoveryKey: "apple-recovery-key",
	SixDigitCode:     "six-digit-code",
	PasswordOrPIN:    "password-or-pin",
}

// String returns the fixed name of the diagnosis, such as "key-id".
func (d Diagnosis) String() string {
	if d < diagnosisCount {
		return diagnosisNames[d]
	}
	return "unknown"
}

// Growing reports whether a text of this diagnosis can be the beginning of a
// key that somebody is typing: after seven groups the eighth may follow. It is
// told once the typing has ended.
func (d Diagnosis) Growing() bool {
	switch d {
	case SevenGroups, FewGroups, SixDigitCode, PasswordOrPIN, IDAndKeyGlued:
		return true
	}
	return false
}

// Diagnoses returns every diagnosis, for tests that each has its words.
func Diagnoses() []Diagnosis {
	all := make([]Diagnosis, diagnosisCount)
	for i := range all {
		all[i] = Diagnosis(i)
	}
	return all
}

// diagnose names a text in which no key was found and these IDs were. More
// telling shapes come first.
func (s *survey) diagnose(ids []FoundID) Diagnosis {
	switch {
	case s.masked:
		return Redacted
	case s.fives == 5:
		return TwentyFive
	case s.fours == 6:
		return FileVaultKey
	case s.fours == 7:
		return AppleRecoveryKey
	case s.glued:
		return IDAndKeyGlued
	case s.sixes > keyformat.Groups:
		return MoreGroups
	case s.near >= keyformat.Groups: // a whole key, in which a digit is lost or doubled
	case s.sixes == keyformat.Groups-1:
		return SevenGroups
	case s.sixes > 1 && s.sixes < keyformat.Groups:
		return FewGroups
	case s.id, slices.ContainsFunc(ids, hasLetter):
		return KeyIDOnly
	case s.tokens <= labelTokens && (s.sixes == 1 || s.threes == 2) && s.digits == groupDigits:
		return SixDigitCode
	case s.tokens == 1 && s.password:
		return PasswordOrPIN
	}
	return Nothing
}

// hasLetter reports whether an ID has a letter among its digits. One in three
// million whole ones has none, and 32 decimal digits are rather a key that is
// being typed.
func hasLetter(f FoundID) bool {
	for _, b := range f.ID.Bytes() {
		if b>>4 > 9 || b&0xF > 9 {
			return true
		}
	}
	return false
}

// labelTokens is how many words a short code can have beside it: "Your
// one-time code is".
const labelTokens = 10
