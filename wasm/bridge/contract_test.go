package bridge

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fortyeight/keyformat"
	"fortyeight/keyformat/decode"
	"fortyeight/wasm"
)

const (
	sample = "042647-302313-590458-071500-554323-116567-412181-516978"
	sampID = "3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C"
)

// names collects the fixed names of a list of values.
func names[T interface{ String() string }](values []T) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = v.String()
	}
	return all
}

// TestContract compares the unions and the fields of check.d.ts with what Go
// gives.
func TestContract(t *testing.T) {
	data, err := wasm.Scripts.ReadFile("check.d.ts")
	if err != nil {
		t.Fatal(err)
	}
	contract := string(data)

	unions := map[string][]string{
		"State":      names(keyformat.States()),
		"GroupState": names(keyformat.GroupStates()),
		"IDState":    names(keyformat.IDStates()),
		"Kind":       names(keyformat.Kinds()),
		"Answer":     names(keyformat.Answers()),
		"Diagnosis":  names(decode.Diagnoses()),
	}
	for name, want := range unions {
		m := regexp.MustCompile(`(?s)export type ` + name + ` =(.*?);`).FindStringSubmatch(contract)
		if m == nil {
			t.Errorf("no type %s in check.d.ts", name)
			continue
		}
		var got []string
		for _, v := range regexp.MustCompile(`"([^"]*)"`).FindAllStringSubmatch(m[1], -1) {
			got = append(got, v[1])
		}
		if !slices.Equal(got, want) {
			t.Errorf("type %s is %q, Go has %q", name, got, want)
		}
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
		compareNames(t, contract, name, `(?m)^  (\w+):`, slices.Collect(maps.Keys(object)))
	}
	compareNames(t, contract, "Calls", `(?m)^  (\w+)\(`, s.Names())
}

// compareNames compares the members of an interface with the names Go has.
func compareNames(t *testing.T, contract, name, member string, want []string) {
	t.Helper()
	_, body, ok := strings.Cut(contract, "export interface "+name+" {\n")
	if !ok {
		t.Errorf("no interface %s in check.d.ts", name)
		return
	}
	body, _, _ = strings.Cut(body, "\n}")
	var got []string
	for _, m := range regexp.MustCompile(member).FindAllStringSubmatch(body, -1) {
		got = append(got, m[1])
	}
	slices.Sort(got)
	slices.Sort(want)
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("interface %s has %q, Go has %q", name, got, want)
	}
}
