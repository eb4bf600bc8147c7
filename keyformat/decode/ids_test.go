package decode

import (
	"strings"
	"testing"

	"fortyeight/keyformat"
)

func TestFindIDs(t *testing.T) {
	const id = "24B0AA32-4E7C-4DD3-9E3B-0A5B7B9A1E77"
	for _, test := range []struct {
		reason, text, want string
	}{
		{"as printed", id, id},
		{"lower case, braces", "ID: {" + strings.ToLower(id) + "}", id},
		{"no hyphens", strings.ReplaceAll(id, "-", ""), id},
		{"spaces about the hyphens", strings.ReplaceAll(id, "-", " - "), id},
		{"a pound sign for an E", "Identifier:\n\t" + strings.Replace(id, "1E77", "1£77", 1), id},
		{"beside a key", "Identifier: " + id + "\n" + someKey, id},
		{"the beginning on the account page", "Key ID\n24B0AA32\nDrive OSV", "24B0AA32"},
		{"the beginning of Windows 7", "Recovery key identification: 24B0AA32-4E7C-4D", "24B0AA32-4E7C-4D"},
		{"no ID but a word of hex letters", "a faded facade", ""},
		{"a key alone is no ID", someKey, ""},
		{"a damaged key is no ID", strings.Replace(someKey, "041811", "O418l1", 1), ""},
	} {
		r := Read(test.text)
		wellFormed(t, test.text, r)
		switch {
		case test.want == "":
			if len(r.IDs) > 0 {
				t.Errorf("%s: found %v", test.reason, r.IDs[0].ID)
			}
		case len(r.IDs) != 1 || r.IDs[0].ID.String() != test.want:
			t.Errorf("%s: found %v, want %s", test.reason, r.IDs, test.want)
		}
	}
}

func TestNearestID(t *testing.T) {
	r := random(5)
	var known []keyformat.ID
	for range 500 {
		known = append(known, randomID(r))
	}
	id := known[123]
	s := id.String()
	twin := id.Bytes()
	twin[15] ^= 0x80 // differs in one digit, far from a look-alike or not
	for _, test := range []struct {
		reason, text string
		known        []keyformat.ID
		index        int
		ok           bool
	}{
		{"as printed", s, known, 123, true},
		{"its beginning", "Key ID " + s[:8], known, 123, true},
		{"three errors", "ID: " + strings.NewReplacer("0", "O", "8", "B", "5", "S").Replace(s), known, 123, true},
		{"hyphens lost", strings.ReplaceAll(s, "-", " "), known, 123, true},
		{"a stranger", randomID(r).String(), known, -1, false},
		{"words", "no ID at all", known, -1, false},
		{"a key", someKey, known, -1, false},
		{"no list", s, nil, -1, false},
		{"two that begin alike, by the beginning", "Key ID " + s[:8], append([]keyformat.ID{keyformat.IDFromBytes(twin)}, known...), 124, false},
		{"the same twice in the list", s, append([]keyformat.ID{id}, known...), 0, true},
		{"a list of beginnings", s, []keyformat.ID{known[1].Beginning(8), id.Beginning(8)}, 1, true},
	} {
		i, p, ok := NearestID(test.text, test.known)
		if ok != test.ok || ok && i != test.index && test.known[i] != test.known[test.index] {
			t.Errorf("%s: %d at %.4f, %v; want %d, %v", test.reason, i, p, ok, test.index, test.ok)
		}
	}
}
