package main

import (
	"encoding/json"
	"regexp"
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
{"text":"` + strings.Repeat("x", longestLine) + `"}

{"text":"` + sample[:48] + `"}`
	status, out, errs := keycheck(in, "read", "-lines", "-known", known)
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	want := []string{
		``,
		`{"state":"none","candidates":[],"ids":[],"diagnosis":"nothing","unreadable":[],"fits":0,"known":null}`,
		`{"state":"none","candidates":[],"ids":[],"diagnosis":"nothing","unreadable":[],"fits":0,"known":null,"error":"not a JSON object with the field text"}`,
		`{"state":"none","candidates":[],"ids":[],"diagnosis":"nothing","unreadable":[],"fits":0,"known":null,"error":"not a JSON object with the field text"}`,
		`{"state":"none","candidates":[],"ids":[],"diagnosis":"nothing","unreadable":[],"fits":0,"known":null,"error":"longer than 8 MiB"}`,
		`{"state":"none","candidates":[],"ids":[],"diagnosis":"nothing","unreadable":[],"fits":0,"known":null,"error":"not a JSON object with the field text"}`,
		`{"state":"none","candidates":[],"ids":[],"diagnosis":"seven-groups","unreadable":[],"fits":0,"known":null}`,
	}
	if status != misused || len(lines) != len(want) || strings.Count(errs, "\n") != 4 {
		t.Fatalf("status %d, %d lines, errors %q", status, len(lines), errs)
	}
	for i := 1; i < len(want); i++ {
		if lines[i] != want[i] {
			t.Errorf("line %d is\n%s, want\n%s", i+1, lines[i], want[i])
		}
	}
	var first reading
	if err := json.Unmarshal([]byte(lines[0]), &first); err != nil {
		t.Fatal(err)
	}
	if first.State != "certain" || first.Known == nil || *first.Known != sampleID {
		t.Errorf("the first line is %s, known %v", first.State, first.Known)
	}
	if status, out, errs := keycheck(`{"text":"`+sample+`"}`, "read", "-lines"); status != found || errs != "" || strings.Count(out, "\n") != 1 {
		t.Errorf("a line without its end: status %d, %q", status, errs)
	}
}

// TestReadRounds holds that probabilities have six places at most.
func TestReadRounds(t *testing.T) {
	places := regexp.MustCompile(`"probability":(?:[01]|0\.\d{1,6}|\de-0\d)[,}]`)
	_, out, _ := keycheck(strings.Replace(sample, "590458", "590468", 1), "read", "-json")
	if all, good := strings.Count(out, `"probability":`), len(places.FindAllString(out, -1)); all < 2 || good != all {
		t.Errorf("%d of %d probabilities have six places at most", good, all)
	}
}

func TestReadKnown(t *testing.T) {
	known := file(t, "known.txt", []byte(sampleID))
	for text, want := range map[string]string{
		"ID: 3FO763F9-74C7-4E90-8FA2-1F6A2E2B4E0C": say("read.known", map[string]string{"id": sampleID}),
		"ID: ABC7C7A1-9BEE-4F1C-90F7-5AB6D66CD465": say("read.known-none", nil),
	} {
		if _, out, _ := keycheck(text, "read", "-known", known); !strings.Contains(out, want) {
			t.Errorf("the answer lacks %q", want)
		}
	}
	for reason, list := range map[string][]byte{"no Key ID": []byte("nonsense"), "a key": []byte(sample)} {
		status, out, errs := keycheck("", "read", "-known", file(t, "bad.txt", list))
		if status != misused || out != "" || errs == "" || strings.Contains(errs, sample[:6]) {
			t.Errorf("%s for a list: status %d, says %q", reason, status, errs)
		}
	}
}

// TestLongestLine: a line of JSON of that length is read, and one a byte longer
// is answered with what is wrong, with a line end and without.
func TestLongestLine(t *testing.T) {
	for length, want := range map[int]int{longestLine: found, longestLine + 1: misused} {
		for _, end := range []string{"", "\n"} {
			text := `{"text":"` + sample + `"` + strings.Repeat(" ", length-len(`{"text":""}`)-len(sample)) + "}" + end
			if status, _, _ := keycheck(text, "read", "-lines"); status != want {
				t.Errorf("a line of %d bytes and the end %q: status %d, want %d", length, end, status, want)
			}
		}
	}
}
