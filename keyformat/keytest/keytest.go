// Package keytest holds the shared vectors of the key format and the suite
// that every door to it must pass: the Go package, the bridge, the program in
// the browser and the command.
//
// A vector is a file under vectors: header lines, an empty line, and the text
// to the end of the file without its last line break. The headers are
//
//	expect:  valid, unfinished, wrong or none (always)
//	key:     the canonical key (always with valid)
//	groups:  the states of the eight groups
//	ids:     the Key IDs that stand in the text, in order, separated by spaces
//	after:   the number of digits after the eighth group
//	id:      the Key ID that the key is published with
//	comment: why the vector is there, or
//	source:  the public place that it comes from
//
// The folder public has keys of test suites and documentation; the folder
// written has ways in which people write and mistype one of them.
package keytest

import (
	"cmp"
	"embed"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"
)

//go:embed vectors
var files embed.FS

// A Vector is one scenario: a text and what a door must say about it.
type Vector struct {
	Name   string // folder and file name without .txt: "written/tabs"
	Text   string
	Expect string
	Key    string
	Groups []string // nil where the file does not say
	IDs    []string
	After  int
	ID     string
}

// A Result is what a door says about a text.
type Result struct {
	State  string
	Key    string   // "" unless State is valid
	Groups []string // eight states
	IDs    []string
	NoIDs  bool // the door reads no Key IDs
	After  int
}

// Run gives every vector to check and compares what it says. A door that does
// not count digits after the eighth group gives -1 for After.
func Run(t *testing.T, check func(t *testing.T, text string) Result) {
	for _, v := range Vectors(t) {
		t.Run(v.Name, func(t *testing.T) {
			compare(t, v, check(t, v.Text))
			if v.ID == "" || v.Expect != "valid" {
				return
			}
			// The key with its published ID before it: both are found.
			v.Text, v.IDs = "ID: "+v.ID+"\n"+v.Text, []string{strings.ToUpper(v.ID)}
			compare(t, v, check(t, v.Text))
		})
	}
}

// compare reports the differences by name and place, never by digits.
func compare(t *testing.T, v Vector, got Result) {
	t.Helper()
	if got.State != v.Expect {
		t.Errorf("state %q, want %q", got.State, v.Expect)
	}
	if got.Key != v.Key {
		t.Errorf("not the key of the vector")
	}
	if v.Groups != nil && !slices.Equal(got.Groups, v.Groups) {
		t.Errorf("groups\n got %q\nwant %q", got.Groups, v.Groups)
	}
	if !got.NoIDs && !slices.Equal(got.IDs, v.IDs) {
		t.Errorf("Key IDs %q, want %q", got.IDs, v.IDs)
	}
	if got.After >= 0 && got.After != v.After {
		t.Errorf("%d digits after the eighth group, want %d", got.After, v.After)
	}
}

// Vectors reads all vectors in the order of their names. It fails the test
// when a file is malformed, or when a folder has no vectors.
func Vectors(t *testing.T) []Vector {
	t.Helper()
	var all []Vector
	for _, folder := range []string{"public", "written"} {
		entries, err := fs.ReadDir(files, "vectors/"+folder)
		if err != nil || len(entries) == 0 {
			t.Fatalf("no vectors in %s: %v", folder, err)
		}
		for _, e := range entries {
			data, err := fs.ReadFile(files, "vectors/"+folder+"/"+e.Name())
			if err != nil {
				t.Fatal(err)
			}
			v, problem := parse(string(data))
			v.Name = folder + "/" + strings.TrimSuffix(e.Name(), ".txt")
			if problem != "" {
				t.Fatalf("%s: %s", v.Name, problem)
			}
			all = append(all, v)
		}
	}
	slices.SortFunc(all, func(a, b Vector) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

// parse reads one vector; problem is empty when it is well made.
func parse(data string) (v Vector, problem string) {
	head, text, ok := strings.Cut(data, "\n\n")
	if !ok {
		return v, "no empty line after the headers"
	}
	v.Text = strings.TrimSuffix(text, "\n")
	reason := false
	for _, line := range strings.Split(head, "\n") {
		name, value, ok := strings.Cut(line, ": ")
		if !ok || value == "" {
			return v, "a header line without a value"
		}
		switch name {
		case "expect":
			v.Expect = value
		case "key":
			v.Key = value
		case "id":
			v.ID = value
		case "groups":
			v.Groups = strings.Fields(value)
		case "ids":
			v.IDs = strings.Fields(value)
		case "after":
			n, err := strconv.Atoi(value)
			if err != nil {
				return v, "after: not a number"
			}
			v.After = n
		case "comment", "source":
			reason = true
		default:
			return v, "unknown header " + name
		}
	}
	switch {
	case !slices.Contains([]string{"valid", "unfinished", "wrong", "none"}, v.Expect):
		return v, "expect: unknown state"
	case (v.Key != "") != (v.Expect == "valid"):
		return v, "a key goes with the state valid, and only with it"
	case v.Groups != nil && len(v.Groups) != 8:
		return v, "groups: not eight states"
	case !reason:
		return v, "neither comment nor source"
	}
	return v, ""
}
