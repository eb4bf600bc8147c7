package decode

import (
	"strings"
	"testing"

	"fortyeight/keyformat"
)

// More limits of reading, at their edge and one past it; limits_test.go has those
// of texts.

// TestMostHarmed: a key with so many harmed groups is still looked for.
func TestMostHarmed(t *testing.T) {
	for harmed, found := range map[int]bool{maxHarmed: true, maxHarmed + 1: false} {
		groups := strings.Split(someKey, "-")
		for i := range harmed {
			groups[i] = "999999" // wherever a group begins in it
		}
		p := readPage(strings.Join(groups, "-"))
		s := standard.skeletons(p.symbols, 0, len(p.symbols)-1)
		if got := len(s) > 0; got != found {
			t.Errorf("%d harmed groups: a skeleton is found: %v", harmed, got)
		}
	}
}

// TestMostJoined: two damaged readings of one key are made one among so many
// places, and stay two among more.
func TestMostJoined(t *testing.T) {
	r := random(12)
	harm := func(key string, at int) string { return key[:at] + "?" + key[at+1:] }
	for places, joined := range map[int]bool{maxJoin: true, maxJoin + 1: false} {
		lines := []string{harm(someKey, 2), harm(someKey, 24)}
		for len(lines) < places {
			lines = append(lines, harm(randomKey(r).String(), 9))
		}
		p := readPage(strings.Join(lines, "\n\n"))
		list, _ := standard.sightings(&p)
		want := places
		if joined {
			want--
		}
		if got := len(join(list)); len(list) != places || got != want {
			t.Errorf("a key twice among %d of %d places: %d keys, want %d", len(list), places, got, want)
		}
	}
}

// TestWhereIDsAreFound: a Key ID that ends where the search ends is found, and
// one a character later is not.
func TestWhereIDsAreFound(t *testing.T) {
	id := randomID(random(13))
	for _, test := range []struct {
		reason string
		limit  int
		found  func(text string) bool
	}{
		{"read", maxFind, func(text string) bool { return len(Read(text).IDs) > 0 && Read(text).IDs[0].Whole }},
		{"the nearest", maxIDText, func(text string) bool {
			i, probability, ok := NearestID(text, []keyformat.ID{randomID(random(14)), id})
			return ok && i == 1 && probability > 0.99
		}},
	} {
		for over, want := range map[int]bool{0: true, len(id.String()): false} {
			end := "\nID: " + id.String()
			text := strings.Repeat("Nothing here. ", test.limit/14+1)[:test.limit-len(end)+over] + end
			if got := test.found(text); got != want {
				t.Errorf("%s, an ID that ends at %d: found %v, want %v", test.reason, len(text), got, want)
			}
		}
	}
}
