package bridge

import "fortyeight/keyformat"

// A Session is what the check program knows in one worker: keys from files.
// Ending the worker ends the session.
type Session struct {
	known []keyformat.Found
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
	case "known":
		return s.know(in)
	}
	return Usage("there is no such call")
}

// Names lists the calls of the check program.
func (s *Session) Names() []string { return []string{"check", "read", "readId", "known"} }

// know takes keys from files with their Key IDs: {text} in, which replaces what
// was known. A typed key that is one of them is then known by its Key ID.
func (s *Session) know(in Fields) string {
	text, ok := in.Text("text")
	if !ok {
		return Usage("known wants {text}, a string")
	}
	s.known = keyformat.Check(text).Found
	return nothing
}

// check says where somebody stands: {text, id} in, a Standing out.
func (s *Session) check(in Fields) string {
	typed, ok := in.Text("text")
	screen, ok2 := in.Text("id")
	if !ok || !ok2 {
		return Usage("check wants {text, id}, both strings")
	}
	report := keyformat.Check(typed)
	id := keyformat.CheckID(screen)
	answer, own := keyformat.AnswerKey(&report, id.ID, s.known)

	var o Answer
	o.Text("state", report.State.String())
	key := ""
	if report.State == keyformat.Valid {
		key = report.Key.String()
	}
	o.Text("key", key)
	place := utf16Places(typed)
	o.list("groups", keyformat.Groups, func(i int) string { return group(report.Groups[i], place) })
	o.Int("after", report.After)
	o.list("problems", len(report.Problems), func(i int) string {
		var p Answer
		p.Text("kind", report.Problems[i].Kind.String())
		p.Int("group", report.Problems[i].Group)
		return p.End()
	})
	o.list("found", min(len(report.Found), maxListed), func(i int) string {
		var f Answer
		f.Text("key", report.Found[i].Key.String())
		f.Text("keyId", report.Found[i].ID.String())
		return f.End()
	})
	o.Int("count", len(report.Found))
	place = utf16Places(typed)
	o.list("damaged", len(report.Damaged), func(i int) string { return damaged(report.Damaged[i], place) })
	o.Text("unclear", unclear(typed, report))
	o.list("ids", len(report.IDs), func(i int) string { return quote(report.IDs[i].String()) })
	o.raw("screen", screenID(id))
	o.Text("answer", answer.String())
	o.Text("keyId", own.String())
	return o.End()
}

// maxListed is how many keys of one text a page can list. A text with more is
// an export, and a list of all of them would be sent anew with every key press.
const maxListed = 50

// unclear says whether reading the text can tell more than checking it: "yes",
// "typing" where a key is simply being typed, so that reading tells more once
// that has ended, or "" where there is a well-formed key or nothing at all.
func unclear(text string, r keyformat.Report) string {
	switch {
	case r.State == keyformat.Valid || text == "":
		return ""
	case r.State == keyformat.Unfinished && len(r.IDs) == 0 && simplyTyped(text, r.Groups):
		return "typing"
	}
	return "yes"
}

// simplyTyped reports whether nothing stands around the groups but a label
// before them and a separator, of any script, after them.
func simplyTyped(text string, groups [keyformat.Groups]keyformat.Group) bool {
	const separator = 4
	end := 0
	for _, g := range groups {
		end = max(end, g.End)
	}
	if len(text)-end > separator {
		return false
	}
	before := groups[0].Start
	for before > 0 && text[before-1] == ' ' {
		before--
	}
	if before == 0 {
		return true
	}
	last := text[before-1] // a label does not end with what can be a part of a key or a Key ID
	return last != '-' && (last < '0' || last > '9') && (last|0x20 < 'a' || last|0x20 > 'z')
}

// damaged writes a further key that has something wrong in it: where it begins,
// in UTF-16, and which of its groups are not right.
func damaged(d keyformat.Damaged, place func(int) int) string {
	var wrong []int
	for i, g := range d.Groups {
		if g.State != keyformat.GroupRight {
			wrong = append(wrong, i+1)
		}
	}
	var o Answer
	o.Int("start", place(d.Groups[0].Start))
	o.list("groups", len(wrong), func(i int) string { return number(wrong[i]) })
	return o.End()
}

// group writes one group, with its place in UTF-16.
func group(g keyformat.Group, place func(int) int) string {
	var o Answer
	o.Text("text", g.Text)
	o.Text("state", g.State.String())
	start, end := 0, 0
	if g.State != keyformat.GroupEmpty {
		start, end = place(g.Start), place(g.End)
	}
	o.Int("start", start)
	o.Int("end", end)
	return o.End()
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
	var o Answer
	o.Text("state", r.State.String())
	o.Text("id", r.ID.String())
	o.Text("problem", problem)
	return o.End()
}
