package bridge

import (
	"maps"
	"slices"
	"testing"

	"fortyeight/keyformat"
	"fortyeight/keyformat/decode"
	"fortyeight/wasm/contract"
)

const (
	sample = "042647-302313-590458-071500-554323-116567-412181-516978"
	sampID = "3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C"
)

// TestContract compares the unions and the fields of check.d.ts with what Go
// gives.
func TestContract(t *testing.T) {
	file := contract.Open(t, "check.d.ts")
	unions := map[string][]string{
		"State":      contract.Names(keyformat.States()),
		"GroupState": contract.Names(keyformat.GroupStates()),
		"IDState":    contract.Names(keyformat.IDStates()),
		"Kind":       contract.Names(keyformat.Kinds()),
		"Answer":     contract.Names(keyformat.Answers()),
		"Diagnosis":  contract.Names(decode.Diagnoses()),
	}
	for name, want := range unions {
		file.Union(t, name, want)
	}

	var s Session
	standing := call(t, &s, "check", values{"text": "1", "id": ""})
	objects := map[string]map[string]any{
		"Standing":  standing,
		"Group":     standing["groups"].([]any)[0].(map[string]any),
		"Problem":   standing["problems"].([]any)[0].(map[string]any),
		"ScreenID":  standing["screen"].(map[string]any),
		"Found":     call(t, &s, "check", values{"text": sample, "id": ""})["found"].([]any)[0].(map[string]any),
		"Damaged":   call(t, &s, "check", values{"text": sample + "\n" + sample[:54] + "0", "id": ""})["damaged"].([]any)[0].(map[string]any),
		"IDReading": call(t, &s, "readId", values{"text": "O2345678"}),
	}
	reading := call(t, &s, "read", values{"text": sample[:54] + "0"})
	objects["Reading"] = reading
	objects["Candidate"] = reading["candidates"].([]any)[0].(map[string]any)
	objects["Change"] = objects["Candidate"]["changes"].([]any)[0].(map[string]any)
	for name, object := range objects {
		file.Members(t, name, slices.Collect(maps.Keys(object)))
	}
	file.Members(t, "Calls", s.Names())
}
