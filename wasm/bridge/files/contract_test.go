package files

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"fortyeight/keyformat/keyfile"
	"fortyeight/wasm/contract"
)

// TestContract compares the names and values of files.d.ts with what Go gives.
func TestContract(t *testing.T) {
	file := contract.Open(t, "files.d.ts")
	for name, want := range map[string][]string{
		"Outcome":    contract.Names(keyfile.Outcomes()),
		"Format":     contract.Names(keyfile.Formats()),
		"Pairing":    contract.Names(keyfile.Pairings()),
		"NoticeKind": contract.Names(keyfile.Kinds()),
		"Skip":       contract.Names(keyfile.Skips()),
	} {
		file.Union(t, name, want)
	}

	p := open(t)
	p.take(false, false, "a.txt", note(1, "PC-A", "2024-01-02"), "slip.txt", "Recovery Key:\n"+slipped(made(2))+"\n", "covered.txt", "Recovery Key: XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX-XXXXXX\n")
	p.finish()
	first := func(of any) map[string]any {
		list, _ := of.([]any)
		if len(list) == 0 {
			t.Fatal("a list is empty of which the members are compared")
		}
		return list[0].(map[string]any)
	}
	rows := p.call("rows", "query", "", "from", "0", "count", "9")
	notices := p.call("notices", "from", "0", "count", "9")
	keys := p.call("keys", "indexes", "0", "query", "", "from", "0", "count", "0")
	repaired := p.call("key", "index", "1")
	for name, object := range map[string]map[string]any{
		"Progress": p.call("progress"),
		"Rows":     rows,
		"Row":      first(rows["rows"]),
		"Place":    first(first(rows["rows"])["places"]),
		"Match":    p.call("match", "id", madeID(1)),
		"Shown":    repaired,
		"Change":   first(repaired["changes"]),
		"Keys":     keys,
		"Printed":  first(keys["keys"]),
		"Notices":  notices,
		"Notice":   first(notices["notices"]),
		"Count":    first(notices["counts"]),
	} {
		file.Members(t, name, slices.Collect(maps.Keys(object)))
	}
	file.Members(t, "Calls", ForThePage)
	for _, name := range ForThePage {
		if calls[name] == nil {
			t.Errorf("there is no call %s", name)
		}
	}
}

// slipped is a key with a letter where a digit was.
func slipped(key string) string {
	i := strings.LastIndexByte(key, '0')
	return key[:i] + "O" + key[i+1:]
}
