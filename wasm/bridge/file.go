package bridge

import "fortyeight/keyformat"

// A file is what the session knows of the file that was chosen.
type file struct {
	report keyformat.Report
	fixed  bool // the answer does not depend on the Key ID on the screen
	answer keyformat.Answer
	id     keyformat.ID // of a startup key
}

// setFile takes a file that was chosen: {name, size, head, text} in, where
// head is its first bytes and text what they and all others say, decoded. The
// answer comes with the next check, since it depends on the Key ID.
func (s *Session) setFile(in Fields) string {
	name, ok := in.Text("name")
	text, ok2 := in.Text("text")
	head, ok3 := in.Bytes("head")
	size, ok4 := in.Int("size")
	if !ok || !ok2 || !ok3 || !ok4 {
		return usage("file wants {name, size, head, text}: a string, a number, a Uint8Array and a string")
	}
	f := &file{}
	if id, startup := keyformat.StartupKey(head, int64(size)); startup {
		f.fixed, f.answer, f.id = true, keyformat.FileStartupKey, id
	} else if size == 0 {
		f.fixed, f.answer = true, keyformat.FileEmpty
	} else {
		f.report = keyformat.CheckFile(name, text)
	}
	s.file = f
	return nothing
}

// fileAnswer writes what the file holds for the Key ID on the screen: a
// FileAnswer, or null when there is no file.
func (s *Session) fileAnswer(screen keyformat.ID) string {
	f := s.file
	if f == nil {
		return "null"
	}
	answer, id, key := f.answer, f.id, ""
	if !f.fixed {
		var found int
		answer, found = keyformat.AnswerFile(f.report, screen)
		if found >= 0 {
			id, key = f.report.Found[found].ID, f.report.Found[found].Key.String()
		}
	}
	var o object
	o.text("answer", answer.String())
	o.text("keyId", id.String())
	o.text("key", key)
	o.int("found", len(f.report.Found))
	return o.end()
}
