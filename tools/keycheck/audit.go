package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strconv"
	"strings"

	"fortyeight/keyformat"
	"fortyeight/keyformat/keyfile"
)

// A finding is what audit says with -json of one thing that is wrong.
type finding struct {
	Finding string   `json:"finding"`
	ID      string   `json:"id"`
	Device  string   `json:"device"`
	Places  []stood  `json:"places"`
	words   []string // for the sentence: name, value, …
}

// audit checks an export for a helpdesk: what will fail on the bad day.
func (e *env) audit(args []string) int {
	paths, ok := e.parse(args, false)
	switch {
	case !ok:
		return misused
	case len(paths) == 0:
		return e.misuse("audit wants the files and folders to check")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	s := newScanner()
	s.EveryRow = true
	_, failed := e.readAll(ctx, s, paths)
	findings := slices.Concat(malformed(s), contradictions(s), missing(s))
	for _, f := range findings {
		if e.json {
			e.writeJSON(f)
			continue
		}
		fmt.Fprintln(e.stdout, say("audit."+f.Finding, f.places()))
		for _, p := range f.Places {
			fmt.Fprintf(e.stdout, "  %s\n", where(keyfile.Place(p)))
		}
	}
	if len(findings) == 0 {
		fmt.Fprintln(e.stderr, say("audit.clean", nil))
	}
	fmt.Fprintln(e.stderr, say("audit.summary", map[string]string{
		"keys": strconv.Itoa(s.Set.Len()), "findings": strconv.Itoa(len(findings)),
	}))
	switch {
	case failed:
		return misused
	case len(findings) > 0, s.Set.Len() == 0:
		return notFound
	}
	return found
}

func (f *finding) places() map[string]string {
	places := map[string]string{"id": f.ID, "device": f.Device}
	for i := 0; i+1 < len(f.words); i += 2 {
		places[f.words[i]] = f.words[i+1]
	}
	return places
}

// malformed lists keys that break the rule, and those that nobody will find
// from the recovery screen.
func malformed(s *keyfile.Scanner) (list []finding) {
	for _, n := range s.Set.Notices() {
		switch n.Kind {
		case keyfile.DamagedKey, keyfile.RedactedKey, keyfile.TruncatedKey:
			list = append(list, finding{Finding: "malformed", ID: n.ID.String(), Device: n.Fields.Device, Places: []stood{stood(n.Place)}})
		}
	}
	for i := range s.Set.Len() {
		switch r := s.Set.Record(i); {
		case r.Repaired:
			list = append(list, of("repaired", r))
		case r.ID.IsZero():
			list = append(list, of("no-id", r))
		}
	}
	return list
}

func of(name string, records ...keyfile.Record) finding {
	f := finding{Finding: name, words: []string{"count", strconv.Itoa(len(records))}}
	for _, r := range records {
		f.ID = cmp.Or(f.ID, r.ID.String())
		for _, p := range r.Places {
			f.Places = append(f.Places, stood(p))
		}
	}
	return f
}

// contradictions lists keys that stand under several IDs, and IDs that stand
// with several keys.
func contradictions(s *keyfile.Scanner) (list []finding) {
	byKey := map[keyformat.Key][]int{}
	byID := map[keyformat.ID][]int{}
	for i := range s.Set.Len() {
		r := s.Set.Record(i)
		byKey[r.Key] = append(byKey[r.Key], i)
		if r.ID.Whole() { // the beginnings of two IDs may be the same
			byID[r.ID] = append(byID[r.ID], i)
		}
	}
	for i := range s.Set.Len() {
		r := s.Set.Record(i)
		if same := byKey[r.Key]; len(same) > 1 && same[0] == i {
			list = append(list, of("key-two-ids", all(s, same)...))
		}
		if same := byID[r.ID]; len(same) > 1 && same[0] == i {
			list = append(list, of("id-two-keys", all(s, same)...))
		}
	}
	return list
}

func all(s *keyfile.Scanner, indexes []int) (records []keyfile.Record) {
	for _, i := range indexes {
		records = append(records, s.Set.Record(i))
	}
	return records
}

// missing lists the devices that no key is known for, and the IDs without a
// device that have none.
func missing(s *keyfile.Scanner) (list []finding) {
	have := map[string]bool{}
	s.EachFields(0, func(_ int, f keyfile.Fields, _ error) bool {
		have[strings.ToLower(f.Device)] = true
		return true
	})
	told := map[string]bool{}
	for _, n := range s.Set.Notices() {
		if n.Kind != keyfile.MissingKey {
			continue
		}
		f := finding{Finding: "no-key", ID: n.ID.String(), Device: n.Fields.Device, Places: []stood{stood(n.Place)}}
		if device := strings.ToLower(f.Device); device != "" {
			if have[device] || told[device] {
				continue
			}
			told[device] = true
		} else if s.Find(n.ID).Outcome == keyfile.OneFound {
			continue
		} else {
			f.Finding = "no-key-id"
		}
		list = append(list, f)
	}
	return list
}
