package decode

import (
	"strings"
	"testing"

	"fortyeight/keyformat/keytest"
)

func TestDiagnose(t *testing.T) {
	told := map[string]bool{}
	keytest.RunDiagnoses(t, func(t *testing.T, text string) string {
		d := Diagnose(text).String()
		told[d] = true
		return d
	})
	for _, d := range Diagnoses() {
		if !told[d.String()] {
			t.Errorf("no text is told to be %v", d)
		}
	}
}

// TestDiagnosesDoNotFlicker types keys and Key IDs character by character: what
// is told on the way waits until typing has ended, or stays.
func TestDiagnosesDoNotFlicker(t *testing.T) {
	const id = "3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C"
	for _, test := range []struct {
		text string
		tell Diagnosis // the only one that does not wait
	}{
		{someKey, Nothing},
		{strings.ReplaceAll(someKey, "-", " "), Nothing},
		{strings.ReplaceAll(someKey, "-", ""), Nothing},
		{strings.Replace(someKey, "9", "6", 1), Nothing},
		{"Key 2: " + someKey, Nothing},
		{id, KeyIDOnly},
		{"ID: {" + id + "}", KeyIDOnly},
	} {
		said := false
		for i := range len(test.text) {
			switch d := Diagnose(test.text[:i+1]); {
			case d == Nothing && !said, d.Growing() && !said:
			case d == test.tell:
				said = true
			default:
				t.Errorf("%q: %v is told", test.text[:i+1], d)
			}
		}
		if said != (test.tell != Nothing) {
			t.Errorf("%q: %v is not told", test.text, test.tell)
		}
	}
}

func TestNames(t *testing.T) {
	names := map[string]bool{}
	for _, d := range Diagnoses() {
		names[d.String()] = true
	}
	for s := range stateCount {
		names[s.String()] = true
	}
	for k := range changeCount {
		names[k.String()] = true
	}
	if want := int(diagnosisCount) + int(stateCount) + int(changeCount); len(names) != want || names[""] || names["unknown"] {
		t.Errorf("%d different names, want %d", len(names), want)
	}
	if diagnosisCount.String() != "unknown" || stateCount.String() != "unknown" || changeCount.String() != "unknown" {
		t.Error("a value out of range has a name")
	}
}
