package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"fortyeight/keyformat"
	"fortyeight/keyformat/decode"
)

// A checked is what check says of one text with -json.
type checked struct {
	File       string     `json:"file,omitempty"`
	State      string     `json:"state"`
	Key        string     `json:"key"`
	Groups     []group    `json:"groups"`
	Found      []foundKey `json:"found"`
	Damaged    []damaged  `json:"damaged"`
	IDs        []string   `json:"ids"`
	Diagnosis  string     `json:"diagnosis"`
	Candidates int        `json:"candidates"`
}

type group struct {
	Text  string `json:"text"`
	State string `json:"state"`
}

type foundKey struct {
	Key string `json:"key"`
	ID  string `json:"id"`
}

// A damaged is a further key with something wrong in it.
type damaged struct {
	Line   int   `json:"line"`
	Groups []int `json:"groups"` // those that are not right
}

// check says of each text where its key stands.
func (e *env) check(args []string) int {
	files, ok := e.parse(args, false)
	if !ok {
		return misused
	}
	return e.each(orStdin(files), func(in input) int {
		text := in.text()
		report := keyformat.Check(text)
		var reading decode.Reading // of a text without a well-formed key
		if report.State != keyformat.Valid {
			reading = decode.Read(text)
		}
		also := damagedIn(text, report)
		if e.json {
			e.writeJSON(asChecked(in.name, report, also, reading))
		} else {
			e.sayReport(report, also, reading)
		}
		if report.State != keyformat.Valid || len(also) > 0 {
			return notFound
		}
		return found
	})
}

func asChecked(name string, r keyformat.Report, also []damaged, reading decode.Reading) checked {
	c := checked{
		File: name, State: r.State.String(), Found: []foundKey{}, Damaged: also, IDs: []string{},
		Diagnosis: reading.Diagnosis.String(), Candidates: len(reading.Candidates),
	}
	if r.State == keyformat.Valid {
		c.Key = r.Key.String()
	}
	for _, g := range r.Groups {
		c.Groups = append(c.Groups, group{g.Text, g.State.String()})
	}
	for _, f := range r.Found {
		c.Found = append(c.Found, foundKey{f.Key.String(), f.ID.String()})
	}
	for _, id := range r.IDs {
		c.IDs = append(c.IDs, id.String())
	}
	return c
}

// damagedIn lists the further keys of a text that have something wrong in them.
func damagedIn(text string, r keyformat.Report) []damaged {
	list := []damaged{}
	for _, d := range r.Damaged {
		one := damaged{Line: 1 + strings.Count(text[:d.Groups[0].Start], "\n"), Groups: []int{}}
		for i, g := range d.Groups {
			if g.State != keyformat.GroupRight {
				one.Groups = append(one.Groups, i+1)
			}
		}
		list = append(list, one)
	}
	return list
}

// sayReport says in words what the page says.
func (e *env) sayReport(r keyformat.Report, also []damaged, reading decode.Reading) {
	answer, id := keyformat.AnswerKey(&r, keyformat.ID{}, nil)
	if reading.Diagnosis == decode.Nothing {
		fmt.Fprintln(e.stdout, say("answer."+answer.String()+".title", nil))
	} else {
		e.sayDiagnosis(reading.Diagnosis)
	}
	// One group, or what looks like one, is shown only where it can be of a key.
	if r.State != keyformat.None && (reading.Diagnosis == decode.Nothing || r.Groups[1].State != keyformat.GroupEmpty) {
		e.sayGroups(r)
	}
	if n := len(r.Found); n > 1 {
		fmt.Fprintln(e.stdout, say("check.several", map[string]string{"count": strconv.Itoa(n)}))
	}
	for _, d := range also {
		e.sayDamaged(d)
	}
	if len(also) > 0 {
		fmt.Fprintln(e.stdout, say("check.damaged", nil))
	}
	switch n := len(reading.Candidates); {
	case n > 1:
		fmt.Fprintln(e.stdout, say("check.candidates", map[string]string{"count": strconv.Itoa(n)}))
	case n == 1:
		fmt.Fprintln(e.stdout, say("check.candidate", nil))
	case len(reading.Unreadable) > 0:
		fmt.Fprintln(e.stdout, say("repair.too-many", map[string]string{"groups": numbers(reading.Unreadable)}))
	}
	if !id.IsZero() {
		fmt.Fprintf(e.stdout, "%s: %s\n", say("id.label", nil), id)
	}
}

// sayDiagnosis says what stands in a text instead of a key, and what to do.
func (e *env) sayDiagnosis(d decode.Diagnosis) {
	fmt.Fprintln(e.stdout, say("diagnosis."+d.String()+".title", nil))
	fmt.Fprintf(e.stdout, "  %s\n", say("diagnosis."+d.String()+".text", nil))
}

// sayGroups says of each group where it stands.
func (e *env) sayGroups(r keyformat.Report) {
	for i, g := range r.Groups {
		state := g.State.String()
		for _, p := range r.Problems {
			if p.Group == i+1 && p.Kind == keyformat.GroupShort {
				state = "short"
			}
		}
		fmt.Fprintf(e.stdout, "  %d  %-6s  %s\n", i+1, plain(g.Text), say("group."+state, nil))
	}
	for _, p := range r.Problems {
		fmt.Fprintln(e.stdout, say("problem."+p.Kind.String(), map[string]string{"group": strconv.Itoa(p.Group)}))
	}
}

// sayDamaged says where a further key stands that has something wrong in it.
func (e *env) sayDamaged(d damaged) {
	sentence := "found.damaged"
	if len(d.Groups) == 0 {
		sentence = "found.damaged-after"
	}
	fmt.Fprintln(e.stdout, say(sentence, map[string]string{"line": strconv.Itoa(d.Line), "groups": numbers(d.Groups)}))
}

// numbers joins numbers of groups: 3, 5.
func numbers(groups []int) string {
	texts := make([]string, len(groups))
	for i, g := range groups {
		texts[i] = strconv.Itoa(g)
	}
	return strings.Join(texts, ", ")
}

func (e *env) writeJSON(value any) {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	encoder.Encode(value)
	e.stdout.Write(plainJSON(line.Bytes()))
}
