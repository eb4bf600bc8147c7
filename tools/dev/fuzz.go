package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"fortyeight/tools/internal/fuzz"
)

// fuzzAll runs every fuzz target in turn.
func fuzzAll(ctx context.Context, args []string, out io.Writer) error {
	flags := options("fuzz", `Runs every fuzz target of the project in turn, each for the time of -for, and
prints for each how many inputs it tried, how many of them reached new code, and
the finds. An input that makes a target fail is kept in testdata/fuzz of its
package, and go test runs it from then on: mend the fault and commit both. The
status is 1 if there was one.

Without -only, ten minutes a target make an evening.
`, out)
	long := flags.Duration("for", time.Minute, "how `long` each target is run")
	only := flags.String("only", "", "run those only that match this `regexp`, such as \"decode FuzzRead\"")
	workers := flags.Int("workers", 1, "how many inputs are tried at a `time`")
	list := flags.Bool("list", false, "print the targets and run none")
	verbose := flags.Bool("v", false, "show progress while a target runs")
	if err := parse(flags, args); err != nil {
		return err
	}
	wanted, err := regexp.Compile(*only)
	switch {
	case err != nil:
		return fmt.Errorf("-only is no regular expression: %w", errUse)
	case *long < time.Second || *workers < 1:
		return fmt.Errorf("-for takes a second or more, and -workers 1 or more: %w", errUse)
	}
	all, err := fuzz.Targets(ctx, "./...")
	if err != nil {
		return err
	}
	var live io.Writer
	if *verbose {
		live = out
	}
	ran, failed := 0, 0
	for _, t := range all {
		if !wanted.MatchString(t.String()) {
			continue
		}
		ran++
		if *list {
			fmt.Fprintln(out, t)
			continue
		}
		r := fuzz.Run(ctx, t, *long, *workers, live)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if r.Err != nil {
			failed++
		}
		sayFuzzed(out, r)
	}
	switch {
	case ran == 0:
		return fmt.Errorf("no target matches -only %q; -list prints them: %w", *only, errUse)
	case failed > 0:
		fmt.Fprintf(out, "%d of %d targets failed\n", failed, ran)
		return errTold
	}
	return nil
}

// sayFuzzed prints the line of a target, and what a failing one said.
func sayFuzzed(out io.Writer, r fuzz.Result) {
	verdict := "PASS"
	if r.Err != nil {
		verdict = "FAIL"
	}
	fmt.Fprintf(out, "%s  %-38s %6.0f s  %10d executions  %5d new  %d finds\n",
		verdict, r.Target, r.Took.Seconds(), r.Executions, r.Interesting, len(r.Finds))
	if r.Err != nil {
		fmt.Fprintf(out, "%s%v\n", r.Output, r.Err)
	}
	top, _ := os.Getwd()
	for _, file := range r.Finds {
		if short, err := filepath.Rel(top, file); err == nil {
			file = short
		}
		fmt.Fprintf(out, "      kept as %s\n", file)
	}
}
