package keyfile_test

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"fortyeight/keyformat/keyfile"
)

// FuzzAny reads what is none of the formats, or any of them: startup keys,
// pictures, databases, and what only looks like one.
func FuzzAny(f *testing.F) { fuzz(f, "not-keys", "windows-key-file", "text") }

// FuzzFileName reads a key without an ID under whatever name: an ID is taken from
// the name only if it stands in it.
func FuzzFileName(f *testing.F) {
	for _, seed := range []string{"", "BitLocker Recovery Key " + someID + ".TXT", "a/b/3FD763F9.txt", "../../x", "\x00", "\u202efdp.txt", "<script>.txt"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		s := scanner()
		text := "Recovery Key: " + someKey
		if err := s.ReadAt(t.Context(), name, strings.NewReader(text), int64(len(text))); err != nil {
			t.Fatal(err)
		}
		if s.Set.Len() != 1 {
			t.Fatalf("%d records", s.Set.Len())
		}
		r := s.Set.Record(0)
		if r.Places[0].File != name {
			t.Errorf("%q is called %q", name, r.Places[0].File)
		}
		hex := func(s string) string {
			return strings.Map(func(r rune) rune {
				if strings.ContainsRune("0123456789ABCDEF", r) {
					return r
				}
				return -1
			}, strings.ToUpper(s))
		}
		if !r.ID.IsZero() && !strings.Contains(hex(name), hex(r.ID.String())) {
			t.Errorf("%q has the ID %s", name, r.ID)
		}
	})
}

// everySample returns a scanner that has read all samples, and an index of it.
func everySample(t testing.TB) (*keyfile.Scanner, *keyfile.Index) {
	t.Helper()
	s, x := scanner(), new(keyfile.Index)
	eachSample(t, func(name string, _ []want) {
		data, err := fs.ReadFile(samples, name)
		if err == nil {
			err = s.ReadAt(t.Context(), path.Base(name), bytes.NewReader(data), int64(len(data)))
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	x.Update(s, func() bool { return true })
	return s, x
}

// FuzzSearch: whatever is looked for, what fits is in the index, each once, and
// the same whether it was typed at one go or went on from a shorter query.
func FuzzSearch(f *testing.F) {
	for _, seed := range []string{"", " ", "pc", "PC-1 2024", "3fd763f9", "c:", "\x00\u202e", "ß\xff", strings.Repeat("a ", 40)} {
		f.Add(seed)
	}
	s, x := everySample(f)
	f.Fuzz(func(t *testing.T, query string) {
		whole := slices.Clone(x.Search(s, query))
		x.Search(s, query[:len(query)/2])
		if again := x.Search(s, query); !slices.Equal(whole, again) {
			t.Errorf("%q fits %d records, and %d when typed on", query, len(whole), len(again))
		}
		slices.Sort(whole)
		if len(slices.Compact(whole)) != len(whole) || len(whole) > 0 && (whole[0] < 0 || int(whole[len(whole)-1]) >= x.Len()) {
			t.Errorf("%q gives records twice, or none of the index", query)
		}
	})
}

// FuzzFindText: whatever is typed for a Key ID, the answer names records that are
// there, and says the same when it is asked again.
func FuzzFindText(f *testing.F) {
	s, _ := everySample(f)
	for _, seed := range []string{"", someID, someID[:8], "3FD763F9-74C7-4E9O-8FA2", "Recovery key ID: 3FD763F9", "\xff\xfe"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1024 { // what more costs, package decode bounds
			return
		}
		a := s.FindText(text)
		for _, i := range a.Records {
			if i < 0 || i >= s.Set.Len() || s.Set.ID(i).IsZero() {
				t.Errorf("%q gives record %d", text, i)
			}
		}
		switch n := len(a.Records); a.Outcome {
		case keyfile.OneFound:
			if n != 1 {
				t.Errorf("%q is one key, and gives %d", text, n)
			}
		case keyfile.SeveralFound:
			if n < 2 {
				t.Errorf("%q is several keys, and gives %d", text, n)
			}
		default:
			if n != 0 || a.Noisy && a.Outcome == keyfile.NothingToFind {
				t.Errorf("%q: %s with %d records", text, a.Outcome, n)
			}
		}
		if b := s.FindText(text); b.Outcome != a.Outcome || !slices.Equal(a.Records, b.Records) {
			t.Errorf("%q is answered in two ways", text)
		}
	})
}
