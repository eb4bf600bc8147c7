package ocr

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"fortyeight/keyformat"
)

const folder = "../../../keyformat/decode/"

func corpus(t *testing.T) []byte {
	t.Helper()
	b, err := os.ReadFile(folder + "testdata/ocr-dev.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestTableIsFresh learns the table of costs anew.
func TestTableIsFresh(t *testing.T) {
	want, err := os.ReadFile(folder + "costs_table.go")
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := Learn(&got, bytes.NewReader(corpus(t))); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Error("costs_table.go is stale: go run ./tools/dev ocr -learn prints it anew")
	}
}

// TestReport measures a few texts, cross-validated, and looks for every figure.
func TestReport(t *testing.T) {
	lines := bytes.SplitAfterN(corpus(t), []byte("\n"), 31)
	var b strings.Builder
	o := Options{Folds: 3, Decoys: 100, Human: 200, Each: true}
	if err := Report(&b, bytes.NewReader(bytes.Join(lines[:30], nil)), o); err != nil {
		t.Fatal(err)
	}
	for _, figure := range []string{
		"30 texts, cross-validated in 3 parts", "true key first", "among three", "among ten", "certain but wrong",
		"a key claimed", "ID found", "ID wrong", "milliseconds a text", "200 keys", "noticed", "among six", "among twelve",
	} {
		if !strings.Contains(b.String(), figure) {
			t.Errorf("the report lacks %q", figure)
		}
	}
}

// TestBadCorpus checks that a broken corpus is an error, and that the error
// names the line and not a digit of a key.
func TestBadCorpus(t *testing.T) {
	const good = `{"id":"1","key":"368291-516923-041811-671330-359073-074756-226138-163218","guid":"543BCD04-365E-42E7-8873-83F4B1429DE1","text":"x"}` + "\n"
	for _, test := range []struct{ reason, corpus, want string }{
		{"empty", "", "empty"},
		{"no JSON", good + "{", "line 2"},
		{"no key", good + `{"key":"368291-516924","guid":"","text":""}`, "line 2"},
		{"no ID", `{"key":"368291-516923-041811-671330-359073-074756-226138-163218","guid":"5","text":""}`, "line 1"},
	} {
		for name, run := range map[string]error{
			"Report": Report(&bytes.Buffer{}, strings.NewReader(test.corpus), Options{}),
			"Learn":  Learn(&bytes.Buffer{}, strings.NewReader(test.corpus)),
		} {
			if run == nil || !strings.Contains(run.Error(), test.want) || strings.Contains(run.Error(), "3682") {
				t.Errorf("%s, %s: %v", name, test.reason, run)
			}
		}
	}
}

func TestCut(t *testing.T) {
	key := keyformat.MustParseKey("368291-516923-041811-671330-359073-074756-226138-163218")
	text := "ID 24B0AA32\n368291-516923-041811-671330-\n359073-074756-226138-163218\nend 2024\n"
	if got, want := cut(text, key), "ID 24B0AA32\nend 2024\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
