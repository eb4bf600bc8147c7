package main

import (
	"fmt"
	"math"
	"strconv"

	"fortyeight/keyformat"
	"fortyeight/keyformat/decode"
)

// A reading is what read says of one text with -json or -lines.
type reading struct {
	File       string      `json:"file,omitempty"`
	State      string      `json:"state"`
	Candidates []candidate `json:"candidates"`
	IDs        []foundID   `json:"ids"`
	Diagnosis  string      `json:"diagnosis"`
	Unreadable []int       `json:"unreadable"`
	Fits       float64     `json:"fits"`
	Known      *string     `json:"known"`
	Error      string      `json:"error,omitempty"`
}

type candidate struct {
	Key         string   `json:"key"`
	Probability float64  `json:"probability"` // to six places
	Changes     []change `json:"changes"`
}

type change struct {
	Group int    `json:"group"`
	Kind  string `json:"kind"`
	From  string `json:"from"`
	To    string `json:"to"`
}

type foundID struct {
	ID    string `json:"id"`
	Whole bool   `json:"whole"`
}

func asReading(r decode.Reading, nearest keyformat.ID) reading {
	out := reading{
		State: r.State.String(), Diagnosis: r.Diagnosis.String(), Fits: r.Fits,
		Candidates: []candidate{}, IDs: []foundID{}, Unreadable: append([]int{}, r.Unreadable...),
	}
	for _, c := range r.Candidates {
		one := candidate{Key: c.Key.String(), Probability: math.Round(c.Probability*1e6) / 1e6, Changes: []change{}}
		for _, ch := range c.Changes {
			one.Changes = append(one.Changes, change{ch.Group, ch.Kind.String(), ch.From, ch.To})
		}
		out.Candidates = append(out.Candidates, one)
	}
	for _, f := range r.IDs {
		out.IDs = append(out.IDs, foundID{f.ID.String(), f.Whole})
	}
	if !nearest.IsZero() {
		id := nearest.String()
		out.Known = &id
	}
	return out
}

// sayReading says in words what the page says of an unclear text.
func (e *env) sayReading(r decode.Reading) {
	if r.Diagnosis != decode.Nothing {
		e.sayDiagnosis(r.Diagnosis)
	}
	switch {
	case len(r.Candidates) > 0:
		e.sayCandidates(r)
	case r.Diagnosis != decode.Nothing:
	case len(r.Unreadable) > 0:
		fmt.Fprintln(e.stdout, say("repair.too-many", map[string]string{"groups": numbers(r.Unreadable)}))
	default:
		fmt.Fprintln(e.stdout, say("answer.key-none.title", nil))
	}
	for _, f := range r.IDs {
		fmt.Fprintf(e.stdout, "%s: %s\n", say("id.label", nil), f.ID)
	}
}

// sayCandidates lists the keys that a text can have been, with what differs.
func (e *env) sayCandidates(r decode.Reading) {
	lead := "repair.several"
	switch {
	case r.State == decode.Certain:
		lead = "repair.clear"
	case len(r.Candidates) == 1:
		lead = "repair.one"
	}
	fmt.Fprintln(e.stdout, say(lead, nil))
	for _, c := range r.Candidates {
		fmt.Fprintf(e.stdout, "  %s  %4.1f %%", c.Key, 100*c.Probability)
		for _, ch := range c.Changes {
			what := say("repair."+ch.Kind.String(), map[string]string{"from": ch.From, "to": ch.To})
			fmt.Fprintf(e.stdout, "  %s: %s", say("repair.group", map[string]string{"group": strconv.Itoa(ch.Group)}), what)
		}
		fmt.Fprintln(e.stdout)
	}
}

// sayNearest says which of the known Key IDs is meant, if any are known.
func (e *env) sayNearest(known []keyformat.ID, nearest keyformat.ID) {
	switch {
	case len(known) == 0:
	case nearest.IsZero():
		fmt.Fprintln(e.stdout, say("read.known-none", nil))
	default:
		fmt.Fprintln(e.stdout, say("read.known", map[string]string{"id": nearest.String()}))
	}
}
