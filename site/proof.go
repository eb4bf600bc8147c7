package site

import (
	"bytes"
	"fmt"
	"strings"

	"fortyeight/site/view"
)

// HashList is where the list of hashes stands. It has a line for every other file,
// as sha256sum writes and checks it: SHA-256, two spaces, path.
const HashList = "hashes.txt"

// licencesPlace is where the licences of other people's code stand.
const licencesPlace = "licences.txt"

// addHashes writes the list of hashes, when every other file is there and sorted.
func (o *Output) addHashes() {
	var list bytes.Buffer
	for _, f := range o.Files {
		fmt.Fprintf(&list, "%s  %s\n", hash(f.Data), f.Path)
	}
	o.add(HashList, list.Bytes())
}

// buildTable is what a block of the kind build becomes. Each line of it is
// "NAME: label", where NAME is a program, whose hash is shown, or "commit: label |
// words for a build that is of no commit".
func (pr *press) buildTable(lines string) (view.BuildTable, error) {
	var table view.BuildTable
	for line := range strings.Lines(lines) {
		name, label, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			return table, fmt.Errorf("%q is no line of a build block; write \"commit: label | otherwise\", or a program's name and its label", strings.TrimSpace(line))
		}
		program, isProgram := pr.in.Programs[name]
		switch {
		case isProgram:
			table.Rows = append(table.Rows, view.BuildRow{Label: label, Value: hash(program)})
		case name == "commit":
			label, otherwise, ok := strings.Cut(label, " | ")
			if !ok {
				return table, fmt.Errorf("the line of the commit also says what is shown where there is none, behind \" | \"")
			}
			row := view.BuildRow{Label: label, Value: pr.in.Commit}
			if row.Value == "" {
				row = view.BuildRow{Label: label, Words: otherwise}
			}
			table.Rows = append(table.Rows, row)
		default:
			return table, fmt.Errorf("there is no program %q, only %s", name, known(pr.in.Programs))
		}
	}
	return table, nil
}
