package bridge

import (
	"encoding/json"
	"testing"
	"unicode/utf8"
)

// values are the fields of an object, for tests.
type values map[string]string

// call makes a call and reads its answer with the library that the programs
// cannot afford.
func call(t *testing.T, s *Session, name string, in values) (out map[string]any) {
	t.Helper()
	ask(t, s, name, in, &out)
	return out
}

// ask makes a call and reads its answer into out.
func ask(t *testing.T, s *Session, name string, in values, out any) {
	t.Helper()
	parts := []string{name}
	for field, value := range in {
		parts = append(parts, field, value)
	}
	if err := json.Unmarshal([]byte(Program(s.Call).Answer(Encode(parts...))), out); err != nil {
		t.Fatalf("%s answers no JSON object: %v", name, err)
	}
}

// FuzzText compares what is written with what the library reads.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"", "042647", "\"\\\x00\n\u2028", "\xff\xfe", "🔑 ключ", "</script>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var o Answer
		o.Text("text", text)
		o.Int("n", 120)
		o.Int("zero", 0)
		var got struct {
			Text    string
			N, Zero int
		}
		if err := json.Unmarshal([]byte(o.End()), &got); err != nil {
			t.Fatal(err)
		}
		if want := string([]rune(text)); got.Text != want || got.N != 120 || got.Zero != 0 {
			t.Errorf("%q comes back as %q", text, got.Text)
		}
		if !utf8.ValidString(got.Text) {
			t.Error("not UTF-8")
		}
	})
}

func TestEmptyObject(t *testing.T) {
	var o Answer
	if got := o.End(); got != "{}" {
		t.Errorf("an object without fields is %s", got)
	}
}

func TestFields(t *testing.T) {
	whole := Encode("text", "a\x00b", "empty", "", "n", "12", "x", "1x")
	f := Fields(whole)
	for name, want := range map[string]string{"text": "a\x00b", "empty": "", "n": "12"} {
		if got, ok := f.Text(name); !ok || got != want {
			t.Errorf("%s is %q, %v", name, got, ok)
		}
	}
	if n, ok := f.Int("n"); n != 12 || !ok {
		t.Errorf("n is %d, %v", n, ok)
	}
	for _, name := range []string{"missing", "x", "text", "empty"} {
		if _, ok := f.Int(name); ok {
			t.Errorf("%s is no number", name)
		}
	}
	if _, ok := f.Text("missing"); ok {
		t.Error("a missing field is there")
	}
}

// FuzzFields: bytes that nobody encoded give fields or none, and no panic.
func FuzzFields(f *testing.F) {
	f.Add(Encode("check", "text", "042647", "id", ""))
	f.Add([]byte{255, 255, 255, 255, 1})
	f.Fuzz(func(t *testing.T, message []byte) {
		var s Session
		var out map[string]any
		if err := json.Unmarshal([]byte(Program(s.Call).Answer(message)), &out); err != nil {
			t.Errorf("answers no JSON object: %v", err)
		}
	})
}
