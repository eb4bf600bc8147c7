package main

import (
	"encoding/json"
	"strings"
	"testing"

	"fortyeight/keyformat/keytest"
)

// TestDiagnoses holds that check and read tell what the page tells, in words as
// in JSON.
func TestDiagnoses(t *testing.T) {
	keytest.RunDiagnoses(t, func(t *testing.T, text string) string {
		var c checked
		_, out, _ := keycheck(text, "check", "-json")
		if err := json.Unmarshal([]byte(out), &c); err != nil {
			t.Fatal(err)
		}
		var r reading
		_, out, _ = keycheck(text, "read", "-json")
		if err := json.Unmarshal([]byte(out), &r); err != nil {
			t.Fatal(err)
		}
		if c.Diagnosis != r.Diagnosis {
			t.Errorf("check tells %s and read %s", c.Diagnosis, r.Diagnosis)
		}
		if c.Diagnosis != "nothing" {
			for _, command := range []string{"check", "read"} {
				_, out, _ := keycheck(text, command)
				for _, part := range []string{".title", ".text"} {
					if want := say("diagnosis."+c.Diagnosis+part, nil); !strings.Contains(out, want) {
						t.Errorf("%s does not say %q", command, want)
					}
				}
			}
		}
		return c.Diagnosis
	})
}

func TestCheckSays(t *testing.T) {
	slip := strings.Replace(sample, "590458", "590459", 1)
	for _, tt := range []struct {
		reason, text string
		status       int
		want         []string
	}{
		{"a key", sample, found, []string{say("answer.key-well-formed.title", nil)}},
		{"a slip", slip, notFound, []string{say("problem.not-multiple-of-11", map[string]string{"group": "3"}), say("check.candidates", map[string]string{"count": "12"})}},
		{"a look-alike", strings.Replace(sample, "071500", "O71500", 1), notFound, []string{say("check.candidate", nil)}},
		{"a group nobody can read", strings.Replace(sample, "071500", "??????", 1), notFound, []string{say("repair.too-many", map[string]string{"groups": "4"})}},
		{"a clean key and a damaged one", sample + "\n\nC: " + slip, notFound, []string{
			say("answer.key-well-formed.title", nil),
			say("found.damaged", map[string]string{"line": "3", "groups": "3"}),
			say("check.damaged", nil),
		}},
		{"a clean key and one with a ninth group", sample + "\n" + slip[:14] + sample[14:] + "-516978", notFound, []string{say("found.damaged-after", map[string]string{"line": "2"})}},
		{"two keys", sample + "\n111111-111111-111111-111111-111111-111111-111111-111111", found, []string{say("check.several", map[string]string{"count": "2"})}},
	} {
		status, out, _ := keycheck(tt.text, "check")
		if status != tt.status {
			t.Errorf("%s: status %d, want %d", tt.reason, status, tt.status)
		}
		for _, want := range tt.want {
			if !strings.Contains(out, want+"\n") {
				t.Errorf("%s: the answer lacks %q", tt.reason, want)
			}
		}
	}
}

// TestCheckKeepsCandidatesBack holds what the manual says of check: it prints
// the digits that stand in the text and no others.
func TestCheckKeepsCandidatesBack(t *testing.T) {
	for i := range len(sample) {
		if sample[i] == '-' {
			continue
		}
		for _, d := range "05?" {
			text := sample[:i] + string(d) + sample[i+1:]
			group := i / 7
			want := sample[group*7:][:6]
			if text == sample {
				continue
			}
			for _, args := range [][]string{{"check"}, {"check", "-json"}} {
				if _, out, _ := keycheck(text, args...); strings.Contains(out, want) {
					t.Errorf("%v prints what group %d could have been", args, group+1)
				}
			}
		}
	}
}

func TestManyFiles(t *testing.T) {
	clean, slip := file(t, "clean.txt", []byte(sample)), file(t, "slip.txt", []byte(sample[:54]+"0"))
	status, out, errs := keycheck("", "check", clean, "missing.txt", slip)
	if status != misused || !strings.Contains(errs, "missing.txt cannot be read") {
		t.Errorf("status %d, and says %q", status, errs)
	}
	for name, answer := range map[string]string{clean: "key-well-formed", slip: "key-wrong"} {
		if want := name + ": " + say("answer."+answer+".title", nil); !strings.Contains(out, want) {
			t.Errorf("the answer lacks %q", want)
		}
	}
	if status, _, _ := keycheck("", "check", clean, slip); status != notFound {
		t.Errorf("a clean key and a slip: status %d", status)
	}
}
