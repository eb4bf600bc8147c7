package kit

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"fortyeight/keyformat"
	"fortyeight/keyformat/sheet"
	"fortyeight/wasm/bridge"
	"fortyeight/wasm/contract"
)

const (
	sample   = "042647-302313-590458-071500-554323-116567-412181-516978" // cryptsetup's test image bitlk-aes-cbc-128
	sampleID = "3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C"
)

// call makes a call as the worker does.
func call(t *testing.T, name string, namesAndValues ...string) map[string]any {
	t.Helper()
	answer := bridge.Program(Call).Answer(bridge.Encode(append([]string{name}, namesAndValues...)...))
	var out map[string]any
	if err := json.Unmarshal([]byte(answer), &out); err != nil {
		t.Fatalf("%s answers no JSON object: %v", name, err)
	}
	return out
}

var order = []string{"key", sample, "id", sampleID, "repaired", "true", "device", "LAPTOP-7", "drive", "C:", "owner", "Ada", "date", "2026-11-24", "note", "Asset \"4711\""}

var sentences = []string{
	"sayTitle", "Title", "sayCompare", "Compare", "sayUse", "Use", "sayOther", "Other", "sayRepaired", "Repaired",
	"sayDevice", "Device", "sayDrive", "Drive", "sayOwner", "Owner", "sayDate", "Date", "sayNote", "Note",
}

// TestContract compares the names of kit.d.ts with what Go gives.
func TestContract(t *testing.T) {
	file := contract.Open(t, "kit.d.ts")
	file.Union(t, "Drill", contract.Names(sheet.Drills()))
	one := call(t, "sheet", order...)
	for name, object := range map[string]map[string]any{
		"Sheet":    one,
		"QR":       one["qr"].(map[string]any),
		"Bars":     one["bars"].([]any)[0].(map[string]any),
		"TextFile": call(t, "text", append(order, sentences...)...),
		"ReadBack": call(t, "readBack", "key", sample, "text", "0"),
	} {
		file.Members(t, name, slices.Collect(maps.Keys(object)))
	}
	file.Members(t, "Order", every(order))
	file.Members(t, "Sentences", every(sentences))
	file.Members(t, "Calls", Names())
}

// every returns the names of names and values in turn.
func every(namesAndValues []string) []string {
	var names []string
	for i := 0; i < len(namesAndValues); i += 2 {
		names = append(names, namesAndValues[i])
	}
	return names
}

func TestSheetCall(t *testing.T) {
	one := call(t, "sheet", order...)
	key := keyformat.MustParseKey(sample)
	if one["digits"] != sheet.Digits(key) || one["repaired"] != true || one["note"] != "Asset \"4711\"" || one["idFirst"] != "3FD763F9" {
		t.Error("the sheet does not say what was asked for")
	}
	if got := one["qr"].(map[string]any); got["path"] != sheet.QR(key).Path() || got["size"] != 37.0 {
		t.Error("the QR is another one")
	}
	if n, m := len(one["bars"].([]any)), len(one["halves"].([]any)); n != 1 || m != 2 {
		t.Errorf("%d bars and %d halves, want 1 and 2", n, m)
	}
	bare := call(t, "sheet", "key", strings.ReplaceAll(sample, "-", ""))
	if bare["digits"] != one["digits"] || bare["idFirst"] != "" || bare["device"] != "" || bare["repaired"] != false {
		t.Error("a key alone makes no sheet")
	}
}

func TestTextCall(t *testing.T) {
	file := call(t, "text", append(order, sentences...)...)
	report := keyformat.CheckFile(file["name"].(string), file["text"].(string))
	if len(report.Found) != 1 || report.Found[0].Key.String() != sample || report.Found[0].ID.String() != sampleID {
		t.Error("the text file does not read back")
	}
}

func TestReadBackCall(t *testing.T) {
	for text, want := range map[string]string{"": "unfinished", sample: "same", strings.Replace(sample, "590458", "590469", 1): "different"} {
		if got := call(t, "readBack", "key", sample, "text", text); got["state"] != want {
			t.Errorf("%d characters read back are %v, want %s", len(text), got["state"], want)
		}
	}
	different := call(t, "readBack", "key", sample, "text", strings.Replace(sample, "590458", "590469", 1))
	if groups := different["groups"].([]any); len(groups) != 1 || groups[0] != 3.0 {
		t.Errorf("the groups that differ are %v, want group 3", groups)
	}
}

// TestWrongUse: what is not well-formed gets no sheet, and no answer repeats it.
func TestWrongUse(t *testing.T) {
	for reason, in := range map[string][]string{
		"no such call":   {"check"},
		"no key":         {"sheet", "id", sampleID},
		"a wrong key":    {"sheet", "key", strings.Replace(sample, "590458", "590459", 1)},
		"no key in text": {"text", "key", "042647"},
		"nothing read":   {"readBack", "key", sample},
	} {
		out := call(t, in[0], in[1:]...)
		wants, ok := out["usage"].(string)
		if !ok || len(out) != 1 || strings.Contains(wants, "0424") || strings.Contains(wants, "042647") {
			t.Errorf("%s: the program answers %d fields and no usage", reason, len(out))
		}
	}
}
