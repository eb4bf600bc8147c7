package bridge

import "fortyeight/keyformat"

// setFile takes a file that was chosen: {name, size, head, text} in, where
// head is its first bytes and text what they and all others say, decoded. The
// answer comes with the next check, since it depends on the Key ID.
func (s *Session) setFile(in map[string]any) map[string]any {
	name, ok := text(in, "name")
	body, ok2 := text(in, "text")
	head, ok3 := in["head"].([]byte)
	size, ok4 := in["size"].(int)
	if !ok || !ok2 || !ok3 || !ok4 {
		return usage("file wants {name, size, head, text}: a string, a number, a Uint8Array and a string")
	}
	f := &file{}
	if id, startup := keyformat.StartupKey(head, int64(size)); startup {
		f.fixed, f.answer, f.id = true, keyformat.FileStartupKey, id
	} else if size == 0 {
		f.fixed, f.answer = true, keyformat.FileEmpty
	} else {
		f.report = keyformat.CheckFile(name, body)
	}
	s.file = f
	return map[string]any{}
}

// dropFile forgets the file.
func (s *Session) dropFile(map[string]any) map[string]any {
	s.file = nil
	return map[string]any{}
}

// fileAnswer says what the file holds for the Key ID on the screen: a
// FileAnswer, or nil when there is no file.
func (s *Session) fileAnswer(screen keyformat.ID) any {
	f := s.file
	if f == nil {
		return nil
	}
	answer, id, key := f.answer, f.id, ""
	if !f.fixed {
		var found int
		answer, found = keyformat.AnswerFile(f.report, screen)
		if found >= 0 {
			id, key = f.report.Found[found].ID, f.report.Found[found].Key.String()
		}
	}
	return map[string]any{
		"answer": answer.String(),
		"keyId":  id.String(),
		"key":    key,
		"found":  len(f.report.Found),
	}
}
