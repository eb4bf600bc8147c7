package main

import (
	"encoding/json"
	"fmt"
	"strconv"

	"fortyeight/keyformat"
)

// A checked is what check says of one text with -json.
type checked struct {
	File   string   `json:"file,omitempty"`
	State  string   `json:"state"`
	Key    string   `json:"key"`
	Groups []group  `json:"groups"`
	IDs    []string `json:"ids"`
}

type group struct {
	Text  string `json:"text"`
	State string `json:"state"`
}

// check says of each text where its key stands.
func (e *env) check(args []string) int {
	files, ok := e.parse(args, false)
	if !ok {
		return misused
	}
	if len(files) == 0 {
		files = []string{"-"}
	}
	status := found
	for i, name := range files {
		in, err := e.read(name)
		if err != nil {
			e.unreadable(in, err)
			status = misused
			continue
		}
		report := keyformat.Check(in.text())
		if report.State != keyformat.Valid {
			status = max(status, notFound)
		}
		if e.json {
			e.writeJSON(asJSON(in.name, report))
			continue
		}
		if i > 0 {
			fmt.Fprintln(e.stdout)
		}
		if in.name != "" {
			fmt.Fprintf(e.stdout, "%s: ", in.name)
		}
		e.sayReport(report)
	}
	return status
}

func asJSON(name string, r keyformat.Report) checked {
	c := checked{File: name, State: r.State.String(), IDs: []string{}}
	if r.State == keyformat.Valid {
		c.Key = r.Key.String()
	}
	for _, g := range r.Groups {
		c.Groups = append(c.Groups, group{g.Text, g.State.String()})
	}
	for _, id := range r.IDs {
		c.IDs = append(c.IDs, id.String())
	}
	return c
}

// sayReport says in words what the page says.
func (e *env) sayReport(r keyformat.Report) {
	answer, id := keyformat.AnswerKey(&r, keyformat.ID{}, nil)
	fmt.Fprintln(e.stdout, say("answer."+answer.String()+".title", nil))
	if r.State == keyformat.None {
		return
	}
	for i, g := range r.Groups {
		state := g.State.String()
		for _, p := range r.Problems {
			if p.Group == i+1 && p.Kind == keyformat.GroupShort {
				state = "short"
			}
		}
		fmt.Fprintf(e.stdout, "  %d  %-6s  %s\n", i+1, g.Text, say("group."+state, nil))
	}
	for _, p := range r.Problems {
		fmt.Fprintln(e.stdout, say("problem."+p.Kind.String(), map[string]string{"group": strconv.Itoa(p.Group)}))
	}
	if len(r.Found) > 1 {
		fmt.Fprintln(e.stdout, say("key.several", map[string]string{"count": strconv.Itoa(len(r.Found))}))
	}
	if !id.IsZero() {
		fmt.Fprintf(e.stdout, "%s: %s\n", say("id.label", nil), id)
	}
}

func (e *env) writeJSON(value any) {
	encoder := json.NewEncoder(e.stdout)
	encoder.SetEscapeHTML(false)
	encoder.Encode(value)
}
