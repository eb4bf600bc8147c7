package files

import (
	"fortyeight/keyformat/keyfile"
	"fortyeight/wasm/bridge"
)

// notices gives what was recognised and is no recovery key, and what was not
// read: {from, count} in, a Notices out.
func (s *Session) notices(in bridge.Fields) string {
	from, ok := in.Int("from")
	count, ok2 := in.Int("count")
	if !ok || !ok2 {
		return bridge.Usage("notices wants {from, count}, two numbers")
	}
	all := s.scan.Set.Notices()
	from = min(from, len(all))
	var a bridge.Answer
	var counts, list []*bridge.Answer
	for _, kind := range keyfile.Kinds() {
		if n := s.scan.Set.Count(kind); n > 0 {
			one := new(bridge.Answer)
			one.Text("kind", kind.String())
			one.Int("count", n)
			counts = append(counts, one)
		}
	}
	for _, n := range all[from:min(from+min(count, maxWindow), len(all))] {
		one := new(bridge.Answer)
		one.Text("kind", n.Kind.String())
		one.Text("keyId", n.ID.String())
		one.Text("device", plain(n.Fields.Device))
		one.Text("file", plain(n.Place.File))
		one.Int("line", n.Place.Line)
		one.Int("candidates", len(n.Candidates))
		list = append(list, one)
	}
	a.Objects("counts", counts)
	a.Int("total", len(all))
	a.Objects("notices", list)
	return a.End()
}
