package bridge

import (
	"testing"
	"unicode/utf16"
)

func TestSession(t *testing.T) {
	var s Session
	know := func(text string) {
		if out := call(t, &s, "known", values{"text": text}); len(out) != 0 {
			t.Fatalf("known says %v", out)
		}
	}
	answer := func(text, id string) any {
		return call(t, &s, "check", values{"text": text, "id": id})["answer"]
	}
	if got := answer(sample, sampID); got != "key-id-unknown" {
		t.Errorf("nothing known: %v", got)
	}
	know(sampID + "\n" + sample)
	for _, tt := range []struct{ reason, text, id, want string }{
		{"nothing typed", "", sampID, "key-none"},
		{"the key typed", sample, sampID, "key-matches"},
		{"the beginning on the screen", sample, sampID[:8], "key-matches-beginning"},
		{"another screen", sample, "ABC7C7A1", "key-other"},
		{"no screen", sample, "", "key-well-formed"},
	} {
		if got := answer(tt.text, tt.id); got != tt.want {
			t.Errorf("%s: %v, want %s", tt.reason, got, tt.want)
		}
	}
	if got := call(t, &s, "readId", values{"text": "3FD763F9-74C7-4E9O"}); got["id"] != sampID || got["known"] != 1.0 {
		t.Errorf("an ID misread: %v", got)
	}
	know("")
	if got := answer(sample, sampID); got != "key-id-unknown" {
		t.Errorf("nothing known any more: %v", got)
	}
}

func TestWrongUse(t *testing.T) {
	for name, in := range map[string]values{
		"check":   {"text": ""},
		"known":   {},
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
