package dislocker

import (
	"bufio"
	_ "embed"
	"encoding/hex"
	"errors"
	"strconv"
	"strings"
	"testing"
)

//go:embed testdata/answers.tsv
var answers string

// TestRecorded compares with answers of dislocker 0.7.3 that were written down by
// go run ./tools/dev differential -o: it needs nothing but Go.
func TestRecorded(t *testing.T) {
	var texts []Text
	var theirs []Verdict
	for lines := bufio.NewScanner(strings.NewReader(answers)); lines.Scan(); {
		made, rest, _ := strings.Cut(lines.Text(), "\t")
		quoted, key, _ := strings.Cut(rest, "\t")
		text, err := strconv.Unquote(quoted)
		if err != nil {
			t.Fatalf("%s: %v", lines.Text(), err)
		}
		var v Verdict
		if key != "" {
			n, err := hex.Decode(v.Bytes[:], []byte(key))
			if v.Key = true; err != nil || n != len(v.Bytes) {
				t.Fatalf("%s: %d bytes, %v", made, n, err)
			}
		}
		texts, theirs = append(texts, Text{made, text}), append(theirs, v)
	}
	var r Result
	r.Compare(texts, theirs)
	holds(t, &r, 10*len(makers))
}

// TestAgainstDislocker asks the library itself. A million texts go through
// go run ./tools/dev differential.
func TestAgainstDislocker(t *testing.T) {
	o, err := Open(t.Context())
	if errors.Is(err, ErrMissing) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	var r Result
	if err := r.Run(t.Context(), o, 48, 10_000); err != nil {
		t.Fatal(err)
	}
	holds(t, &r, 10_000)
}

func holds(t *testing.T, r *Result, least int) {
	t.Helper()
	for _, d := range r.Left {
		t.Errorf("%s: %q is a key here: %v, to dislocker: %v", d.Made, d.Text.Text, d.Ours.Key, d.Theirs.Key)
	}
	if r.Texts() < least || r.Both == 0 || r.Neither == 0 {
		t.Errorf("%d texts, both took %d and neither %d", r.Texts(), r.Both, r.Neither)
	}
	for i, n := range r.Known {
		if n == 0 && Known[i].Name != "another key" { // by chance, and seldom
			t.Errorf("the known difference %q never came up", Known[i].Name)
		}
	}
}

// TestWhatIsNotKnown: a difference is only excused for its reason.
func TestWhatIsNotKnown(t *testing.T) {
	const key = "042647-302313-590458-071500-554323-116567-412181-516978" // cryptsetup's test image bitlk-aes-cbc-128
	right := ours(key)
	other := right
	other.Bytes[3]++
	for reason, test := range map[string]struct {
		text   string
		theirs Verdict
	}{
		"a key that dislocker refuses":           {key, Verdict{}},
		"a key that is another one":              {key, other},
		"a wrong digit that dislocker takes":     {strings.Replace(key, "6-", "5-", 1), Verdict{true, [16]byte{1}}},
		"a letter in a group, read as no number": {strings.Replace(key, "590458", "59O458", 1), right},
		"a separator, and other bytes":           {strings.Replace(key, "-", "x", 1), other},
	} {
		var r Result
		r.Compare([]Text{{reason, test.text}}, []Verdict{test.theirs})
		if len(r.Left) != 1 {
			t.Errorf("%s passes", reason)
		}
	}
}
