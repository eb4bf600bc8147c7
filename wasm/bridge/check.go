package bridge

import "fortyeight/keyformat"

// A Session is what the check program knows in one worker: the file that was
// chosen last. Ending the worker ends the session.
type Session struct {
	file *file
}

// Call makes the call of the check program that has this name.
func (s *Session) Call(name string, in Fields) string {
	switch name {
	case "check":
		return s.check(in)
	case "read":
		return s.read(in)
	case "readId":
		return s.readID(in)
	case "file":
		return s.setFile(in)
	case "dropFile":
		s.file = nil
		return nothing
	}
	return usage("there is no such call")
}

// Names lists the calls of the check program.
func (s *Session) Names() []string { return []string{"check", "read", "readId", "file", "dropFile"} }

// check says where somebody stands: {text, id} in, a Standing out.
func (s *Session) check(in Fields) string {
	typed, ok := in.Text("text")
	screen, ok2 := in.Text("id")
	if !ok || !ok2 {
		return usage("check wants {text, id}, both strings")
	}
	report := keyformat.Check(typed)
	id := keyformat.CheckID(screen)
	var known []keyformat.Found
	if s.file != nil {
		known = s.file.report.Found
	}
	answer, own := keyformat.AnswerKey(&report, id.ID, known)

	var o object
	o.text("state", report.State.String())
	key := ""
	if report.State == keyformat.Valid {
		key = report.Key.String()
	}
	o.text("key", key)
	place := utf16Places(typed)
	o.list("groups", keyformat.Groups, func(i int) string { return group(report.Groups[i], place) })
	o.int("after", report.After)
	o.list("problems", len(report.Problems), func(i int) string {
		var p object
		p.text("kind", report.Problems[i].Kind.String())
		p.int("group", report.Problems[i].Group)
		return p.end()
	})
	o.list("found", len(report.Found), func(i int) string {
		var f object
		f.text("key", report.Found[i].Key.String())
		f.text("keyId", report.Found[i].ID.String())
		return f.end()
	})
	o.text("unclear", unclear(typed, report))
	o.list("ids", len(report.IDs), func(i int) string { return quote(report.IDs[i].String()) })
	o.raw("screen", screenID(id))
	o.text("answer", answer.String())
	o.text("keyId", own.String())
	o.raw("file", s.fileAnswer(id.ID))
	return o.end()
}

// unclear says whether reading the text can tell more than checking it: "yes",
// or "" where there is a well-formed key, or one that is simply being typed.
func unclear(text string, r keyformat.Report) string {
	switch r.State {
	case keyformat.Valid:
		return ""
	case keyformat.None:
		if text == "" {
			return ""
		}
	case keyformat.Unfinished:
		begin, end := r.Groups[0].Start, 0
		for _, g := range r.Groups {
			end = max(end, g.End)
		}
		// A label may stand before what is being typed, and a separator of any
		// script after it.
		const separator = 4
		if len(text)-end <= separator && (begin == 0 || r.Groups[1].State != keyformat.GroupEmpty) {
			return ""
		}
	}
	return "yes"
}

// group writes one group, with its place in UTF-16.
func group(g keyformat.Group, place func(int) int) string {
	var o object
	o.text("text", g.Text)
	o.text("state", g.State.String())
	start, end := 0, 0
	if g.State != keyformat.GroupEmpty {
		start, end = place(g.Start), place(g.End)
	}
	o.int("start", start)
	o.int("end", end)
	return o.end()
}

// utf16Places returns a function from places in bytes to places in UTF-16 code
// units. It must be asked from left to right.
func utf16Places(text string) func(int) int {
	units, done := 0, 0
	return func(to int) int {
		for _, r := range text[done:to] {
			units++
			if r > 0xFFFF {
				units++
			}
		}
		done = to
		return units
	}
}

func screenID(r keyformat.IDReport) string {
	problem := ""
	if r.State == keyformat.IDNone || r.State == keyformat.IDUnfinished || r.State == keyformat.IDWrong {
		problem = r.Problem.String()
	}
	var o object
	o.text("state", r.State.String())
	o.text("id", r.ID.String())
	o.text("problem", problem)
	return o.end()
}
