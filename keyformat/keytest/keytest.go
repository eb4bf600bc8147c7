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
//	keys:    how many different well-formed keys the text has, where not one
//	         with valid and none with the others
//	damaged: how many more rows look like a key with something wrong in it
//	id:      the Key ID that the key is published with
//	comment: why the vector is there, or
//	source:  the public place that it comes from
//
// The folder public has keys of test suites and documentation; the folder
// written has ways in which people write and mistype one of them; the folder
// beside has what stands beside a key, or in the place of its groups.
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

//go:embed vectors diagnoses
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
	Keys   int
	// Damaged counts rows beside the key, or beside the row that is shown.
	Damaged int
	ID      string
}

// A Result is what a door says about a text.
type Result struct {
	State   string
	Key     string   // "" unless State is valid
	Groups  []string // eight states
	IDs     []string
	After   int
	Keys    int // all well-formed ones
	Damaged int // rows that look like a further key, with something wrong in them
}

// Run gives every vector to check and compares what it says. A door that does
// not count digits after the eighth group gives -1 for After.
func Run(t *testing.T, check func(t *testing.T, text string) Result) {
	for _, v := range Vectors(t) {
		run(t, v, func(t *testing.T, v Vector) {
			got := check(t, v.Text)
			compare(t, v, got)
			compareRest(t, v, got)
		})
	}
}

// RunRule is Run for a door that knows the rule and nothing of what stands
// beside a key: it compares state, key and groups, without the folder beside.
func RunRule(t *testing.T, check func(t *testing.T, text string) Result) {
	for _, v := range Vectors(t) {
		if !strings.HasPrefix(v.Name, "beside/") {
			run(t, v, func(t *testing.T, v Vector) { compare(t, v, check(t, v.Text)) })
		}
	}
}

func run(t *testing.T, v Vector, try func(t *testing.T, v Vector)) {
	t.Run(v.Name, func(t *testing.T) {
		try(t, v)
		if v.ID == "" || v.Expect != "valid" {
			return
		}
		// The key with its published ID before it: both are found.
		v.Text, v.IDs = "ID: "+v.ID+"\n"+v.Text, []string{strings.ToUpper(v.ID)}
		try(t, v)
	})
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
}

// compareRest compares what stands beside the key.
func compareRest(t *testing.T, v Vector, got Result) {
	t.Helper()
	if !slices.Equal(got.IDs, v.IDs) {
		t.Errorf("Key IDs %q, want %q", got.IDs, v.IDs)
	}
	if got.Keys != v.Keys || got.Damaged != v.Damaged {
		t.Errorf("%d keys and %d damaged ones, want %d and %d", got.Keys, got.Damaged, v.Keys, v.Damaged)
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
	for _, folder := range []string{"beside", "public", "written"} {
		for name, data := range read(t, "vectors/"+folder) {
			v, problem := parse(data)
			v.Name = folder + "/" + name
			if problem != "" {
				t.Fatalf("%s: %s", v.Name, problem)
			}
			all = append(all, v)
		}
	}
	slices.SortFunc(all, func(a, b Vector) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

// read returns the files of a folder by their names without .txt.
func read(t *testing.T, folder string) map[string]string {
	t.Helper()
	entries, err := fs.ReadDir(files, folder)
	if err != nil || len(entries) == 0 {
		t.Fatalf("no vectors in %s: %v", folder, err)
	}
	all := make(map[string]string)
	for _, e := range entries {
		data, err := fs.ReadFile(files, folder+"/"+e.Name())
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(e.Name(), ".txt")] = string(data)
	}
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
	v.Keys = -1
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
		case "after", "keys", "damaged":
			n, err := strconv.Atoi(value)
			if err != nil {
				return v, name + ": not a number"
			}
			*map[string]*int{"after": &v.After, "keys": &v.Keys, "damaged": &v.Damaged}[name] = n
		case "comment", "source":
			reason = true
		default:
			return v, "unknown header " + name
		}
	}
	if v.Keys < 0 {
		v.Keys = 0
		if v.Expect == "valid" {
			v.Keys = 1
		}
	}
	switch {
	case !slices.Contains([]string{"valid", "unfinished", "wrong", "none"}, v.Expect):
		return v, "expect: unknown state"
	case (v.Key != "") != (v.Expect == "valid"), (v.Keys > 0) != (v.Expect == "valid"):
		return v, "a key goes with the state valid, and only with it"
	case v.Groups != nil && len(v.Groups) != 8:
		return v, "groups: not eight states"
	case !reason:
		return v, "neither comment nor source"
	}
	return v, ""
}
