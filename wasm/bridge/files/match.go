package files

import (
	"fortyeight/keyformat"
	"fortyeight/wasm/bridge"
)

// match finds the keys of the Key ID on the screen: {id} in, a Match out.
func (s *Session) match(in bridge.Fields) string {
	text, ok := in.Text("id")
	if !ok {
		return bridge.Usage("match wants {id}, a string")
	}
	found := s.scan.FindText(text)
	id, _ := keyformat.ParseID(text)
	if found.Noisy && len(found.Records) > 0 {
		id = s.scan.Set.ID(found.Records[0])
	}
	var a bridge.Answer
	var rows []*bridge.Answer
	for _, i := range found.Records[:min(len(found.Records), maxMatches)] {
		f, err := s.fields(i)
		rows = append(rows, s.row(i, f, err))
	}
	a.Text("outcome", found.Outcome.String())
	a.Text("keyId", id.String())
	a.Bool("noisy", found.Noisy)
	a.Int("total", len(found.Records))
	a.Objects("rows", rows)
	if found.Nearest >= 0 {
		f, err := s.fields(found.Nearest)
		a.Object("nearest", s.row(found.Nearest, f, err))
	} else {
		a.Null("nearest")
	}
	a.Int("alike", found.Alike)
	return a.End()
}
