package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fortyeight/keyformat"
	"fortyeight/keyformat/keytest"
)

const (
	sample   = "042647-302313-590458-071500-554323-116567-412181-516978" // cryptsetup's test image bitlk-aes-cbc-128
	sampleID = "3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C"
)

// keycheck runs the command and returns its exit status and what it printed.
func keycheck(stdin string, args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

func TestVectors(t *testing.T) {
	keytest.Run(t, func(t *testing.T, text string) keytest.Result {
		status, out, _ := keycheck(text, "check", "-json")
		var c checked
		if err := json.Unmarshal([]byte(out), &c); err != nil {
			t.Fatal(err)
		}
		if (status == found) != (c.State == "valid" && len(c.Damaged) == 0) || status == misused {
			t.Errorf("exit status %d in the state %s, with %d damaged keys", status, c.State, len(c.Damaged))
		}
		got := keytest.Result{State: c.State, Key: c.Key, After: -1, Keys: len(c.Found), Damaged: len(c.Damaged)}
		for _, g := range c.Groups {
			got.Groups = append(got.Groups, g.State)
		}
		got.IDs = append(got.IDs, c.IDs...)
		return got
	})
}

// file writes data to a new file and returns its path.
func file(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func utf16(text string, order string) []byte {
	var b []byte
	for _, r := range text {
		if order == "le" {
			b = append(b, byte(r), byte(r>>8))
		} else {
			b = append(b, byte(r>>8), byte(r))
		}
	}
	return b
}

func TestMatch(t *testing.T) {
	text := "Identifier:\r\n\r\n\t" + sampleID + "\r\n\r\nRecovery Key:\r\n\r\n\t" + sample + "\r\n"
	startup := make([]byte, 156)
	startup[0], startup[12], startup[4], startup[8] = 156, 156, 1, 48
	large := append([]byte(text), bytes.Repeat([]byte{' '}, keyformat.MaxText)...)
	tests := []struct {
		reason, id, name string
		data             []byte
		status           int
		answer           string // of -json; "" where it prints none
	}{
		{"UTF-16 with its mark", sampleID, "k.txt", utf16("\ufeff"+text, "le"), found, "file-matches"},
		{"UTF-16 without", sampleID, "k.txt", utf16(text, "le"), found, "file-matches"},
		{"UTF-16 big-endian", sampleID, "k.txt", utf16("\ufeff"+text, "be"), found, "file-matches"},
		{"UTF-16 big-endian without", sampleID, "k.txt", utf16(text, "be"), found, "file-matches"},
		{"UTF-8", sampleID, "k.txt", []byte(text), found, "file-matches"},
		{"UTF-8 with a mark", sampleID, "k.txt", []byte("\ufeff" + text), found, "file-matches"},
		{"the beginning of the ID", "{3fd763f9}", "k.txt", []byte(text), found, "file-matches-beginning"},
		{"another ID", "ABC7C7A1", "k.txt", []byte(text), notFound, "file-other"},
		{"the ID in the name", sampleID, "BitLocker Recovery Key " + sampleID + ".TXT", []byte(sample), found, "file-matches"},
		{"a startup key", sampleID, "x.BEK", startup, notFound, "file-startup-key"},
		{"an empty file", sampleID, "k.txt", nil, notFound, "file-empty"},
		{"no key", sampleID, "k.txt", []byte("Dear all"), notFound, "file-no-key"},
		{"at the limit", sampleID, "k.txt", large[:keyformat.MaxText], found, "file-matches"},
		{"above the limit", sampleID, "k.txt", large[:keyformat.MaxText+1], misused, ""},
		{"no Key ID", "3FD7", "k.txt", []byte(text), misused, ""},
	}
	for _, tt := range tests {
		status, out, errs := keycheck("", "match", "-json", "-id", tt.id, file(t, tt.name, tt.data))
		var m matched
		if out != "" {
			if err := json.Unmarshal([]byte(out), &m); err != nil {
				t.Errorf("%s: %v", tt.reason, err)
			}
		}
		if status != tt.status || m.Answer != tt.answer {
			t.Errorf("%s: status %d answer %q, want %d %q; %s", tt.reason, status, m.Answer, tt.status, tt.answer, errs)
		}
		if (status == misused) != (errs != "") {
			t.Errorf("%s: says %q on standard error", tt.reason, errs)
		}
	}
}

func TestWrongUse(t *testing.T) {
	for reason, args := range map[string][]string{
		"nothing":         nil,
		"no such command": {sample},
		"no such flag":    {"check", "-x"},
		"a key":           {"check", sample},
		"no such file":    {"check", "missing.txt"},
		"a file help":     {"check", "help"},
		"no ID":           {"match", "missing.txt"},
		"no file":         {"match", "-id", sampleID},
	} {
		status, out, errs := keycheck("", args...)
		if status != misused || out != "" || errs == "" || strings.Contains(errs, sample[:6]) {
			t.Errorf("%s: status %d, prints %q and %q", reason, status, out, errs)
		}
	}
	for _, args := range [][]string{{"-h"}, {"check", "-h"}, {"help"}} {
		if status, out, _ := keycheck("", args...); status != found || out != manual {
			t.Errorf("%v: status %d", args, status)
		}
	}
}

// TestSameWords holds that the command says what the page says.
func TestSameWords(t *testing.T) {
	status, out, _ := keycheck(strings.Replace(sample, "590458", "590459", 1), "check")
	for _, key := range []string{"answer.key-wrong.title", "group.right", "group.not-multiple-of-11"} {
		if !strings.Contains(out, say(key, nil)) {
			t.Errorf("the answer lacks %q", say(key, nil))
		}
	}
	if want := say("problem.not-multiple-of-11", map[string]string{"group": "3"}); status != notFound || !strings.Contains(out, want) {
		t.Errorf("status %d, and the answer lacks %q", status, want)
	}
	_, out, _ = keycheck(sampleID+" "+sample, "match", "-id", sampleID, "-")
	if !strings.Contains(out, say("answer.file-matches.title", nil)) || !strings.Contains(out, sample) {
		t.Error("match does not say that the file holds the key")
	}
}
