package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

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
	Probability float64  `json:"probability"`
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

// longestLine is the longest line of JSON that -lines takes, in bytes: a text
// of decode.MaxText with every character escaped.
const longestLine = 8 << 20

// readNoisy says which keys noisy texts can have been.
func (e *env) readNoisy(args []string) int {
	flags := flag.NewFlagSet("keycheck", flag.ContinueOnError)
	flags.BoolVar(&e.json, "json", false, "")
	lines := flags.Bool("lines", false, "")
	list := flags.String("known", "", "")
	files, ok := e.parseFlags(flags, args)
	if !ok {
		return misused
	}
	known, err := e.readKnown(*list)
	if err != nil {
		fmt.Fprintf(e.stderr, "keycheck: the list of known Key IDs: %v\n", err)
		return misused
	}
	if len(files) == 0 {
		files = []string{"-"}
	}
	status := found
	for i, name := range files {
		if *lines {
			status = max(status, e.readLines(name, known))
			continue
		}
		in, err := e.read(name)
		if err != nil {
			e.unreadable(in, err)
			status = misused
			continue
		}
		r := decode.Read(in.text())
		if len(r.Candidates) == 0 {
			status = max(status, notFound)
		}
		if e.json {
			out := asReading(r, in.text(), known)
			out.File = in.name
			e.writeJSON(out)
			continue
		}
		if i > 0 {
			fmt.Fprintln(e.stdout)
		}
		if in.name != "" {
			fmt.Fprintf(e.stdout, "%s: ", in.name)
		}
		e.sayReading(r)
	}
	return status
}

// readKnown reads the Key IDs of the file that -known names, one a line.
func (e *env) readKnown(name string) ([]keyformat.ID, error) {
	if name == "" {
		return nil, nil
	}
	in, err := e.read(name)
	if err != nil {
		return nil, err
	}
	var list []keyformat.ID
	for n, line := range strings.Split(in.text(), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		id, err := keyformat.ParseID(line)
		if err != nil {
			return nil, fmt.Errorf("line %d is %w", n+1, err)
		}
		list = append(list, id)
	}
	return list, nil
}

// readLines reads the text field of each line's object and answers with a
// line each, in order.
func (e *env) readLines(name string, known []keyformat.ID) int {
	source, done, err := e.stream(name)
	if err != nil {
		e.unreadable(input{name: name}, err)
		return misused
	}
	defer done()
	lines := bufio.NewScanner(source)
	lines.Buffer(nil, longestLine)
	status := found
	for n := 1; lines.Scan(); n++ {
		var in struct {
			Text *string `json:"text"`
		}
		if err := json.Unmarshal(lines.Bytes(), &in); err != nil || in.Text == nil {
			fmt.Fprintf(e.stderr, "keycheck: line %d is not a JSON object with the field text\n", n)
			e.writeJSON(reading{State: "none", Error: "not a JSON object with the field text"})
			status = misused
			continue
		}
		r := decode.Read(*in.Text)
		if len(r.Candidates) == 0 {
			status = max(status, notFound)
		}
		e.writeJSON(asReading(r, *in.Text, known))
	}
	if err := lines.Err(); err != nil {
		e.unreadable(input{name: name}, err)
		return misused
	}
	return status
}

func asReading(r decode.Reading, text string, known []keyformat.ID) reading {
	out := reading{
		State: r.State.String(), Diagnosis: r.Diagnosis.String(), Fits: r.Fits,
		Candidates: []candidate{}, IDs: []foundID{}, Unreadable: append([]int{}, r.Unreadable...),
	}
	for _, c := range r.Candidates {
		one := candidate{Key: c.Key.String(), Probability: c.Probability, Changes: []change{}}
		for _, ch := range c.Changes {
			one.Changes = append(one.Changes, change{ch.Group, ch.Kind.String(), ch.From, ch.To})
		}
		out.Candidates = append(out.Candidates, one)
	}
	for _, f := range r.IDs {
		out.IDs = append(out.IDs, foundID{f.ID.String(), f.Whole})
	}
	if i, _, ok := decode.NearestID(text, known); ok {
		id := known[i].String()
		out.Known = &id
	}
	return out
}

// sayReading says in words what the page says of an unclear text.
func (e *env) sayReading(r decode.Reading) {
	lead := "repair.several"
	switch {
	case len(r.Candidates) == 0 && r.Diagnosis != decode.Nothing:
		lead = "diagnosis." + r.Diagnosis.String() + ".title"
	case len(r.Candidates) == 0 && len(r.Unreadable) > 0:
		lead = "repair.too-many"
	case len(r.Candidates) == 0:
		lead = "answer.key-none.title"
	case r.State == decode.Certain:
		lead = "repair.clear"
	case len(r.Candidates) == 1:
		lead = "repair.one"
	}
	groups := make([]string, len(r.Unreadable))
	for i, g := range r.Unreadable {
		groups[i] = strconv.Itoa(g)
	}
	fmt.Fprintln(e.stdout, say(lead, map[string]string{"groups": strings.Join(groups, ", ")}))
	for _, c := range r.Candidates {
		fmt.Fprintf(e.stdout, "  %s  %4.1f %%", c.Key, 100*c.Probability)
		for _, ch := range c.Changes {
			what := say("repair."+ch.Kind.String(), map[string]string{"from": ch.From, "to": ch.To})
			fmt.Fprintf(e.stdout, "  %s: %s", say("repair.group", map[string]string{"group": strconv.Itoa(ch.Group)}), what)
		}
		fmt.Fprintln(e.stdout)
	}
	for _, f := range r.IDs {
		fmt.Fprintf(e.stdout, "%s: %s\n", say("id.label", nil), f.ID)
	}
}

// stream opens a named file, or standard input for "-", to be read as it comes.
func (e *env) stream(name string) (io.Reader, func(), error) {
	if name == "-" {
		return e.stdin, func() {}, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	return file, func() { file.Close() }, nil
}
