package keyformat

// An Answer tells somebody where they stand. Its name, from String, is fixed:
// page, command and embed say the sentence that content/words has for it.
type Answer uint8

// The answers about a key in hand, given the Key ID on the recovery screen.
// None of them says that a key is right: only the locked PC proves that.
const (
	KeyNone             Answer = iota // no key yet
	KeyUnfinished                     // it goes on being typed
	KeyWrong                          // something has to be corrected
	KeyWellFormed                     // well-formed; no Key ID given to compare
	KeyIDUnknown                      // well-formed; nothing says which Key ID it has
	KeyMatches                        // it stands with the Key ID on the screen, all 32 digits
	KeyMatchesBeginning               // … with a Key ID that begins as far as it is known
	KeyOther                          // it stands with another Key ID

	// The answers about a file.
	FileEmpty      // nothing in it
	FileNoKey      // text without a key
	FileDamaged    // what may be a key, with something wrong in it
	FileStartupKey // a startup key, not a recovery key
	FileHolds      // a key; no Key ID given to compare
	FileMatches    // the key for the Key ID on the screen, all 32 digits
	FileMatchesBeginning
	FileSeveral    // the beginning on the screen fits several keys
	FileUnlabelled // a key without a Key ID
	FileOther      // keys of other Key IDs only
	answerCount
)

var answerNames = [answerCount]string{
	KeyNone:              "key-none",
	KeyUnfinished:        "key-unfinished",
	KeyWrong:             "key-wrong",
	KeyWellFormed:        "key-well-formed",
	KeyIDUnknown:         "key-id-unknown",
	KeyMatches:           "key-matches",
	KeyMatchesBeginning:  "key-matches-beginning",
	KeyOther:             "key-other",
	FileEmpty:            "file-empty",
	FileNoKey:            "file-no-key",
	FileDamaged:          "file-damaged",
	FileStartupKey:       "file-startup-key",
	FileHolds:            "file-holds",
	FileMatches:          "file-matches",
	FileMatchesBeginning: "file-matches-beginning",
	FileSeveral:          "file-several",
	FileUnlabelled:       "file-unlabelled",
	FileOther:            "file-other",
}

// String returns the fixed name of the answer, such as "key-matches".
func (a Answer) String() string { return answerNames[a] }

// Answers returns every answer, for tests that each has its words.
func Answers() []Answer {
	all := make([]Answer, answerCount)
	for i := range all {
		all[i] = Answer(i)
	}
	return all
}

// AnswerKey says where the key of report stands, given the Key ID on the
// recovery screen (the zero ID if none was given) and keys known with their
// IDs, from files. It returns the ID that the key is known by, if any. Where
// the text of report holds several keys, the one that fits the screen becomes
// the one that report shows.
func AnswerKey(report *Report, screen ID, known []Found) (Answer, ID) {
	if len(report.Found) > 1 {
		if match, fits := MatchID(screen, idsOf(report.Found)); match != NoMatch && match != MatchAmbiguous {
			report.Show(fits[0])
		}
	}
	switch report.State {
	case None:
		return KeyNone, ID{}
	case Unfinished:
		return KeyUnfinished, ID{}
	case Wrong:
		return KeyWrong, ID{}
	}
	var own []ID
	for _, list := range [...][]Found{report.Found, known} {
		for _, f := range list {
			if f.Key == report.Key && !f.ID.IsZero() {
				own = append(own, f.ID)
			}
		}
	}
	if len(own) == 0 {
		if screen.IsZero() {
			return KeyWellFormed, ID{}
		}
		return KeyIDUnknown, ID{}
	}
	if screen.IsZero() {
		return KeyWellFormed, own[0]
	}
	switch match, fits := MatchID(screen, own); match {
	case MatchWhole:
		return KeyMatches, own[fits[0]]
	case MatchBeginning, MatchAmbiguous:
		return KeyMatchesBeginning, own[fits[0]]
	}
	return KeyOther, own[0]
}

// AnswerFile says what a file's text, checked as file, holds for the Key ID on
// the recovery screen (the zero ID if none was given). It returns the index of
// the key in file.Found that is meant, or -1.
func AnswerFile(file Report, screen ID) (Answer, int) {
	if len(file.Found) == 0 {
		if file.State == Wrong && file.Groups[Groups-1].State != GroupEmpty {
			return FileDamaged, -1
		}
		return FileNoKey, -1
	}
	if screen.IsZero() {
		return FileHolds, 0
	}
	match, fits := MatchID(screen, idsOf(file.Found))
	switch match {
	case MatchWhole:
		return FileMatches, fits[0]
	case MatchBeginning:
		return FileMatchesBeginning, fits[0]
	case MatchAmbiguous:
		return FileSeveral, fits[0]
	}
	for i, f := range file.Found {
		if f.ID.IsZero() {
			return FileUnlabelled, i
		}
	}
	return FileOther, 0
}

func idsOf(found []Found) []ID {
	ids := make([]ID, len(found))
	for i, f := range found {
		ids[i] = f.ID
	}
	return ids
}

// CheckFile is [Check] for a file's text. Windows writes the Key ID into the
// names of the files it saves; a single key that has none in the text takes it
// from there.
func CheckFile(name, text string) Report {
	file := Check(text)
	if len(file.Found) == 1 && file.Found[0].ID.IsZero() {
		if named := Check(name).IDs; len(named) == 1 {
			file.Found[0].ID = named[0]
			file.IDs = append(file.IDs, named[0])
		}
	}
	return file
}
