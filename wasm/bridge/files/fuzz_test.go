package files

import (
	"encoding/json"
	"strings"
	"testing"

	"fortyeight/wasm/bridge"
)

// FuzzCall makes every call with whatever fields, of a session that has read a
// file of that name and text. The answer is a JSON object, and holds a key only
// where somebody asked for one.
func FuzzCall(f *testing.F) {
	f.Add("a.txt", note(1, "PC-A", "2024-01-02"), "rows", "pc", "0", "9")
	f.Add("../x\x00b.txt", note(2, "<script>", ""), "keys", "0,1", "1", "99999999999999999999")
	f.Add("\u202efdp.txt", "ID,Key\n"+madeID(3)+","+made(3)+"\n", "match", madeID(3), "", "-1")
	f.Add("/", "\xff\xfe", "notices", "", "999999999999999", "999999999999999")
	f.Add("a//b", "{", "key", "", "0", "")
	f.Fuzz(func(t *testing.T, name, text, call, query, from, count string) {
		if len(text) > 1<<16 {
			return
		}
		b := &fake{files: [][]byte{[]byte(text)}}
		s := New(b)
		ask := func(name string, in ...string) string {
			answer := bridge.Program(s.Call).Answer(bridge.Encode(append([]string{name}, in...)...))
			var out map[string]any
			if err := json.Unmarshal([]byte(answer), &out); err != nil {
				t.Fatalf("%s answers no JSON object: %v", name, err)
			}
			return answer
		}
		ask("take", "first", "0", "paths", strings.ReplaceAll(name, "\x00", ""), "sizes", "5,"+from, "folder", "true", "more", "false")
		ask("paste", "text", text)
		for s.Step() != Done {
		}
		first := ""
		if s.scan.Set.Len() > 0 {
			first = s.scan.Set.Record(0).Key.String()
		}
		answer := ask(call, "query", query, "from", from, "count", count, "indexes", query, "index", from, "id", query, "text", query)
		if first != "" && call != "key" && call != "keys" && strings.Contains(answer, first) && !strings.Contains(name, first) && !strings.Contains(text, first) {
			t.Errorf("%s gives a key", call)
		}
	})
}
