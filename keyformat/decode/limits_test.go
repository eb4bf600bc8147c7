package decode

import (
	"runtime"
	"strings"
	"testing"

	"fortyeight/keyformat"
)

func TestLimits(t *testing.T) {
	filler := strings.Repeat("Nothing here. ", MaxText/14+1)
	tail := "\n" + someKey
	for _, test := range []struct {
		reason, text string
		read         int
		found        bool
	}{
		{"a key at the very end of the limit", filler[:MaxText-len(tail)] + tail, MaxText, true},
		{"one byte more, behind it", filler[:MaxText-len(tail)] + tail + "\n", MaxText, true},
		{"a key over the end of the limit", filler[:MaxText-len(tail)+1] + tail, MaxText, false},
		{"a character cut in two by the limit", filler[:MaxText-1] + "é" + tail, MaxText, false},
	} {
		r := Read(test.text)
		if r.Read != test.read || r.Truncated != (test.read < len(test.text)) {
			t.Errorf("%s: read %d of %d, truncated %v", test.reason, r.Read, len(test.text), r.Truncated)
		}
		if found := r.State == Certain; found != test.found {
			t.Errorf("%s: found %v", test.reason, found)
		}
	}
}

func TestMaxDigits(t *testing.T) {
	// Look-alikes keep a key from being clean and its skeleton whole.
	damaged := strings.ReplaceAll(strings.Replace(someKey, "0", "O", 1), "-", "")
	digits := strings.Repeat(damaged, MaxDigits/len(damaged)+1)
	for _, test := range []struct {
		length int
		read   int
	}{
		{MaxDigits, MaxDigits},
		{MaxDigits + 1, MaxDigits},
	} {
		r := Read(digits[:test.length])
		if r.Read != test.read || r.Truncated != (test.read < test.length) {
			t.Errorf("%d digits: read %d, truncated %v", test.length, r.Read, r.Truncated)
		}
		wellFormed(t, digits[:test.length], r)
	}
	// Clean keys do not count.
	many := strings.Repeat(someKey+"\n"+otherKey+"\n", 2*MaxDigits/len(someKey))
	if r := Read(many); r.Truncated || r.Fits != 2 {
		t.Errorf("%g keys, truncated %v", r.Fits, r.Truncated)
	}
}

func TestMaxKeys(t *testing.T) {
	r := random(3)
	var b strings.Builder
	for range MaxKeys {
		b.WriteString(randomKey(r).String() + "\n")
	}
	text := b.String()
	if got := Read(text); got.Truncated || got.Fits != MaxKeys {
		t.Errorf("%d keys: %g fit, truncated %v", MaxKeys, got.Fits, got.Truncated)
	}
	if got := Read(text + someKey); !got.Truncated || got.Read != len(text) || got.Fits != MaxKeys {
		t.Errorf("one key more: %g fit, read %d of %d", got.Fits, got.Read, len(text)+len(someKey))
	}
}

// TestIDsAreFoundInPieces puts an ID at every place of a page that is longer than
// what is looked at in one go, across the ends of the pieces too.
func TestIDsAreFoundInPieces(t *testing.T) {
	id := randomID(random(8))
	words := strings.Repeat("Nothing here. ", 2*piece/14)
	for at := 0; at < len(words); at += 29 {
		r := Read(words[:at] + "\nID: " + id.String() + "\n" + words[at:])
		if len(r.IDs) != 1 || r.IDs[0].ID != id || !r.IDs[0].Whole {
			t.Errorf("at %d: %d IDs", at, len(r.IDs))
		}
	}
}

// TestHostileTexts holds that the work is bounded, by what is allocated on the way,
// which no slow machine makes larger: some 2 GB take a second.
func TestHostileTexts(t *testing.T) {
	if runtime.GOOS == "js" {
		t.Skip("it is the same work in a browser, and takes longer there")
	}
	r := random(6)
	known := make([]keyformat.ID, 1000)
	for i := range known {
		known[i] = randomID(r)
	}
	const bound = 2 << 30
	for _, unit := range []string{"A", "a1", "0"} {
		text := strings.Repeat(unit, MaxText/len(unit))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Read(text)
		runtime.ReadMemStats(&after)
		if taken := after.TotalAlloc - before.TotalAlloc; taken > bound {
			t.Errorf("%q, a megabyte of it: reading took %d MB", unit, taken>>20)
		}
		if _, _, ok := NearestID(text, known); ok {
			t.Errorf("%q, a megabyte of it: a Key ID is near", unit)
		}
		runtime.ReadMemStats(&before)
		if taken := before.TotalAlloc - after.TotalAlloc; taken > bound {
			t.Errorf("%q, a megabyte of it: looking for an ID took %d MB", unit, taken>>20)
		}
	}
}

// TestLongTextsAreReadInPieces puts a damaged key at every place of a long
// stretch of figures.
func TestLongTextsAreReadInPieces(t *testing.T) {
	damaged := strings.Replace(someKey, "041811", "O41811", 1)
	line := "on 12/05/2024 14:33 paid 203.99 to 88123\n" // digits enough for a region, and no key
	for lines := 0; lines < 40; lines += 3 {
		text := strings.Repeat(line, lines) + damaged + "\n" + strings.Repeat(line, 40-lines)
		r := Read(text)
		if r.State != Certain || r.Candidates[0].Key.String() != someKey {
			t.Errorf("after %d lines: %v", lines, r.State)
		}
	}
}

// TestManyDamagedKeys reads a list of damaged keys, each of which costs the most
// there is: a search of its own, and a look for a second reading.
func TestManyDamagedKeys(t *testing.T) {
	r := random(9)
	var b strings.Builder
	for range 40 {
		b.WriteString(strings.Replace(randomKey(r).String(), "0", "?", 1) + "\n")
	}
	text := b.String()
	got := Read(text)
	if got.State != Choice || got.Fits < 35 || len(got.Candidates) != MaxCandidates {
		t.Errorf("%v, %g fit, %d candidates", got.State, got.Fits, len(got.Candidates))
	}
	wellFormed(t, text, got)
}
