package files

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fortyeight/keyformat/keyfile"
	"fortyeight/wasm"
)

// names collects the fixed names of a list of values.
func names[T interface{ String() string }](values []T) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = v.String()
	}
	return all
}

// TestContract compares the names and values of files.d.ts with what Go gives.
func TestContract(t *testing.T) {
	data, err := wasm.Scripts.ReadFile("files.d.ts")
	if err != nil {
		t.Fatal(err)
	}
	contract := string(data)
	for name, want := range map[string][]string{
		"Outcome":    names(keyfile.Outcomes()),
		"Format":     names(keyfile.Formats()),
		"Pairing":    names(keyfile.Pairings()),
		"NoticeKind": names(keyfile.Kinds()),
		"Skip":       names(keyfile.Skips()),
	} {
		m := regexp.MustCompile(`(?s)export type ` + name + ` =(.*?);`).FindStringSubmatch(contract)
		if m == nil {
			t.Errorf("no type %s in files.d.ts", name)
			continue
		}
		var got []string
		for _, v := range regexp.MustCompile(`"([^"]*)"`).FindAllStringSubmatch(m[1], -1) {
			got = append(got, v[1])
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("type %s is %q, Go has %q", name, got, want)
		}
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
		compareNames(t, contract, name, `(?m)^  (\w+):`, slices.Collect(maps.Keys(object)))
	}
	compareNames(t, contract, "Calls", `(?m)^  (\w+)\(`, slices.Clone(ForThePage))
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

// compareNames compares the members of an interface with the names Go has.
func compareNames(t *testing.T, contract, name, member string, want []string) {
	t.Helper()
	_, body, _ := strings.Cut(contract, "export interface "+name+" {\n")
	body, _, ok := strings.Cut(body, "\n}")
	if !ok {
		t.Errorf("no interface %s in files.d.ts", name)
		return
	}
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
