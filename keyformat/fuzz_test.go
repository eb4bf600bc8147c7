package keyformat

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzParseKey: what is parsed prints and parses back to itself; what is not
// gives a zero Key and an error without a digit of the text.
func FuzzParseKey(f *testing.F) {
	for _, seed := range []string{"", sample, "key 2: " + sample, sample[:30], sample + "-1", strings.ReplaceAll(sample, "-", "\u2013"), "O42647-302313"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		k, err := ParseKey(text)
		report := Check(text)
		if err == nil {
			back, err := ParseKey(k.String())
			if err != nil || back != k || back.String() != k.String() {
				t.Errorf("a key does not come back: %v", err)
			}
			if report.State != Valid || report.Key != k {
				t.Errorf("ParseKey takes what Check calls %v", report.State)
			}
			return
		}
		var parse *ParseError
		if k != (Key{}) || !errors.As(err, &parse) || len(parse.Problems) == 0 {
			t.Errorf("failure gives %T", err)
		}
		for i := 0; i+4 <= len(text); i++ {
			if allDigits(text[i:i+4]) && strings.Contains(err.Error(), text[i:i+4]) {
				t.Error("the error has digits of the text")
			}
		}
	})
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// FuzzCheck: the report agrees with itself, whatever the text.
func FuzzCheck(f *testing.F) {
	for _, seed := range []string{"", "0", sample, sample + " " + sample, idA + "\n" + sample, idA[:16] + " " + idB, "1?2-3*4", "04264-302313-", strings.Repeat("000000", 20), sample + "\n" + sample[:54] + "0", sample[:14] + "XXXXXX" + sample[20:], strings.ReplaceAll(sample+" "+sample, "-", " "), "\xff\xfe1", "Windows 11 key 2: 0"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := Check(text)
		right, wrong := 0, 0
		place := 0
		for i, g := range r.Groups {
			if g.State == GroupEmpty {
				if g != (Group{}) {
					t.Errorf("empty group %d is not empty", i+1)
				}
				continue
			}
			if g.Start < place || g.End <= g.Start || g.End > len(text) || g.Text == "" {
				t.Errorf("group %d stands at %d to %d of %d", i+1, g.Start, g.End, len(text))
			}
			place = g.End
			if g.State == GroupRight {
				right++
			}
			if g.State.Wrong() {
				wrong++
			}
		}
		switch r.State {
		case Valid:
			if right != Groups || len(r.Found) == 0 || r.Key != r.Found[0].Key {
				t.Errorf("valid with %d right groups and %d keys", right, len(r.Found))
			}
		case None:
			if place != 0 {
				t.Error("none, but groups are shown")
			}
		case Unfinished:
			if wrong != 0 || right == Groups || len(r.Problems) == 0 {
				t.Errorf("unfinished with %d wrong and %d right groups", wrong, right)
			}
		case Wrong:
			if len(r.Problems) == 0 {
				t.Error("wrong without a problem")
			}
		}
		if r.State != Valid && r.Key != (Key{}) {
			t.Error("a key in a state that has none")
		}
		for i, f := range r.Found {
			for _, other := range r.Found[:i] {
				if f.Key == other.Key && (f.ID.IsZero() || other.ID.IsZero()) {
					t.Error("a key is listed twice")
				}
			}
		}
		for _, d := range r.Damaged {
			right := 0
			for _, g := range d.Groups {
				if g.State == GroupEmpty || g.Start < 0 || g.End > len(text) || g.End <= g.Start {
					t.Errorf("a damaged key has a group that is %v, at %d to %d", g.State, g.Start, g.End)
				}
				if g.State == GroupRight {
					right++
				}
				for _, f := range r.Found {
					if g.Start < f.Groups[Groups-1].End && f.Groups[0].Start < g.End {
						t.Error("a damaged key stands in a well-formed one")
					}
				}
			}
			if right == Groups && d.After == 0 {
				t.Error("nothing is wrong in a damaged key")
			}
		}
		for _, p := range r.Problems {
			if p.Group < 0 || p.Group > Groups {
				t.Errorf("problem in group %d", p.Group)
			}
		}
		if utf8.ValidString(text) && len(text) < 1000 && r.State == Valid && len(r.Found) == 1 {
			if again := Check(text + "\n"); again.State != Valid || again.Key != r.Key {
				t.Error("a line break at the end changes the key")
			}
		}
	})
}

// FuzzParseID: an ID that is read prints and reads back to itself.
func FuzzParseID(f *testing.F) {
	for _, seed := range []string{"", idA, idA[:8], idA[:16], "{" + idB + "}", "ID: abc7c7a1 9bee", "12345678-1234-1234-123456789abc"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		id, err := ParseID(text)
		if err != nil {
			if !id.IsZero() {
				t.Error("an ID beside an error")
			}
			return
		}
		back, err := ParseID(id.String())
		if err != nil || back != id || id.Digits() < MinIDDigits {
			t.Errorf("%v reads back as %v, %v", id, back, err)
		}
		if id.Match(back) == NoMatch {
			t.Error("an ID does not match itself")
		}
	})
}

// FuzzFile: the answer about a file agrees with what the file holds, whatever its
// name and whatever stands on the screen.
func FuzzFile(f *testing.F) {
	f.Add("BitLocker Recovery Key "+idA+".TXT", "Recovery Key: "+sample, idA[:8])
	f.Add("", idA+"\n"+sample+"\n"+idB+"\n"+sample, idB)
	f.Add("\u202e"+idB, sample, "")
	f.Add("x", "\x9c\x00\x00\x00\x01\x00\x00\x00\x30\x00\x00\x00\x9c\x00\x00\x00", "zzz")
	f.Fuzz(func(t *testing.T, name, text, screen string) {
		typed := CheckID(screen)
		if known := typed.State == IDBeginning || typed.State == IDWhole; known == typed.ID.IsZero() || typed.ID.Whole() != (typed.State == IDWhole) {
			t.Errorf("an ID that is %v has %d digits", typed.State, typed.ID.Digits())
		}
		if id, ok := StartupKey([]byte(text), int64(len(text))); ok && !id.Whole() && !id.IsZero() {
			t.Error("a startup key has a part of an ID")
		}
		report := CheckFile(name, text)
		answer, i := AnswerFile(report, typed.ID)
		if i >= len(report.Found) || (i < 0) != (len(report.Found) == 0) {
			t.Fatalf("%v is about key %d of %d", answer, i, len(report.Found))
		}
		switch answer {
		case FileMatches, FileMatchesBeginning, FileSeveral:
			if typed.ID.Match(report.Found[i].ID) == NoMatch {
				t.Errorf("%v, and the IDs differ", answer)
			}
		case FileOther:
			for _, f := range report.Found {
				if f.ID.IsZero() || typed.ID.Match(f.ID) != NoMatch {
					t.Error("a key that may fit is called another one")
				}
			}
		}
	})
}
