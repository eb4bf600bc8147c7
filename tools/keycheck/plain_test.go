package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"fortyeight/keyformat/keyfile"
)

// hostile is what a stranger may call a device: it clears a screen, rings a bell,
// turns the line, begins another one, and is a page.
const hostile = "\x1b[2J\a\u009b31m\u202egpj\u2066<script>alert(1)</script>\r👩\u200d👩\u200d👧 שלום"

// FuzzPlain: nothing that steers a terminal is left, what is harmless stays as it
// is, and JSON keeps its value.
func FuzzPlain(f *testing.F) {
	for _, seed := range []string{"", "LAPTOP-7", hostile, "\xff\x9b", "a\\b", "\u2028\n\t\x00\x7f"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		shown := plain(text)
		if !utf8.ValidString(shown) || strings.IndexFunc(shown, keyfile.Steers) >= 0 {
			t.Errorf("%q steers a terminal", shown)
		}
		if again := plain(shown); again != shown {
			t.Errorf("%q becomes %q", shown, again)
		}
		if utf8.ValidString(text) && strings.IndexFunc(text, keyfile.Steers) < 0 && shown != text {
			t.Errorf("%q is shown as %q", text, shown)
		}
		line, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		var before, after string
		if json.Unmarshal(line, &before) != nil || json.Unmarshal(plainJSON(line), &after) != nil || before != after {
			t.Errorf("%s has another value as %s", line, plainJSON(line))
		}
		if strings.IndexFunc(string(plainJSON(line)), keyfile.Steers) >= 0 {
			t.Errorf("%q steers a terminal", plainJSON(line))
		}
	})
}

// TestHostileNames lets every command say names that strangers wrote, of files,
// devices and archive members, in text and in JSON.
func TestHostileNames(t *testing.T) {
	object := func(id, key string) string {
		line, err := json.Marshal(map[string]string{"deviceName": hostile, "drive": hostile, "id": id, "key": key, "createdDateTime": hostile})
		if err != nil {
			t.Fatal(err)
		}
		return string(line) + "\n"
	}
	name := "\x1b]0;title\a\u202etxt.json"
	dir := folder(t, name, object(firstID, made(1))+object(secondID, made(1))+object(firstID, made(2)),
		"damaged\x1b[2J.txt", strings.Replace(made(3), "0", "\u009b", 1)+"\n"+made(3)[:40],
		"many.txt", hostile+"\n"+hostile+"\n"+hostile)
	one, bad := filepath.Join(dir, name), filepath.Join(dir, "damaged\x1b[2J.txt")
	gone := filepath.Join(dir, "gone\x1b[2J\u202e")
	if _, err := os.Stat(one); err != nil {
		t.Skipf("this disk takes no such names: %v", err)
	}
	for _, args := range [][]string{
		{"scan", dir}, {"scan", "-json", dir}, {"scan", "-id", firstID, dir}, {"scan", gone},
		{"audit", dir}, {"audit", "-json", dir},
		{"check", one, bad, gone}, {"check", "-json", one, bad},
		{"match", "-id", firstID, one, bad}, {"match", "-json", "-id", firstID, one},
		{"read", one, bad, gone}, {"read", "-json", one, bad}, {"read", "-known", bad, one},
		{"sheet", bad}, {"sheet", gone}, {"sheet", "-device", hostile, one},
	} {
		_, out, errs := keycheck("", args...)
		for stream, text := range map[string]string{"standard output": out, "standard error": errs} {
			rest := strings.ReplaceAll(text, "\n", "")
			if i := strings.IndexFunc(rest, keyfile.Steers); i >= 0 || !utf8.ValidString(text) {
				t.Errorf("%s of %q steers a terminal at %q", stream, args[0], rest[max(0, i-20):min(len(rest), i+20)])
			}
		}
		if args[0] == "sheet" && strings.Contains(out, "<script>") {
			t.Error("a device's name is markup on the sheet")
		}
	}
	if _, out, _ := keycheck("", "scan", dir); !strings.Contains(out, `\x1b[2J`) || !strings.Contains(out, "👩\u200d👩\u200d👧 שלום") {
		t.Error("the name of a device is not shown")
	}
	_, out, _ := keycheck("", "scan", "-json", one)
	want := strings.ReplaceAll(hostile, "\r", " ") // a value is one line
	if got := lines[scanned](t, out); len(got) == 0 || got[0].Device != want || got[0].Places[0].File != filepath.ToSlash(one) {
		t.Error("JSON has another name than the file")
	}
}
