package fuzz

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// readsNothing are the packages beside or below keyformat and wasm that read
// nothing that a stranger wrote, with the reason.
var readsNothing = map[string]string{
	"fortyeight/keyformat/keytest": "it reads the test vectors of the project",
	"fortyeight/wasm":              "it hands out the scripts beside it",
	"fortyeight/wasm/contract":     "it reads the project's own type declarations, in tests",
	"fortyeight/wasm/bridge/whole": "it hands each call to the program that has it",
}

// TestEveryParserHasATarget: a package that comes new needs a target, or a reason.
func TestEveryParserHasATarget(t *testing.T) {
	patterns := []string{"fortyeight/keyformat/...", "fortyeight/wasm/..."}
	folders, err := list(t.Context(), patterns)
	if err != nil {
		t.Fatal(err)
	}
	targets, err := Targets(t.Context(), patterns...)
	if err != nil {
		t.Fatal(err)
	}
	has := map[string]int{}
	for _, target := range targets {
		has[target.Package]++
	}
	left := maps.Clone(readsNothing)
	for _, f := range folders {
		_, excused := left[f.ImportPath]
		delete(left, f.ImportPath)
		switch {
		case excused && has[f.ImportPath] > 0:
			t.Errorf("%s has a fuzz target and a reason to have none", f.ImportPath)
		case !excused && has[f.ImportPath] == 0:
			t.Errorf("%s has no fuzz target", f.ImportPath)
		}
	}
	if len(left) > 0 {
		t.Errorf("there are no such packages: %v", slices.Sorted(maps.Keys(left)))
	}
	for _, want := range []Target{ // of both kinds of test files
		{Package: "fortyeight/keyformat", Name: "FuzzParseKey"},
		{Package: "fortyeight/keyformat/keyfile", Name: "FuzzJSON"},
	} {
		if !slices.ContainsFunc(targets, func(got Target) bool { return got.Package == want.Package && got.Name == want.Name }) {
			t.Errorf("%s is not found", want)
		}
	}
}

func TestTargetsOfNothing(t *testing.T) {
	if _, err := Targets(t.Context(), "fortyeight/keyformat/keytest"); err == nil {
		t.Error("no target is no error")
	}
}

func TestProgress(t *testing.T) {
	var r Result
	for _, line := range strings.SplitAfter(`fuzz: elapsed: 0s, gathering baseline coverage: 0/39 completed
fuzz: elapsed: 3s, execs: 62552 (20850/sec), new interesting: 2 (total: 41)
fuzz: elapsed: 6s, execs: 99552 (0/sec)
`, "\n") {
		if line != "" && !r.progress([]byte(line)) {
			t.Errorf("%q is progress", line)
		}
	}
	if r.Executions != 99552 || r.Interesting != 2 {
		t.Errorf("%d executions, %d interesting; want 99552 and 2", r.Executions, r.Interesting)
	}
	if r.progress([]byte("--- FAIL: FuzzRead (0.02s)\n")) {
		t.Error("a failure is no progress")
	}
}
