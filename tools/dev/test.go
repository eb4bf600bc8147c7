package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"time"
)

// A step is one part of the gate. A step that finds nothing to look at fails too:
// it would stay green for ever.
type step struct {
	name string
	line string // what it does, in the words of whoever waits for it
	run  func(ctx context.Context, r *report) error
}

// gate is in the order of what is quick to know.
var gate = []step{
	{"format", "gofmt has nothing to change", checkFormat},
	{"generated", "what templ generates is what is committed", checkGenerated},
	{"vet", "go vet, natively", vetNative},
	{"vet-wasm", "go vet, for the browser", vetBrowser},
	{"staticcheck", "staticcheck, natively (the first time, it is compiled)", staticcheckNative},
	{"staticcheck-wasm", "staticcheck, for the browser", staticcheckBrowser},
	{"browser", "a Chromium or Chrome is here for the tests", provideBrowser},
	{"tests", "all tests, natively and of the pages in a browser", testsNative},
	{"engines", "the site in Chromium, Firefox and WebKit, in those that are here", testEngines},
	{"tests-wasm", "the tests of the field and the bridge, inside WebAssembly", testsBrowser},
	{"reproducible", "a stranger's computer builds the same bytes (everything is compiled anew)", checkReproducible},
	{"budgets", "programs and page weigh no more than they may", checkBudgets},
}

// test runs every step, also after one has failed: whoever must correct something
// wants to know of everything at once.
func test(ctx context.Context, args []string, out io.Writer) error {
	flags := options("test", `Runs the gate: everything that must hold before a change goes in. Each step
prints one line, and all that it has to say where it fails.
`, out)
	only := flags.String("only", "", "run one step only, by its name")
	if err := parse(flags, args); err != nil {
		return err
	}
	steps := gate
	if *only != "" {
		var err error
		if steps, err = pick(*only); err != nil {
			return err
		}
	}
	return runSteps(ctx, steps, out)
}

func pick(name string) ([]step, error) {
	var names []string
	for _, s := range gate {
		if s.name == name {
			return []step{s}, nil
		}
		names = append(names, s.name)
	}
	return nil, fmt.Errorf("there is no step %q, only %q: %w", name, names, errUse)
}

// runSteps ends with the plain line that other programs read.
func runSteps(ctx context.Context, steps []step, out io.Writer) error {
	var failed []string
	began := time.Now()
	for _, s := range steps {
		fmt.Fprintf(out, "     %-16s  %s …\n", s.name, s.line)
		began := time.Now()
		r := &report{live: out}
		verdict := "PASS"
		if err := s.run(ctx, r); err != nil {
			verdict = "FAIL"
			failed = append(failed, s.name)
			fmt.Fprintf(out, "\n%s\n%v\n\n", bytes.TrimSpace(r.details.Bytes()), err)
		}
		fmt.Fprintf(out, "%s %-16s  %.1f s  %s\n", verdict, s.name, time.Since(began).Seconds(), r.result)
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	fmt.Fprintf(out, "\nThe gate took %.0f s.\n", time.Since(began).Seconds())
	if len(failed) > 0 {
		fmt.Fprintf(out, "Failed: %q. Run one alone with -only NAME.\n", failed)
	}
	fmt.Fprintf(out, "%d passed, %d failed\n", len(steps)-len(failed), len(failed))
	if len(failed) > 0 {
		return errTold
	}
	return nil
}
