package keyformat

import (
	"slices"
	"testing"
)

const (
	idA  = "3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C"
	idA2 = "3FD763F9-0000-4E90-8FA2-1F6A2E2B4E0C" // begins as idA does
	idB  = "ABC7C7A1-9BEE-4F1C-90F7-5AB6D66CD465"
)

func ids(texts ...string) []ID {
	var all []ID
	for _, text := range texts {
		id := ID{}
		if text != "" {
			id = MustParseID(text)
		}
		all = append(all, id)
	}
	return all
}

func TestMatchID(t *testing.T) {
	tests := []struct {
		reason, id string
		known      []ID
		want       Match
		fits       []int
	}{
		{"the same", idA, ids(idB, idA), MatchWhole, []int{1}},
		{"a screen shows the beginning", "3FD763F9", ids(idB, idA), MatchBeginning, []int{1}},
		{"a list shows the beginning", idA, ids("3FD763F9", idB), MatchBeginning, []int{0}},
		{"two beginnings of different lengths", "3FD763F9-74C7-4E", ids("3FD763F9"), MatchBeginning, []int{0}},
		{"none", idB, ids(idA, idA2), NoMatch, nil},
		{"nothing known", idB, nil, NoMatch, nil},
		{"a beginning that fits two", "3FD763F9", ids(idA, idA2), MatchAmbiguous, []int{0, 1}},
		{"whole beside one that only begins so", idA, ids(idA2, "3FD763F9", idA), MatchWhole, []int{2}},
		{"the same ID in two places", "3FD763F9", ids(idA, idA), MatchBeginning, []int{0, 1}},
		{"an ID beside its own beginning", "3FD763F9", ids(idA, "3FD763F9-74C7"), MatchBeginning, []int{0, 1}},
		{"the zero ID fits nothing", "", ids(idA), NoMatch, nil},
		{"nor does anything fit it", idA, ids(""), NoMatch, nil},
	}
	for _, tt := range tests {
		m, fits := MatchID(ids(tt.id)[0], tt.known)
		if m != tt.want || !slices.Equal(fits, tt.fits) {
			t.Errorf("%s: %v %v, want %v %v", tt.reason, m, fits, tt.want, tt.fits)
		}
	}
}

func TestIDForms(t *testing.T) {
	// The pair of domain.md §2.7: mixed-endian bytes and the text.
	guid := [16]byte{0xf9, 0x63, 0xd7, 0x3f, 0xc7, 0x74, 0x90, 0x4e, 0x8f, 0xa2, 0x1f, 0x6a, 0x2e, 0x2b, 0x4e, 0x0c}
	id := IDFromGUID(guid)
	if id.String() != idA || id != MustParseID(idA) || IDFromBytes(id.Bytes()) != id {
		t.Errorf("the GUID reads as %v, want %v", id, idA)
	}
	for digits, want := range map[int]string{0: idA[:8], 8: idA[:8], 9: idA[:10], 14: idA[:16], 32: idA, 99: idA} {
		if got := id.Beginning(digits).String(); got != want {
			t.Errorf("beginning of %d digits: %s, want %s", digits, got, want)
		}
	}
	if got := MustParseID(idA[:8]).Beginning(20).String(); got != idA[:8] {
		t.Errorf("a beginning cannot grow: %s", got)
	}
	sorted := ids(idA[:8], idA2, idA, idB)
	if !slices.IsSortedFunc(sorted, ID.Compare) {
		t.Errorf("not in order: %v", sorted)
	}
}

// TestPairing puts keys and IDs into texts as files have them.
func TestPairing(t *testing.T) {
	key2 := KeyFromBytes([16]byte{1, 2, 3}).String()
	tests := []struct {
		reason, text string
		want         []ID
	}{
		{"an ID before each key", idA + "\n" + sample + "\n" + idB + "\n" + key2, ids(idA, idB)},
		{"the nearest before wins", idB + "\n" + idA + "\n" + sample, ids(idA)},
		{"an ID after each key", sample + " " + idA + "\n" + key2 + " " + idB, ids(idA, idB)},
		{"short and whole", idA[:16] + " " + idA + " " + sample, ids(idA)},
		{"whole and then short", idA + " " + idA[:8] + " " + sample, ids(idA)},
		{"one key without", idA + "\n" + sample + "\n" + key2, ids(idA, "")},
		{"none at all", sample + "\n" + key2, ids("", "")},
		{"the same key twice", sample + "\n" + sample, ids("")},
		{"… and once with its ID", sample + "\n" + key2 + "\n" + idA + " " + sample, ids(idA, "")},
		{"… and once with its beginning", idA[:8] + " " + sample + "\n" + idA + " " + sample, ids(idA)},
		{"… and with two IDs", idA + " " + sample + "\n" + idB + " " + sample, ids(idA, idB)},
	}
	for _, tt := range tests {
		if got := idsOf(Check(tt.text).Found); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.reason, got, tt.want)
		}
	}
}
