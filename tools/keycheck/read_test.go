package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	tests := []struct {
		reason, text string
		status       int
		state        string
		first        string // the likeliest key
		kind         string // of its first change
		diagnosis    string
	}{
		{"a clean key", "Key: " + sample, found, "certain", sample, "", "nothing"},
		{"a letter for a digit", strings.Replace(sample, "071500", "O71500", 1), found, "certain", sample, "look-alike", "nothing"},
		{"a digit lost", strings.Replace(sample, "071500", "07150", 1), found, "choice", "", "missing", "nothing"},
		{"a Key ID", sampleID, notFound, "none", "", "", "key-id"},
		{"nothing", "", notFound, "none", "", "", "nothing"},
	}
	for _, tt := range tests {
		status, out, errs := keycheck(tt.text, "read", "-json")
		var r reading
		if err := json.Unmarshal([]byte(out), &r); err != nil {
			t.Fatalf("%s: %v %s", tt.reason, err, errs)
		}
		if status != tt.status || r.State != tt.state || r.Diagnosis != tt.diagnosis || (status == found) != (len(r.Candidates) > 0) {
			t.Errorf("%s: status %d state %s diagnosis %s, %d candidates", tt.reason, status, r.State, r.Diagnosis, len(r.Candidates))
			continue
		}
		if tt.first != "" && r.Candidates[0].Key != tt.first {
			t.Errorf("%s: another key comes first", tt.reason)
		}
		if tt.kind != "" && r.Candidates[0].Changes[0].Kind != tt.kind {
			t.Errorf("%s: the change is %s, want %s", tt.reason, r.Candidates[0].Changes[0].Kind, tt.kind)
		}
		// In words it says the same.
		if again, words, _ := keycheck(tt.text, "read"); again != status || words == "" || tt.first != "" && !strings.Contains(words, tt.first) {
			t.Errorf("%s: in words, status %d", tt.reason, again)
		}
	}
}

func TestReadLines(t *testing.T) {
	known := file(t, "known.txt", []byte(sampleID+"\r\n\r\nABC7C7A1-9BEE-4F1C-90F7-5AB6D66CD465\r\n"))
	in := `{"text":"ID: 3FO763F9-74C7-4E90-8FA2-1F6A2E2B4E0C\n` + sample + `","id":7}
{"text":"nothing here"}
no object
{"other":1}
`
	status, out, errs := keycheck(in, "read", "-lines", "-known", known)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if status != misused || len(lines) != 4 || strings.Count(errs, "\n") != 2 {
		t.Fatalf("status %d, %d lines, errors %q", status, len(lines), errs)
	}
	var first, second reading
	if json.Unmarshal([]byte(lines[0]), &first) != nil || json.Unmarshal([]byte(lines[1]), &second) != nil {
		t.Fatal("no JSON")
	}
	if first.State != "certain" || first.Known == nil || *first.Known != sampleID {
		t.Errorf("the first line is %s, known %v", first.State, first.Known)
	}
	if second.State != "none" || second.Known != nil {
		t.Errorf("the second line is %s, known %v", second.State, second.Known)
	}
	if status, _, errs := keycheck("", "read", "-known", file(t, "bad.txt", []byte("nonsense"))); status != misused || errs == "" {
		t.Errorf("a bad list: status %d", status)
	}
}
