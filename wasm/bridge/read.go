package bridge

import (
	"fortyeight/keyformat"
	"fortyeight/keyformat/decode"
)

// read says what a text can have been meant as: {text} in, a Reading out. It
// is asked where check says that the text is unclear.
func (s *Session) read(in Fields) string {
	text, ok := in.Text("text")
	if !ok {
		return Usage("read wants {text}, a string")
	}
	r := decode.Read(text)
	var o Answer
	o.Text("state", r.State.String())
	o.list("candidates", len(r.Candidates), func(i int) string { return candidate(text, r.Candidates[i]) })
	o.list("unreadable", len(r.Unreadable), func(i int) string { return number(r.Unreadable[i]) })
	o.Text("diagnosis", r.Diagnosis.String())
	o.Bool("growing", r.Diagnosis.Growing())
	o.Text("fits", fits(r.Fits))
	return o.End()
}

func candidate(text string, c decode.Candidate) string {
	place := utf16Places(text)
	var o Answer
	o.Text("key", c.Key.String())
	o.Int("start", place(c.Start))
	o.Int("end", place(c.End))
	o.Int("permille", int(c.Probability*1000+0.5))
	o.list("changes", len(c.Changes), func(i int) string {
		change := c.Changes[i]
		var o Answer
		o.Int("group", change.Group)
		o.Int("place", change.Place)
		o.Text("kind", change.Kind.String())
		o.Text("from", change.From)
		o.Text("to", change.To)
		return o.End()
	})
	return o.End()
}

// fits writes how many keys fit what can be read: "" where the candidates are
// all of them, a number, or "many" above a million, which nobody tries.
func fits(n float64) string {
	switch {
	case n <= decode.MaxCandidates:
		return ""
	case n > 1e6:
		return "many"
	}
	return number(int(n))
}

// readID says which Key ID a text can have been meant as: {text} in, an
// IDReading out. The nearest of the Key IDs that are known is preferred.
func (s *Session) readID(in Fields) string {
	text, ok := in.Text("text")
	if !ok {
		return Usage("readId wants {text}, a string")
	}
	var o Answer
	id, known := keyformat.ID{}, 0
	list := make([]keyformat.ID, len(s.known))
	for i, f := range s.known {
		list[i] = f.ID
	}
	if i, _, ok := decode.NearestID(text, list); ok {
		id, known = list[i], 1
	}
	if id.IsZero() {
		if found := decode.Read(text).IDs; len(found) == 1 {
			id = found[0].ID
		}
	}
	o.Text("id", id.String())
	o.Int("known", known)
	return o.End()
}
