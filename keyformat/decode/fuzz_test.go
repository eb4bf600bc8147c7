package decode

import (
	"reflect"
	"testing"

	"fortyeight/keyformat"
)

func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"", someKey, with(5, "??????"), with(3, "O41811"), with(3, "04181"), someKey + "-" + otherKey,
		someKey + "\n" + otherKey, "543BCD04-365E-42E7-8873-83F4B1429DE1", "XXXXXX-XXXXXX", "\xff\xfe3\x006\x00",
		"１２３４５６ ٠١٢٣٤٥", "----------", "•••••• ______", "368291-516923-041811-671330-\n359073-074756-226138-16321§",
	} {
		f.Add(text)
	}
	for _, s := range corpus(f)[:20] {
		f.Add(s.Text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 {
			return
		}
		r := Read(text)
		wellFormed(t, text, r)
		if again := Read(text); !reflect.DeepEqual(r, again) {
			t.Error("two readings of one text differ")
		}
	})
}

func FuzzNearestID(f *testing.F) {
	r := random(6)
	known := []keyformat.ID{randomID(r), randomID(r), randomID(r).Beginning(8), randomID(r)}
	f.Add("")
	for _, id := range known {
		f.Add(id.String())
		f.Add("Key ID " + id.String()[:8])
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 {
			return
		}
		i, p, ok := NearestID(text, known)
		if i < -1 || i >= len(known) || p < 0 || p > 1+1e-9 || ok && (i < 0 || p < nearBound) {
			t.Errorf("%d at %g, %v", i, p, ok)
		}
	})
}
