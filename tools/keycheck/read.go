package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"fortyeight/keyformat"
	"fortyeight/keyformat/decode"
)

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
	files = orStdin(files)
	if *lines {
		status := found
		for _, name := range files {
			status = max(status, e.readLines(name, known))
		}
		return status
	}
	return e.each(files, func(in input) int {
		text := in.text()
		r := decode.Read(text)
		nearest := nearestOf(known, text)
		if e.json {
			out := asReading(r, nearest)
			out.File = in.name
			e.writeJSON(out)
		} else {
			e.sayReading(r)
			e.sayNearest(known, nearest)
		}
		return statusOf(r)
	})
}

func statusOf(r decode.Reading) int {
	if len(r.Candidates) == 0 {
		return notFound
	}
	return found
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

// nearestOf returns the known ID that is nearest to one in text, or the zero
// ID when none is near, or two are equally.
func nearestOf(known []keyformat.ID, text string) keyformat.ID {
	if i, _, ok := decode.NearestID(text, known); ok {
		return known[i]
	}
	return keyformat.ID{}
}

// longestLine is the longest line of JSON that -lines takes, in bytes: a text
// of decode.MaxText with every character escaped.
const longestLine = 8 << 20

// What is wrong with a line that -lines cannot take.
var (
	errNoText   = errors.New("not a JSON object with the field text")
	errLongLine = errors.New("longer than 8 MiB")
)

// readLines reads the text field of each line's object and answers with a
// line each, in order; a bad line has its answer as well.
func (e *env) readLines(name string, known []keyformat.ID) int {
	source, done, err := e.stream(name)
	if err != nil {
		e.unreadable(name, err)
		return misused
	}
	defer done()
	lines := bufio.NewReaderSize(source, 64<<10)
	status := found
	for n := 1; ; n++ {
		line, err := nextLine(lines)
		if err == io.EOF {
			return status
		}
		if err != nil && err != errLongLine {
			e.unreadable(name, err)
			return misused
		}
		var in struct {
			Text *string `json:"text"`
		}
		if err == nil && (json.Unmarshal(line, &in) != nil || in.Text == nil) {
			err = errNoText
		}
		if err != nil {
			fmt.Fprintf(e.stderr, "keycheck: line %d is %v\n", n, err)
			bad := asReading(decode.Reading{}, keyformat.ID{})
			bad.Error = err.Error()
			e.writeJSON(bad)
			status = misused
			continue
		}
		r := decode.Read(*in.Text)
		status = max(status, statusOf(r))
		e.writeJSON(asReading(r, nearestOf(known, *in.Text)))
	}
}

var newline = []byte("\n")

// nextLine reads a line with its end, if it has one. It passes over one that is longer than
// longestLine, and returns errLongLine.
func nextLine(r *bufio.Reader) (line []byte, err error) {
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if long = long || len(line)+len(bytes.TrimSuffix(part, newline)) > longestLine; !long {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && (long || len(line) > 0): // the last line lacks its end
		case err != nil:
			return nil, err
		}
		if long {
			return nil, errLongLine
		}
		return line, nil
	}
}
