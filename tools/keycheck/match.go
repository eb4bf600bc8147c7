package main

import (
	"fmt"
	"path/filepath"

	"fortyeight/keyformat"
)

// A matched is what match says of one file with -json.
type matched struct {
	File   string `json:"file,omitempty"`
	Answer string `json:"answer"`
	ID     string `json:"id"`
	Key    string `json:"key"`
}

// match says which files hold the key for a Key ID.
func (e *env) match(args []string) int {
	files, ok := e.parse(args, true)
	if !ok {
		return misused
	}
	screen := keyformat.CheckID(e.id)
	switch {
	case screen.ID.IsZero():
		return e.misuse("-id wants the Key ID from the blue screen. " + say("problem."+screen.Problem.String(), nil))
	case len(files) == 0:
		return e.misuse("match wants the files to look into")
	}
	holds := false
	status := e.each(files, func(in input) int {
		answer, id, key := in.answer(screen.ID)
		holds = holds || answer == keyformat.FileMatches || answer == keyformat.FileMatchesBeginning
		if e.json {
			e.writeJSON(matched{in.name, answer.String(), id.String(), key})
			return notFound
		}
		fmt.Fprintln(e.stdout, say("answer."+answer.String()+".title", nil))
		fmt.Fprintf(e.stdout, "  %s\n", say("answer."+answer.String()+".text", map[string]string{"id": id.String(), "screen": screen.ID.String()}))
		if key != "" && answer != keyformat.FileOther {
			fmt.Fprintf(e.stdout, "  %s: %s\n", say("key.label", nil), key)
		}
		return notFound
	})
	if holds {
		return found
	}
	return status
}

// answer says what one file holds for the Key ID on the screen.
func (in input) answer(screen keyformat.ID) (keyformat.Answer, keyformat.ID, string) {
	if id, ok := keyformat.StartupKey(in.bytes, int64(len(in.bytes))); ok {
		return keyformat.FileStartupKey, id, ""
	}
	if len(in.bytes) == 0 {
		return keyformat.FileEmpty, keyformat.ID{}, ""
	}
	report := keyformat.CheckFile(filepath.Base(in.name), in.text())
	answer, i := keyformat.AnswerFile(report, screen)
	if i < 0 {
		return answer, keyformat.ID{}, ""
	}
	return answer, report.Found[i].ID, report.Found[i].Key.String()
}
