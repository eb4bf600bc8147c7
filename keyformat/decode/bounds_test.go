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

// TestMostTaken: after so many prefixes the search ends with the keys that it has, or goes
// straight on to its first, and says that it gave up.
func TestMostTaken(t *testing.T) {
	l := smallLattice(standard.recognised, "65?2?1")
	l.fill(l.coarse())
	run := func(most int) ([]found, int, bool) {
		s := searcher{lattices: []*lattice{l}, split: 1}
		list := s.run(unlikely, most)
		return list, len(s.all) - len(s.heap), s.spent
	}
	whole, needed, spent := run(1_000_000)
	if spent || len(whole) < 2 || needed < 10 {
		t.Fatalf("%d keys after %d prefixes, given up: %v", len(whole), needed, spent)
	}
	for most := range needed + 2 {
		list, taken, spent := run(most)
		if spent != (most < needed) {
			t.Errorf("%d of %d prefixes: given up: %v", most, needed, spent)
		}
		if len(list) == 0 {
			t.Errorf("%d of %d prefixes: no key", most, needed)
		}
		if len(list) == 1 {
			continue // it may have been the way straight on
		}
		if taken > most {
			t.Errorf("%d prefixes were taken of %d", taken, most)
		}
		for i := range list {
			if list[i].digits != whole[i].digits {
				t.Errorf("%d of %d prefixes: key %d is another one", most, needed, i+1)
			}
		}
	}
}

// TestMostPrefixes: an unknown group is within what a search may take. Where thousands of keys fit
// it is not, and any of them is found.
func TestMostPrefixes(t *testing.T) {
	for unknown, want := range map[int]bool{1: false, 3: true} {
		groups := strings.Split(someKey, "-")
		for i := range unknown {
			groups[2*i] = strings.Repeat("?", groupDigits)
		}
		p := readPage(strings.Join(groups, "-"))
		l := keyLattice(standard.recognised, p.symbols, region{0, len(p.symbols) - 1})
		l.fill(l.coarse())
		s := searcher{lattices: []*lattice{l}, split: 1}
		list := s.run(unlikely, maxPrefixes)
		if s.spent != want || (len(list) > 0) == want {
			t.Errorf("%d unknown groups: %d keys, given up: %v", unknown, len(list), s.spent)
		}
		if len(search([]*lattice{l}, nil)) == 0 {
			t.Errorf("%d unknown groups: the search ends without any key", unknown)
		}
	}
}
