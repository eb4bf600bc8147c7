package decode

import (
	"math"
	"strings"
	"testing"

	"fortyeight/keyformat"
)

// groups returns the groups of someKey, from 0.
func groups() []string { return strings.Split(someKey, "-") }

// with returns someKey with group n, from 1, replaced.
func with(n int, group string) string {
	g := groups()
	g[n-1] = group
	return strings.Join(g, "-")
}

const otherKey = "720148-141482-386441-676412-697730-093225-111551-220473"

func TestRead(t *testing.T) {
	g := groups()
	for _, test := range []struct {
		reason, text string
		state        State
		key          string // the likeliest, or ""
		unreadable   []int
		fits         float64
		diagnosis    Diagnosis
	}{
		{"a clean key", someKey, Certain, someKey, nil, 1, Nothing},
		{"no separators", strings.ReplaceAll(someKey, "-", ""), Certain, someKey, nil, 1, Nothing},
		{"spaces", strings.ReplaceAll(someKey, "-", " "), Certain, someKey, nil, 1, Nothing},
		{"a break after group 4", strings.Replace(someKey, g[3]+"-", g[3]+"-\r\n", 1), Certain, someKey, nil, 1, Nothing},
		{"non-breaking hyphens", strings.ReplaceAll(someKey, "-", "\u2011"), Certain, someKey, nil, 1, Nothing},
		{"full-width digits", strings.NewReplacer("3", "３", "6", "６", "0", "０").Replace(someKey), Certain, someKey, nil, 1, Nothing},
		{"Arabic-Indic digits", strings.NewReplacer("1", "١", "8", "٨").Replace(someKey), Certain, someKey, nil, 1, Nothing},
		{"zero width characters", strings.ReplaceAll(someKey, "-", "\u200b-\u200b"), Certain, someKey, nil, 1, Nothing},
		{"an O for a 0", "Recovery Key:\n" + strings.Replace(someKey, "041811", "O41811", 1) + "\n", Certain, someKey, nil, 0, Nothing},
		{"an @ for a 0", "Recovery Key:\n" + strings.Replace(someKey, "041811", "@41811", 1) + "\n", Certain, someKey, nil, 0, Nothing},
		{"one unreadable digit", strings.Replace(someKey, "041811", "0418?1", 1), Likely, someKey, nil, 0, Nothing},
		{"one X for a digit", strings.Replace(someKey, "041811", "0418X1", 1), Likely, someKey, nil, 0, Nothing},
		{"an unreadable group", with(5, "??????"), None, "", []int{5}, 65536, Nothing},
		{"two unreadable groups", with(5, "______"), None, "", []int{5}, 65536, Nothing},
		{"a group of bullets", with(2, "••••••"), None, "", []int{2}, 65536, Nothing},
		{"a group of X", with(5, "XXXXXX"), None, "", nil, 0, Redacted},
		{"seven groups", strings.Join(g[1:], "-"), None, "", nil, 0, SevenGroups},
		{"eight groups of which three are wrong, one short", "042647-302313-590459-071500-554323-11657-412181-720896", None, "", nil, 0, Nothing},
		{"seven groups and most of the eighth", "111110-222220-333330-444440-555550-666660-071501-04264", None, "", nil, 0, Nothing},
		{"six groups and a short one", "111110-222220-333330-444440-555550-666660-04264", None, "", nil, 0, FewGroups},
		{"a ninth group behind", someKey + "-" + g[2], None, "", nil, 0, MoreGroups},
		{"a ninth group in front", g[2] + " " + someKey, None, "", nil, 0, MoreGroups},
		{"a group on the line before", g[2] + "\n" + someKey, Certain, someKey, nil, 1, Nothing},
		{"an ID on the line before", "543BCD04-365E-42E7-8873-83F4B1429DE1\n" + strings.Replace(someKey, "041811", "O41811", 1), Certain, someKey, nil, 0, Nothing},
		{"an ID before a space", "543BCD04 " + strings.Replace(someKey, "041811", "O41811", 1), Certain, someKey, nil, 0, Nothing},
		{"an ID run together with a key", "543BCD04-365E-42E7-8873-83F4B1429DE1-" + someKey, None, "", nil, 0, IDAndKeyGlued},
		{"an ID and a key", "Key ID 543BCD04\n" + someKey, Certain, someKey, nil, 1, Nothing},
		{"the same key twice", someKey + "\n" + someKey, Certain, someKey, nil, 1, Nothing},
		{"nothing", "", None, "", nil, 0, Nothing},
	} {
		r := Read(test.text)
		first := ""
		if len(r.Candidates) > 0 {
			first = r.Candidates[0].Key.String()
		}
		if r.State != test.state || first != test.key || r.Diagnosis != test.diagnosis {
			t.Errorf("%s: %v, found %v, %v; want %v, %v, %v", test.reason, r.State, first == test.key, r.Diagnosis, test.state, test.key != "", test.diagnosis)
		}
		if test.fits > 0 && r.Fits != test.fits {
			t.Errorf("%s: %g keys fit, want %g", test.reason, r.Fits, test.fits)
		}
		if len(r.Unreadable) != len(test.unreadable) || len(r.Unreadable) > 0 && r.Unreadable[0] != test.unreadable[0] {
			t.Errorf("%s: unreadable %v, want %v", test.reason, r.Unreadable, test.unreadable)
		}
		wellFormed(t, test.text, r)
	}
}

// TestEdges puts something right beside a clean key: it may be read as a key
// with a character too many, but never as a clean one.
func TestEdges(t *testing.T) {
	plain := strings.ReplaceAll(someKey, "-", "")
	for _, test := range []struct{ reason, text string }{
		{"a digit before", "1" + plain},
		{"a digit behind", plain + "1"},
		{"a hex digit before", "A" + someKey},
		{"hex digits and a hyphen before", "4F2A-" + someKey},
		{"a group and a space before", "123456 " + someKey},
		{"a group behind", someKey + " 123456"},
		{"a group behind a wrapped hyphen", someKey + "-\n123456"},
	} {
		r := Read(test.text)
		if len(r.Candidates) > 0 && r.Candidates[0].Key.String() == someKey && len(r.Candidates[0].Changes) == 0 {
			t.Errorf("%s: read as a clean key, %v", test.reason, r.State)
		}
		wellFormed(t, test.text, r)
	}
	for _, test := range []struct{ reason, text string }{
		{"a label", "Recovery key:" + someKey},
		{"a bracket", "(" + someKey + ")"},
		{"a date on the same line", someKey + " OSV 9/12/2022"},
		{"a group on the line before", "123456\n" + someKey},
		{"the beginning of an ID on the same line", "DESKTOP-6ESNLF6 543BCD04 " + someKey},
	} {
		if r := Read(test.text); r.State != Certain || r.Candidates[0].Key.String() != someKey {
			t.Errorf("%s: %v", test.reason, r.State)
		}
	}
}

// wellFormed checks what every reading promises.
func wellFormed(t *testing.T, text string, r Reading) {
	t.Helper()
	sum := 0.0
	seen := map[keyformat.Key]bool{}
	for i, c := range r.Candidates {
		sum += c.Probability
		if seen[c.Key] {
			t.Errorf("candidate %d stands twice in the list", i+1)
		}
		seen[c.Key] = true
		if c.Probability < 0 || math.IsNaN(c.Probability) || i > 0 && c.Probability > r.Candidates[i-1].Probability {
			t.Errorf("candidate %d has probability %g, the one before %g", i+1, c.Probability, r.Candidates[max(0, i-1)].Probability)
		}
		if c.Start < 0 || c.Start > c.End || c.End > len(text) {
			t.Errorf("candidate %d stands from %d to %d of %d", i+1, c.Start, c.End, len(text))
		}
		for _, ch := range c.Changes {
			if ch.Group < 1 || ch.Group > 8 || ch.Place < 0 || ch.Place > 6 || ch.Kind >= changeCount {
				t.Errorf("candidate %d has a change of kind %v in group %d, place %d", i+1, ch.Kind, ch.Group, ch.Place)
			}
		}
	}
	if sum > 1+1e-6 {
		t.Errorf("the probabilities add up to %g", sum)
	}
	if len(r.Candidates) > MaxCandidates || (len(r.Candidates) == 0) != (r.State == None) {
		t.Errorf("%d candidates, state %v", len(r.Candidates), r.State)
	}
	if r.Read > len(text) || r.Truncated != (r.Read < len(text)) {
		t.Errorf("read %d of %d bytes, truncated %v", r.Read, len(text), r.Truncated)
	}
	for i, id := range r.IDs {
		if id.ID.IsZero() || id.Whole != id.ID.Whole() || id.Start >= id.End || id.End > len(text) || id.Probability <= 0 || id.Probability > 1 {
			t.Errorf("ID %d: whole %v, from %d to %d, probability %g", i+1, id.Whole, id.Start, id.End, id.Probability)
		}
	}
	if r.State == Certain && r.Diagnosis != Nothing {
		t.Errorf("certain, and diagnosed as %v", r.Diagnosis)
	}
}

func TestChanges(t *testing.T) {
	words := "Recovery Key:\n"
	for _, test := range []struct {
		reason, text string
		want         Change
	}{
		{"a letter", words + strings.Replace(someKey, "041811", "O41811", 1), Change{3, 1, LookAlike, "O", "0"}},
		{"a sign", words + strings.Replace(someKey, "041811", "@41811", 1), Change{3, 1, LookAlike, "@", "0"}},
		{"another digit", strings.Replace(someKey, "041811", "041611", 1), Change{3, 4, Substituted, "6", "8"}},
		{"neighbours", strings.Replace(someKey, "516923", "519623", 1), Change{2, 3, Swapped, "96", "69"}},
		{"neighbours of two groups", strings.Replace(someKey, "516923-041811", "516920-341811", 1), Change{2, 6, Swapped, "03", "30"}},
		{"over a third", strings.Replace(someKey, "923-041811", "920-341811", 1), Change{2, 6, Swapped, "03", "30"}},
		{"a digit lost", strings.Replace(someKey, "041811", "04811", 1), Change{3, 3, Missing, "", "1"}},
		{"a digit added", strings.Replace(someKey, "041811", "0491811", 1), Change{3, 3, Extra, "9", ""}},
		{"unreadable", strings.Replace(someKey, "041811", "0418?1", 1), Change{3, 5, Missing, "?", "1"}},
	} {
		r := Read(test.text)
		found := false
		for _, c := range r.Candidates {
			if c.Key.String() != someKey {
				continue
			}
			found = true
			if len(c.Changes) != 1 || c.Changes[0] != test.want {
				t.Errorf("%s: %+v, want %+v", test.reason, c.Changes, test.want)
			}
		}
		if !found {
			t.Errorf("%s: the key is not among the candidates", test.reason)
		}
		wellFormed(t, test.text, r)
	}
}

func TestSeveralKeys(t *testing.T) {
	damaged := strings.Replace(someKey, "041811", "O4l811", 1)
	for _, test := range []struct {
		reason, text string
		fits         float64
	}{
		{"two clean keys", someKey + "\n" + otherKey, 2},
		{"a clean one and a damaged one", "PC 1: " + damaged + "\nPC 2: " + otherKey + "\n", 2},
		{"two damaged ones", "PC 1: " + damaged + "\nPC 2: " + strings.Replace(otherKey, "720148", "72O148", 1), 2},
	} {
		r := Read(test.text)
		if r.State != Choice || r.Fits < test.fits {
			t.Errorf("%s: %v, %g fit", test.reason, r.State, r.Fits)
		}
		both := map[string]bool{}
		for _, c := range r.Candidates[:2] {
			both[c.Key.String()] = true
			if c.Probability > 0.5 {
				t.Errorf("%s: one of two keys has probability %g", test.reason, c.Probability)
			}
			if got := test.text[c.Start:c.End]; len(got) != len(someKey) {
				t.Errorf("%s: a key stands in %d bytes", test.reason, len(got))
			}
		}
		if !both[someKey] || !both[otherKey] {
			t.Errorf("%s: the likeliest two are not the two", test.reason)
		}
		wellFormed(t, test.text, r)
	}
}

func TestJoin(t *testing.T) {
	for _, test := range []struct {
		reason, text string
		state        State
	}{
		{"damaged elsewhere", with(5, "??????") + "\n" + with(2, "??????"), Certain},
		{"damaged by errors elsewhere", "Key:\n" + with(5, "359078") + "\nagain:\n" + with(2, "516328"), Certain},
		{"the same error twice", "Key:\n" + with(5, "359078") + "\nagain:\n" + with(5, "359078"), Likely},
	} {
		r := Read(test.text)
		if len(r.Candidates) == 0 || test.state == Certain && (r.State != Certain || r.Candidates[0].Key.String() != someKey) {
			t.Errorf("%s: %v", test.reason, r.State)
			continue
		}
		if test.state == Likely && r.State == Certain {
			t.Errorf("%s: called certain", test.reason)
		}
		wellFormed(t, test.text, r)
	}
	r := Read(with(5, "??????") + "\n" + with(2, "??????"))
	if c := r.Candidates[0].Changes; len(c) != 1 || c[0].Kind != Joined || c[0].Group != 5 {
		t.Errorf("changes %+v, want group 5 joined", c)
	}
}

// TestCleanAgrees reads the clean keys of the corpus through the trellis, which
// they never need.
func TestCleanAgrees(t *testing.T) {
	n := 0
	for _, s := range corpus(t) {
		p := readPage(s.Text)
		clean := cleanKeys(p.symbols)
		if len(clean) == 0 {
			continue
		}
		n++
		list := standard.sight(p.symbols, region{0, len(p.symbols) - 1}, nil)
		if len(list) != 1 || string(list[0].keys[0].digits) != string(clean[0].keys[0].digits) {
			t.Errorf("%s: the trellis reads another key", s.ID)
			continue
		}
		if p := list[0].keys[0].weight / list[0].whole; p < certainBound {
			t.Errorf("%s: the trellis gives a clean key %.4f", s.ID, p)
		}
	}
	if n < 100 {
		t.Errorf("only %d clean keys in the corpus", n)
	}
}
