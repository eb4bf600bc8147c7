package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"fortyeight/tools/internal/engine"
)

// engineTests run one after the other, apart from all others: three browsers at once
// are enough for a small machine.
var engineTests = []string{"fortyeight/tools/internal/engine", "fortyeight/tools/enginetest"}

// testEngines installs the engines where it may, uses the site in each, and
// shows what each has run. One that is missing is told; it fails only where it is required.
func testEngines(ctx context.Context, r *report) error {
	missing, err := engine.Provide(ctx, r.live)
	for _, line := range missing {
		fmt.Fprintf(r.live, "       %s\n", line)
	}
	if err != nil {
		return err
	}
	ran := engineTally{}
	r.each = ran.add
	err = r.goTest(ctx, nativeEnv, append([]string{"-p", "1"}, engineTests...)...)
	ran.print(r)
	if err == nil && len(ran) == 0 {
		return errors.New("no engine has run anything")
	}
	return err
}

// engineTally counts what each engine has run, by its name and the test's.
type engineTally map[engine.Name]map[string]*tally

// add counts the tests below Test…/ENGINE/, those at the ends only.
func (t engineTally) add(e event) {
	parts := strings.SplitN(e.Test, "/", 3)
	if len(parts) < 3 || !slices.Contains(engine.All, engine.Name(parts[1])) {
		return
	}
	name := engine.Name(parts[1])
	if t[name] == nil {
		t[name] = map[string]*tally{}
	}
	if t[name][parts[0]] == nil {
		t[name][parts[0]] = new(tally)
	}
	switch e.Action {
	case "pass":
		t[name][parts[0]].passed++
	case "fail":
		t[name][parts[0]].failed++
	}
}

// print writes the table, an engine a line.
func (t engineTally) print(r *report) {
	for _, name := range engine.All {
		var parts []string
		for _, test := range slices.Sorted(maps.Keys(t[name])) {
			count := t[name][test]
			parts = append(parts, fmt.Sprintf("%s %d passed, %d failed", strings.ToLower(strings.TrimPrefix(test, "Test")), count.passed, count.failed))
		}
		if len(parts) == 0 {
			parts = []string{"not run"}
		}
		fmt.Fprintf(r.live, "       %-9s %s\n", name, strings.Join(parts, "; "))
	}
}
