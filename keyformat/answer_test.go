package keyformat

import "testing"

var otherKey = KeyFromBytes([16]byte{1, 2, 3}).String()

func TestAnswerKey(t *testing.T) {
	file := func(text string) []Found { return Check(text).Found }
	tests := []struct {
		reason, text, screen string
		known                []Found
		want                 Answer
		id                   string
	}{
		{"nothing typed", "", "", nil, KeyNone, ""},
		{"being typed", sample[:20], idA, nil, KeyUnfinished, ""},
		{"a slip", sample[:54] + "0", idA, nil, KeyWrong, ""},
		{"no ID anywhere", sample, "", nil, KeyWellFormed, ""},
		{"the text names it, the screen is not given", idA + " " + sample, "", nil, KeyWellFormed, idA},
		{"an ID on the screen, none known", sample, idA, nil, KeyIDUnknown, ""},
		{"pasted with its ID", idA + " " + sample, idA, nil, KeyMatches, idA},
		{"pasted with the beginning of its ID", idA[:8] + " " + sample, idA, nil, KeyMatchesBeginning, idA[:8]},
		{"a file knows it", sample, idA[:8], file(idA + " " + sample), KeyMatchesBeginning, idA},
		{"a file knows it for another ID", sample, idB, file(idA + " " + sample), KeyOther, idA},
		{"a file knows another key for this ID", sample, idA, file(idA + " " + otherKey), KeyIDUnknown, ""},
		{"two keys in the text: the fitting one is shown", idB + " " + otherKey + "\n" + idA + " " + sample, idA, nil, KeyMatches, idA},
	}
	for _, tt := range tests {
		report := Check(tt.text)
		got, id := AnswerKey(&report, ids(tt.screen)[0], tt.known)
		if got != tt.want || id.String() != tt.id {
			t.Errorf("%s: %v %v, want %v %s", tt.reason, got, id, tt.want, tt.id)
		}
		if report.State == Valid && report.Key.String() != sample && tt.want != KeyWellFormed {
			t.Errorf("%s: another key is shown", tt.reason)
		}
	}
}

func TestAnswerFile(t *testing.T) {
	tests := []struct {
		reason, name, text, screen string
		want                       Answer
		found                      int
	}{
		{"a letter", "letter.txt", "Dear all", idA, FileNoKey, -1},
		{"an ID without its key", "list.txt", idA, idA, FileNoKey, -1},
		{"a damaged key", "k.txt", idA + " " + sample[:54] + "0", idA, FileDamaged, -1},
		{"no ID on the screen", "k.txt", idA + " " + sample, "", FileHolds, 0},
		{"the key for the screen", "k.txt", idA + " " + sample, idA, FileMatches, 0},
		{"the key for the screen's beginning", "k.txt", idA + " " + sample, idA[:8], FileMatchesBeginning, 0},
		{"the second of two", "k.txt", idB + " " + otherKey + "\n" + idA + " " + sample, idA, FileMatches, 1},
		{"two begin alike", "k.txt", idA2 + " " + otherKey + "\n" + idA + " " + sample, idA[:8], FileSeveral, 0},
		{"no ID in the file", "k.txt", sample, idA, FileUnlabelled, 0},
		{"the ID stands in the name", "BitLocker Recovery Key " + idA + ".TXT", sample, idA, FileMatches, 0},
		{"another ID", "k.txt", idA + " " + sample, idB, FileOther, 0},
	}
	for _, tt := range tests {
		got, found := AnswerFile(CheckFile(tt.name, tt.text), ids(tt.screen)[0])
		if got != tt.want || found != tt.found {
			t.Errorf("%s: %v %d, want %v %d", tt.reason, got, found, tt.want, tt.found)
		}
	}
}

func TestStartupKey(t *testing.T) {
	head := make([]byte, StartupKeyHead)
	head[0], head[12], head[4], head[8] = 156, 156, 1, 48
	copy(head[16:], []byte{0xf9, 0x63, 0xd7, 0x3f, 0xc7, 0x74, 0x90, 0x4e, 0x8f, 0xa2, 0x1f, 0x6a, 0x2e, 0x2b, 0x4e, 0x0c})
	tests := []struct {
		reason string
		head   []byte
		size   int64
		want   bool
	}{
		{"a startup key", head, 156, true},
		{"another size", head, 180, false},
		{"too few bytes", head[:47], 156, false},
		{"a text", []byte("BitLocker Drive Encryption recovery key, and so on"), 156, false},
		{"nothing", nil, 0, false},
	}
	for _, tt := range tests {
		id, ok := StartupKey(tt.head, tt.size)
		if ok != tt.want || ok && id.String() != idA || !ok && !id.IsZero() {
			t.Errorf("%s: %v %v", tt.reason, id, ok)
		}
	}
}
