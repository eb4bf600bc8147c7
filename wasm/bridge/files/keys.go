package files

import (
	"cmp"
	"strings"

	"fortyeight/keyformat/keyfile"
	"fortyeight/wasm/bridge"
)

// key gives one record with its key: {index} in, a Shown out.
func (s *Session) key(in bridge.Fields) string {
	i, ok := in.Int("index")
	if !ok || i >= s.scan.Set.Len() {
		return bridge.Usage("key wants {index}, the number of a record")
	}
	r := s.scan.Set.Record(i)
	var a bridge.Answer
	a.Text("key", r.Key.String())
	a.Text("keyId", r.ID.String())
	a.Bool("repaired", r.Repaired)
	var changes []*bridge.Answer
	for _, c := range r.Changes {
		change := new(bridge.Answer)
		change.Int("group", c.Group)
		change.Int("place", c.Place)
		change.Text("kind", c.Kind)
		changes = append(changes, change)
	}
	a.Objects("changes", changes)
	return a.End()
}

// keys gives many records with their keys, for printing: {indexes, query, from,
// count} in, a Keys out. With indexes, numbers with commas between them, it is
// these, and else those that rows would give.
func (s *Session) keys(in bridge.Fields) string {
	const wants = "keys wants {indexes, query, from, count}: numbers of records, a string and two numbers"
	list, ok := in.Text("indexes")
	w, ok2 := s.window(in)
	if !ok || !ok2 {
		return bridge.Usage(wants)
	}
	if list != "" {
		w = window{fits: []int32{}}
		for digits := range strings.SplitSeq(list, ",") {
			i, ok := bridge.Number([]byte(digits))
			if !ok || i >= s.scan.Set.Len() {
				return bridge.Usage(wants)
			}
			w.fits = append(w.fits, int32(i))
		}
		w.total = len(w.fits)
		w.to = min(w.total, maxWindow)
	}
	var a bridge.Answer
	var all []*bridge.Answer
	s.each(w, func(i int, f keyfile.Fields, _ error) { all = append(all, s.printed(i, f)) })
	a.Int("total", w.total)
	a.Objects("keys", all)
	return a.End()
}

// printed writes what a sheet is made of.
func (s *Session) printed(i int, f keyfile.Fields) *bridge.Answer {
	r := s.scan.Set.Record(i)
	one := new(bridge.Answer)
	one.Text("key", r.Key.String())
	one.Text("keyId", r.ID.String())
	one.Text("device", plain(f.Device))
	one.Text("drive", plain(f.Volume))
	one.Text("date", plain(cmp.Or(f.Date, f.Created)))
	one.Bool("repaired", r.Repaired)
	return one
}
