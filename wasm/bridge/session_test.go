package bridge

import (
	"strconv"
	"testing"
	"unicode/utf16"
)

func TestSession(t *testing.T) {
	var s Session
	file := func(size int, head []byte, text string) {
		if out := call(t, &s, "file", values{"name": "k.txt", "size": strconv.Itoa(size), "head": string(head), "text": text}); len(out) != 0 {
			t.Fatalf("file says %v", out)
		}
	}
	check := func(text, id string) map[string]any {
		return call(t, &s, "check", values{"text": text, "id": id})
	}

	if out := check("", sampID); out["answer"] != "key-none" || out["file"] != nil {
		t.Errorf("before anything: %v", out["answer"])
	}
	file(200, []byte("Identifier"), sampID+"\n"+sample)
	for _, tt := range []struct{ reason, text, id, answer, file string }{
		{"the file alone", "", sampID, "key-none", "file-matches"},
		{"the beginning on the screen", "", sampID[:8], "key-none", "file-matches-beginning"},
		{"another screen", sample, "ABC7C7A1", "key-other", "file-other"},
		{"the key typed, the file knows it", sample, sampID, "key-matches", "file-matches"},
		{"no screen", sample, "", "key-well-formed", "file-holds"},
	} {
		out := check(tt.text, tt.id)
		got := out["file"].(map[string]any)
		if out["answer"] != tt.answer || got["answer"] != tt.file || got["keyId"] != sampID || got["key"] != sample {
			t.Errorf("%s: %v and %v", tt.reason, out["answer"], got["answer"])
		}
	}

	file(0, nil, "")
	if got := check("", "")["file"].(map[string]any); got["answer"] != "file-empty" || got["key"] != "" {
		t.Errorf("an empty file: %v", got["answer"])
	}
	bek := make([]byte, 48)
	bek[0], bek[12], bek[4], bek[8], bek[16] = 156, 156, 1, 48, 0xAB
	file(156, bek, "\x9c")
	if got := check("", "")["file"].(map[string]any); got["answer"] != "file-startup-key" || got["keyId"] != "000000AB-0000-0000-0000-000000000000" {
		t.Errorf("a startup key: %v %v", got["answer"], got["keyId"])
	}
	call(t, &s, "dropFile", nil)
	if got := check("", "")["file"]; got != nil {
		t.Errorf("after dropFile: %v", got)
	}
}

func TestWrongUse(t *testing.T) {
	for name, in := range map[string]values{
		"check":   {"text": ""},
		"file":    {"name": "k", "size": "many", "head": "", "text": ""},
		"nothing": {},
	} {
		out := call(t, &Session{}, name, in)
		if out["usage"] == nil || len(out) != 1 {
			t.Errorf("%s used wrongly says %v", name, out)
		}
	}
}

// TestPlaces holds that a page can select a group: places count UTF-16.
func TestPlaces(t *testing.T) {
	const text = "🔑 ключ: 042647-302313"
	units := utf16.Encode([]rune(text))
	groups := call(t, &Session{}, "check", values{"text": text, "id": ""})["groups"].([]any)
	for i, want := range []string{"042647", "302313"} {
		g := groups[i].(map[string]any)
		if got := string(utf16.Decode(units[int(g["start"].(float64)):int(g["end"].(float64))])); got != want {
			t.Errorf("group %d is selected as %d characters", i+1, len(got))
		}
	}
}
