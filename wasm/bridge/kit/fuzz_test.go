package kit

import (
	"encoding/json"
	"strings"
	"testing"

	"fortyeight/keyformat"
	"fortyeight/keyformat/sheet"
	"fortyeight/wasm/bridge"
)

// FuzzCall makes every call with whatever fields. The answer is a JSON object; a
// key makes a sheet exactly if it is well-formed; and the text file of a sheet
// reads back to the key, unless somebody wrote another one into a field.
func FuzzCall(f *testing.F) {
	f.Add("sheet", sample, sampleID, "LAPTOP-7", "Asset \"4711\"")
	f.Add("text", sample, "3FD763F9", "<script>alert(1)</script>", "\u202etxt.exe\u0000\n")
	f.Add("readBack", sample, "", "", "042647")
	f.Add("", "", "\xff", strings.Repeat("\u0301", 300), "👩\u200d👩\u200d👧")
	f.Fuzz(func(t *testing.T, name, key, id, device, note string) {
		message := bridge.Encode(append([]string{name, "key", key, "id", id, "device", device, "note", note, "text", note}, sentences...)...)
		var out map[string]any
		if err := json.Unmarshal([]byte(bridge.Program(Call).Answer(message)), &out); err != nil {
			t.Fatalf("%s answers no JSON object: %v", name, err)
		}
		k, err := keyformat.ParseKey(key)
		_, refused := out["usage"]
		if known := calls[name] != nil; refused == (known && err == nil) {
			t.Errorf("%q refused: %v", name, refused)
		}
		switch {
		case refused:
		case name == "sheet" && out["digits"] != sheet.Digits(k):
			t.Error("a sheet with another key")
		case name == "text":
			if keyformat.Check(device).State != keyformat.None || keyformat.Check(note).State != keyformat.None {
				return
			}
			if r := keyformat.Check(out["text"].(string)); r.State != keyformat.Valid || r.Key != k {
				t.Errorf("the text file reads back as %v", r.State)
			}
		}
	})
}
