package sheet_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fortyeight/keyformat"
	"fortyeight/keyformat/sheet"
)

// A published key: cryptsetup's test image bitlk-aes-cbc-128.
var (
	sample   = keyformat.MustParseKey("042647-302313-590458-071500-554323-116567-412181-516978")
	sampleID = mustID("3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C")
)

func mustID(text string) keyformat.ID {
	id, err := keyformat.ParseID(text)
	if err != nil {
		panic(err)
	}
	return id
}

func TestSheet(t *testing.T) {
	s := sheet.New(sample, sampleID, sheet.Fields{
		Device: "  LAPTOP\r\n-7\t ", Owner: "Ada\u202e Lovelace", Note: strings.Repeat("ä", 300),
	})
	groups := s.Groups()
	if got := strings.Join(groups[:], "-"); got != sample.String() {
		t.Error("the groups do not spell the key")
	}
	if first, rest := s.IDParts(); first != "3FD763F9" || rest != "-74C7-4E90-8FA2-1F6A2E2B4E0C" {
		t.Errorf("the ID's parts are %q and %q", first, rest)
	}
	if s.Device != "LAPTOP -7" || s.Owner != "Ada Lovelace" {
		t.Errorf("device %q, owner %q", s.Device, s.Owner)
	}
	if n := utf8.RuneCountInString(s.Note); n != 200 || !strings.HasSuffix(s.Note, "ä…") {
		t.Errorf("a long note became %d characters", n)
	}
	if first, rest := sheet.New(sample, keyformat.ID{}, sheet.Fields{}).IDParts(); first+rest != "" {
		t.Error("no ID has parts")
	}
}

var words = sheet.TextWords{
	Title: "The title", Compare: "Compare", Use: "Use", Other: "Other",
	Device: "Device", Drive: "Drive", Owner: "Owner", Date: "Date", Note: "Note", Repaired: "Repaired",
}

// TestTextReadsBack: the file holds one key with its ID, for us and so for
// anybody who reads what Windows writes.
func TestTextReadsBack(t *testing.T) {
	fields := sheet.Fields{Device: "PC 1234567890", Drive: "C:", Date: "2026-11-24", Note: "Asset 123456 654321"}
	for _, id := range []keyformat.ID{sampleID, sampleID.Beginning(8), {}} {
		s := sheet.New(sample, id, fields)
		report := keyformat.CheckFile(s.TextName(), s.Text(words))
		if len(report.Found) != 1 || report.Found[0].Key != sample || report.Found[0].ID != id {
			t.Errorf("with an ID of %d digits the file reads back as %d keys", id.Digits(), len(report.Found))
		}
	}
	s := sheet.New(sample, sampleID, fields)
	want := "The title\r\n\r\nCompare\r\n\r\nIdentifier:\r\n\r\n\t" + sampleID.String() + "\r\n\r\nUse\r\n\r\nRecovery Key:\r\n\r\n\t" +
		sample.String() + "\r\n\r\nOther\r\n\r\nDevice: PC 1234567890\r\nDrive: C:\r\nDate: 2026-11-24\r\nNote: Asset 123456 654321\r\n"
	if got := s.Text(words); got != want {
		t.Errorf("the file is\n%s\nwant\n%s", got, want)
	}
	s.Repaired = true
	if !strings.Contains(s.Text(words), "\r\nRepaired\r\n") {
		t.Error("the file of a repaired key does not say so")
	}
}

func TestReadBack(t *testing.T) {
	key := sample.String()
	other := keyformat.MustParseKey("616319-601744-502117-534017-367994-176748-607299-663201")
	for _, tt := range []struct {
		text   string
		want   sheet.Drill
		groups []int
	}{
		{"", sheet.DrillUnfinished, nil},
		{"0", sheet.DrillUnfinished, nil},
		{"1", sheet.DrillDifferent, []int{1}},
		{key[:20], sheet.DrillUnfinished, nil},
		{key[:54], sheet.DrillUnfinished, nil},
		{key, sheet.DrillSame, nil},
		{strings.ReplaceAll(key, "-", ""), sheet.DrillSame, nil},
		{strings.ReplaceAll(key, "-", " "), sheet.DrillSame, nil},
		{"BitLocker key: " + key, sheet.DrillSame, nil},
		{strings.Replace(key, "590458", "590459", 1), sheet.DrillDifferent, []int{3}},
		{strings.Replace(key, "590458", "590469", 1), sheet.DrillDifferent, []int{3}}, // well-formed, and not the key
		{strings.Replace(key, "590458-071500", "071500-590458", 1), sheet.DrillDifferent, []int{3, 4}},
		{strings.Replace(key, "590458", "59045", 1), sheet.DrillDifferent, []int{3}},
		{key + "-042647", sheet.DrillDifferent, nil},
		{other.String(), sheet.DrillDifferent, []int{1, 2, 3, 4, 5, 6, 7, 8}},
	} {
		got, groups := sheet.ReadBack(sample, tt.text)
		if got != tt.want || len(groups) != len(tt.groups) {
			t.Errorf("a text of %d characters is %s in groups %v, want %s in %v", len(tt.text), got, groups, tt.want, tt.groups)
		}
	}
}

// TestLongestFields: a field of so many characters stays as it is, and a longer
// one is cut.
func TestLongestFields(t *testing.T) {
	for limit, field := range map[int]func(text string) string{
		80:  func(text string) string { return sheet.New(sample, sampleID, sheet.Fields{Device: text}).Device },
		200: func(text string) string { return sheet.New(sample, sampleID, sheet.Fields{Note: text}).Note },
	} {
		fits := strings.Repeat("é", limit)
		if got := field(fits); got != fits {
			t.Errorf("of %d characters %d stay", limit, len([]rune(got)))
		}
		if got := field(fits + "é"); got != strings.Repeat("é", limit-1)+"…" {
			t.Errorf("of %d characters %d stay, want %d and an ellipsis", limit+1, len([]rune(got)), limit-1)
		}
	}
}
