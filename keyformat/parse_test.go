package keyformat

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestParseKey(t *testing.T) {
	tests := []struct {
		reason, text string
		want         []Problem // nil: it is the sample
	}{
		{"canonical", sample, nil},
		{"a label with digits in it", "Windows 11 key 2: " + sample, nil},
		{"a label in brackets", "[key] (" + sample + ")", nil},
		{"nothing", "", []Problem{{Kind: NoDigits}}},
		{"no digit", "recovery key", []Problem{{Kind: NoDigits}}},
		{"ends early", sample[:18], []Problem{{TooShort, 3}}},
		{"ends with a full group", sample[:13], []Problem{{TooShort, 3}}},
		{"one group off", strings.Replace(sample, "590458", "590459", 1), []Problem{{NotMultiple, 3}}},
		{"two kinds of slip, in order", "720896" + strings.Replace(sample[6:], "590458", "590459", 1), []Problem{{TooLarge, 1}, {NotMultiple, 3}}},
		{"a word after it", sample + " old", []Problem{{Kind: TextAfter}}},
		{"a comma after it", sample + ",", []Problem{{Kind: TextAfter}}},
		{"a date after it", sample + " 2026", []Problem{{Kind: DigitsAfter}}},
		{"a second key", sample + "\n" + sample, []Problem{{Kind: DigitsAfter}}},
		{"a ninth group", sample + "-516978", []Problem{{Kind: DigitsAfter}}},
		{"a group before it", "516978-" + sample, []Problem{{NotMultiple, 0}}},
		{"too long", strings.Repeat(" ", MaxText) + sample, []Problem{{Kind: TextTooLong}}},
	}
	for _, tt := range tests {
		k, err := ParseKey(tt.text)
		if tt.want == nil {
			if err != nil || k.String() != sample {
				t.Errorf("%s: %v", tt.reason, err)
			}
			continue
		}
		var parse *ParseError
		if !errors.As(err, &parse) || k != (Key{}) {
			t.Errorf("%s: error %v and key zero %v", tt.reason, err, k == Key{})
			continue
		}
		if tt.reason == "a group before it" {
			continue // what the shifted groups are called is vectors' business
		}
		if !slices.Equal(parse.Problems, tt.want) {
			t.Errorf("%s: %v, want %v", tt.reason, parse.Problems, tt.want)
		}
	}
}

func TestTextAtTheLimit(t *testing.T) {
	text := sample + strings.Repeat(" ", MaxText-len(sample))
	if _, err := ParseKey(text); err != nil {
		t.Errorf("at the limit: %v", err)
	}
	if report := Check(text); report.State != Valid || len(report.Problems) != 0 {
		t.Errorf("at the limit: %v, %v", report.State, report.Problems)
	}
	report := Check(text + " ")
	if report.State != Valid || !slices.Equal(report.Problems, []Problem{{Kind: TextTooLong}}) {
		t.Errorf("past the limit: %v, %v", report.State, report.Problems)
	}
}

func TestParseID(t *testing.T) {
	const whole = "ABC7C7A1-9BEE-4F1C-90F7-5AB6D66CD465"
	tests := []struct {
		reason, text, want string
		problem            Kind
	}{
		{"as Windows shows it", whole, whole, 0},
		{"lower case", strings.ToLower(whole), whole, 0},
		{"braces", "{" + whole + "}", whole, 0},
		{"a label", "Recovery key ID (to identify your key): " + whole, whole, 0},
		{"no hyphens", strings.ReplaceAll(whole, "-", ""), whole, 0},
		{"spaces for hyphens", strings.ReplaceAll(whole, "-", " "), whole, 0},
		{"broken over two lines", whole[:20] + "\r\n" + whole[20:], whole, 0},
		{"32 digits with one hyphen lost", strings.Replace(whole, "-", "", 1), whole, 0},
		{"full-width digits", "\uff21\uff22\uff23\uff17\uff23\uff17\uff21\uff11", "ABC7C7A1", 0},
		{"the account page's 8", "abc7c7a1", "ABC7C7A1", 0},
		{"Windows 7's 16 characters", whole[:16], "ABC7C7A1-9BEE-4F", 0},
		{"an odd number of digits", whole[:11], "ABC7C7A1-9B", 0},
		{"a hyphen at the end", "ABC7C7A1-", "ABC7C7A1", 0},
		{"nothing", " ", "", IDEmpty},
		{"seven digits", "ABC7C7A", "", IDTooShort},
		{"33 digits", whole + "0", "", IDTooLong},
		{"a letter that no hex digit is", "O2345678", "", IDStrange},
		{"8-4-4-12 is no GUID", "12345678-1234-1234-123456789ABC", "", IDHyphens},
		{"a hyphen inside a part", "ABC7-C7A19", "", IDHyphens},
		{"too long", strings.Repeat(" ", MaxText+1), "", TextTooLong},
	}
	for _, tt := range tests {
		id, err := ParseID(tt.text)
		if tt.want != "" {
			if err != nil || id.String() != tt.want {
				t.Errorf("%s: %v, %v, want %s", tt.reason, id, err, tt.want)
			}
			continue
		}
		var parse *ParseError
		if !errors.As(err, &parse) || !id.IsZero() || parse.Problems[0].Kind != tt.problem {
			t.Errorf("%s: %v, %v, want %v", tt.reason, id, err, tt.problem)
		}
	}
}

// TestNames holds that every kind, state, match and answer has a name of its
// own: other programs and the words refer to them.
func TestNames(t *testing.T) {
	seen := map[string]bool{}
	add := func(list, name string) {
		if name == "" || seen[list+name] {
			t.Errorf("%s: name %q is empty or used twice", list, name)
		}
		seen[list+name] = true
	}
	for _, k := range Kinds() {
		add("kind ", k.String())
		if k.describe() == "unknown problem" {
			t.Errorf("%v has no description", k)
		}
	}
	for _, s := range States() {
		add("state ", s.String())
	}
	for _, s := range GroupStates() {
		add("group ", s.String())
	}
	for _, s := range IDStates() {
		add("id ", s.String())
	}
	for _, m := range Matches() {
		add("match ", m.String())
	}
	for _, a := range Answers() {
		add("answer ", a.String())
	}
	if len(seen) != int(kindCount)+int(stateCount)+int(groupStateCount)+int(idStateCount)+int(matchCount)+int(answerCount) {
		t.Error("a list leaves one out")
	}
}
