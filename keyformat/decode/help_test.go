package decode

import (
	_ "embed"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"fortyeight/keyformat"
)

// someKey is a generated key.
const someKey = "368291-516923-041811-671330-359073-074756-226138-163218"

// A sample is one text of the corpus with its truth.
type sample struct{ ID, Layout, Key, GUID, Text string }

// corpusFile is embedded, since the tests also run in a browser.
//
//go:embed testdata/ocr-dev.jsonl
var corpusFile string

// corpus returns the texts in testdata; an empty file fails the test.
func corpus(t testing.TB) (all []sample) {
	t.Helper()
	for line := range strings.Lines(corpusFile) {
		var s sample
		if err := json.Unmarshal([]byte(line), &s); err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
	if len(all) == 0 {
		t.Fatal("the corpus is empty")
	}
	return all
}

// random returns a source that gives the same numbers in every run.
func random(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(48, seed)) }

func randomKey(r *rand.Rand) keyformat.Key {
	var b [16]byte
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return keyformat.KeyFromBytes(b)
}

// randomID returns a GUID of version 4.
func randomID(r *rand.Rand) keyformat.ID {
	b := randomKey(r).Bytes()
	b[6], b[8] = b[6]&0x0F|0x40, b[8]&0x3F|0x80
	return keyformat.IDFromBytes(b)
}
