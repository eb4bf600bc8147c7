package files

import (
	"strings"

	"fortyeight/keyformat/keyfile"
	"fortyeight/wasm/bridge"
)

const (
	// maxWindow is how many records one call gives.
	maxWindow = 200
	// maxPlaces is how many places of a record are named.
	maxPlaces = 3
	// maxMatches is how many records of one Key ID are given.
	maxMatches = 20
)

// rows gives a window over the records, without their keys: {query, from,
// count} in, a Rows out.
func (s *Session) rows(in bridge.Fields) string {
	w, ok := s.window(in)
	if !ok {
		return bridge.Usage("rows wants {query, from, count}: a string and two numbers")
	}
	var a bridge.Answer
	var rows []*bridge.Answer
	s.each(w, func(i int, f keyfile.Fields, err error) { rows = append(rows, s.row(i, f, err)) })
	a.Int("total", w.total)
	a.Int("searched", w.searched)
	a.Objects("rows", rows)
	return a.End()
}

// A window is which records a call asks for.
type window struct {
	total, searched int
	from, to        int     // of all, or of fits
	fits            []int32 // nil for all
}

func (s *Session) window(in bridge.Fields) (w window, ok bool) {
	query, ok := in.Text("query")
	from, ok2 := in.Int("from")
	count, ok3 := in.Int("count")
	if !ok || !ok2 || !ok3 {
		return window{}, false
	}
	if strings.TrimSpace(query) == "" {
		w.total = s.scan.Set.Len()
		w.searched = w.total
	} else {
		w.fits = s.index.Search(&s.scan, query)
		w.total = len(w.fits)
		w.searched = s.index.Len()
	}
	w.from = min(from, w.total)
	w.to = min(w.from+min(count, maxWindow), w.total)
	return w, true
}

// each gives the records of a window with their fields. Those that the index
// does not have yet lie together in their file, and are read at one go.
func (s *Session) each(w window, do func(i int, f keyfile.Fields, err error)) {
	for n := w.from; n < w.to; n++ {
		i := n
		if w.fits != nil {
			i = int(w.fits[n])
		} else if i >= s.index.Len() {
			s.scan.EachFields(i, func(i int, f keyfile.Fields, err error) bool {
				do(i, f, err)
				return i+1 < w.to
			})
			return
		}
		f, err := s.fields(i)
		do(i, f, err)
	}
}

// fields returns the fields of one record.
func (s *Session) fields(i int) (keyfile.Fields, error) {
	if i < s.index.Len() {
		return s.index.Fields(i)
	}
	return s.scan.Fields(i)
}

// row writes record i without its key.
func (s *Session) row(i int, f keyfile.Fields, err error) *bridge.Answer {
	r := s.scan.Set.Record(i)
	a := new(bridge.Answer)
	a.Int("index", i)
	a.Text("keyId", r.ID.String())
	a.Text("device", plain(f.Device))
	a.Text("volume", plain(f.Volume))
	a.Text("created", plain(f.Created))
	a.Text("date", f.Date)
	a.Text("format", r.Format.String())
	a.Text("pairing", r.Pairing.String())
	a.Bool("repaired", r.Repaired)
	a.Int("changes", len(r.Changes))
	a.Bool("unreadable", err != nil)
	var places []*bridge.Answer
	for _, p := range r.Places[:min(len(r.Places), maxPlaces)] {
		place := new(bridge.Answer)
		place.Text("file", plain(p.File))
		place.Int("line", p.Line)
		places = append(places, place)
	}
	a.Objects("places", places)
	a.Int("morePlaces", len(r.Places)-len(places))
	return a
}
