package keyformat

import (
	"strings"
	"testing"
)

// TestMostIDs and those below: every limit at its edge and one past it.
func TestMostIDs(t *testing.T) {
	id := func(i int) ID { return IDFromBytes([16]byte{byte(i), byte(i >> 8), 48, 11}) }
	for _, ids := range []int{maxIDs, maxIDs + 1} {
		var b strings.Builder
		for i := range ids {
			b.WriteString(id(i).String() + "\n")
		}
		r := Check(b.String() + id(0).String()) // the first one again is no new one
		if len(r.IDs) != maxIDs || r.IDs[maxIDs-1] != id(maxIDs-1) {
			t.Errorf("%d Key IDs: %d are listed", ids, len(r.IDs))
		}
	}
}

func TestMostDamaged(t *testing.T) {
	key := KeyFromBytes([16]byte{1, 2, 3, 4, 5, 6, 7, 8}).String()
	slip := "9" + key[1:]
	for _, keys := range []int{maxReadings, maxReadings + 1} {
		r := Check(key + "\n\n" + strings.Repeat(slip+"\n\n", keys))
		if len(r.Damaged) != maxReadings {
			t.Errorf("%d damaged keys: %d are listed", keys, len(r.Damaged))
		}
	}
}

// TestLongestGroup: digits too many belong to their group up to a length, and
// longer ones are no group at all.
func TestLongestGroup(t *testing.T) {
	for extra := range maxStretch - GroupDigits + 2 {
		text := "042647-302313-590458" + strings.Repeat("1", extra) + "-071500-554323-116567-412181-516978"
		r := Check(text)
		long := r.Groups[2].Text == "590458"+strings.Repeat("1", extra)
		if want := GroupDigits+extra <= maxStretch; long != want {
			t.Errorf("a group of %d digits is read as one: %v, want %v", GroupDigits+extra, long, want)
		}
	}
}
