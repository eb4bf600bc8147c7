package bridge

import "fortyeight/keyformat"

// A Session is what the check program knows in one worker: the file that was
// chosen last. Ending the worker ends the session.
type Session struct {
	file *file
}

type file struct {
	report keyformat.Report
	answer keyformat.Answer // when it does not depend on the Key ID on the screen
	fixed  bool
	id     keyformat.ID // of a startup key
}

// Calls returns the calls of the check program by name.
func (s *Session) Calls() map[string]Call {
	return map[string]Call{"check": s.check, "file": s.setFile, "dropFile": s.dropFile}
}

// check says where somebody stands: {text, id} in, a Standing out.
func (s *Session) check(in map[string]any) map[string]any {
	typed, ok := text(in, "text")
	screen, ok2 := text(in, "id")
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
	key := ""
	if report.State == keyformat.Valid {
		key = report.Key.String()
	}
	return map[string]any{
		"state":    report.State.String(),
		"key":      key,
		"groups":   groups(typed, report.Groups),
		"after":    report.After,
		"problems": problems(report.Problems),
		"found":    len(report.Found),
		"ids":      ids(report.IDs),
		"screen":   screenID(id),
		"answer":   answer.String(),
		"keyId":    own.String(),
		"file":     s.fileAnswer(id.ID),
	}
}

// groups converts the groups, with their places in UTF-16.
func groups(text string, groups [keyformat.Groups]keyformat.Group) []any {
	all := make([]any, len(groups))
	units, done := 0, 0
	place := func(to int) int {
		units += utf16Len(text[done:to])
		done = to
		return units
	}
	for i, g := range groups {
		one := map[string]any{"text": g.Text, "state": g.State.String(), "start": 0, "end": 0}
		if g.State != keyformat.GroupEmpty {
			one["start"], one["end"] = place(g.Start), place(g.End)
		}
		all[i] = one
	}
	return all
}

// utf16Len returns the length of s in UTF-16 code units.
func utf16Len(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

func problems(list []keyformat.Problem) []any {
	all := make([]any, len(list))
	for i, p := range list {
		all[i] = map[string]any{"kind": p.Kind.String(), "group": p.Group}
	}
	return all
}

func ids(list []keyformat.ID) []any {
	all := make([]any, len(list))
	for i, id := range list {
		all[i] = id.String()
	}
	return all
}

func screenID(r keyformat.IDReport) map[string]any {
	problem := ""
	if r.State == keyformat.IDNone || r.State == keyformat.IDUnfinished || r.State == keyformat.IDWrong {
		problem = r.Problem.String()
	}
	return map[string]any{"state": r.State.String(), "id": r.ID.String(), "problem": problem}
}
