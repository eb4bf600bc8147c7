package keytest

import (
	"cmp"
	"slices"
	"strings"
	"testing"
)

// A Diagnosis is a text that holds something else than a key, and the name of
// what it is: one of those that package decode has, "nothing" among them.
type Diagnosis struct {
	Name   string // file name without .txt
	Text   string
	Expect string
}

// RunDiagnoses gives every text in the folder diagnoses to a door and compares
// the diagnosis that it gives. The files are like the vectors, with the headers
// expect, which names the diagnosis, and comment or source.
func RunDiagnoses(t *testing.T, diagnose func(t *testing.T, text string) string) {
	for _, d := range Diagnoses(t) {
		t.Run(d.Name, func(t *testing.T) {
			if got := diagnose(t, d.Text); got != d.Expect {
				t.Errorf("the diagnosis is %q, want %q", got, d.Expect)
			}
		})
	}
}

// Diagnoses reads all texts of the folder in the order of their names. It fails
// the test when a file is malformed, or when there is none.
func Diagnoses(t *testing.T) []Diagnosis {
	t.Helper()
	var all []Diagnosis
	for name, data := range read(t, "diagnoses") {
		head, text, ok := strings.Cut(data, "\n\n")
		expect, reason, ok2 := strings.Cut(strings.TrimPrefix(head, "expect: "), "\n")
		if !ok || !ok2 || !strings.HasPrefix(head, "expect: ") || !strings.HasPrefix(reason, "comment: ") && !strings.HasPrefix(reason, "source: ") {
			t.Fatalf("diagnoses/%s: wants the lines expect and comment or source, an empty line, and the text", name)
		}
		all = append(all, Diagnosis{name, strings.TrimSuffix(text, "\n"), expect})
	}
	slices.SortFunc(all, func(a, b Diagnosis) int { return cmp.Compare(a.Name, b.Name) })
	return all
}
