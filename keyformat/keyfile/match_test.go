package keyfile_test

import (
	"slices"
	"strings"
	"testing"

	"fortyeight/keyformat"
	"fortyeight/keyformat/keyfile"
)

// made returns a key that is made up: words count up from n.
func made(n byte) string {
	var b [16]byte
	for i := range b {
		b[i] = n + byte(i)
	}
	return keyformat.KeyFromBytes(b).String()
}

const list = `Device,Key ID,Recovery key,Created
PC-OLD,3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C,KEY1,2021-05-01
PC-NEW,3FD763F9-0000-4E90-8FA2-1F6A2E2B4E0C,KEY2,2024-02-03
PC-ONE,ABC7C7A1-9BEE-4F11-8AAA-000102030405,KEY3,2020-01-01
PC-TWO,0DDBA115-9BEE-4F11-8AAA-000102030405,,2020-01-01
`

func listed(t *testing.T) *keyfile.Scanner {
	t.Helper()
	text := list
	for i, name := range []string{"KEY1", "KEY2", "KEY3"} {
		text = strings.Replace(text, name, made(byte(10+i)), 1)
	}
	s := read(t, "list.csv", []byte(text))
	if s.Set.Len() != 3 {
		t.Fatalf("%d records, want 3", s.Set.Len())
	}
	return s
}

func TestFind(t *testing.T) {
	for _, test := range []struct {
		id      string
		outcome keyfile.Outcome
		records []int
		nearest int
		noisy   bool
	}{
		{"ABC7C7A1-9BEE-4F11-8AAA-000102030405", keyfile.OneFound, []int{2}, -1, false},
		{"{abc7c7a1}", keyfile.OneFound, []int{2}, -1, false},
		{"ABC7C7A1-9BEE-4F", keyfile.OneFound, []int{2}, -1, false},
		{"3FD763F9", keyfile.SeveralFound, []int{1, 0}, -1, false}, // newest first
		{"3FD763F9-74C7", keyfile.OneFound, []int{0}, -1, false},
		{"3FD763F9-0000-4E90-8FA2-1F6A2E2B4E0C", keyfile.OneFound, []int{1}, -1, false},
		{"ABC7C7A1-9BEE-4F11-8AAA-0001O2O3O4O5", keyfile.OneFound, []int{2}, -1, true}, // letters for zeros
		{"3FD70000", keyfile.NoneFound, nil, 0, false},
		{"99999999", keyfile.NoneFound, nil, -1, false},
		{"hello", keyfile.NothingToFind, nil, -1, false},
		{"", keyfile.NothingToFind, nil, -1, false},
	} {
		a := listed(t).FindText(test.id)
		if a.Outcome != test.outcome || !slices.Equal(a.Records, test.records) || a.Nearest != test.nearest || a.Noisy != test.noisy {
			t.Errorf("%q: %+v, want %s %v nearest %d noisy %v", test.id, a, test.outcome, test.records, test.nearest, test.noisy)
		}
	}
}

func TestFindWhatIsNoKey(t *testing.T) {
	s := listed(t)
	s.EveryRow = true
	if err := s.Read(t.Context(), "more.csv", strings.NewReader(list)); err != nil {
		t.Fatal(err)
	}
	if a := s.FindText("0DDBA115"); a.Outcome != keyfile.WithoutKey {
		t.Errorf("an ID that is listed without its key gives %s", a.Outcome)
	}
	bek := make([]byte, 156)
	bek[0], bek[4], bek[8], bek[12] = 156, 1, 48, 156
	copy(bek[16:], "\x78\x56\x34\x12\xcd\xab\x11\x41\x81\x00\x01\x02\x03\x04\x05\x06")
	if err := s.Read(t.Context(), "x.BEK", strings.NewReader(string(bek))); err != nil {
		t.Fatal(err)
	}
	if a := s.FindText("12345678-ABCD-4111-8100-010203040506"); a.Outcome != keyfile.StartupFound {
		t.Errorf("the ID of a startup key gives %s", a.Outcome)
	}
}

func TestOneKeyInManyPlaces(t *testing.T) {
	s := scanner()
	for _, text := range []string{
		made(1) + "\n",                               // no ID
		"3FD763F9 " + made(1) + "\n",                 // its beginning
		"ID: " + someID + "\nKey: " + made(1) + "\n", // the whole
		"99999999-74C7-4E90-8FA2-1F6A2E2B4E0C " + made(1) + "\n",
	} {
		if err := s.Read(t.Context(), "note", strings.NewReader(text)); err != nil {
			t.Fatal(err)
		}
	}
	if s.Set.Len() != 2 {
		t.Fatalf("%d records, want 2: one for each ID", s.Set.Len())
	}
	if r := s.Set.Record(0); r.ID.String() != someID || len(r.Places) != 3 || r.Pairing != keyfile.Labelled {
		t.Errorf("%v at %v, %s; want %s at three places, labelled", r.ID, r.Places, r.Pairing, someID)
	}
	if a := s.FindText("3FD763F9"); a.Outcome != keyfile.OneFound {
		t.Errorf("its beginning gives %s", a.Outcome)
	}
}
