package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"fortyeight/tools/internal/browser"
)

// provideBrowser installs a browser where none is found and it may.
func provideBrowser(ctx context.Context, r *report) error {
	path, err := browser.Provide(ctx, r.live)
	r.result = path
	return err
}

// testsNative runs every test natively, those in a browser included, but for those
// that have a step of their own.
func testsNative(ctx context.Context, r *report) error {
	if err := r.packages(ctx, nativeEnv, "./..."); err != nil {
		return err
	}
	return r.goTest(ctx, nativeEnv, slices.DeleteFunc(slices.Clone(r.names), func(name string) bool {
		return slices.Contains(engineTests, name)
	})...)
}

// testsBrowser runs the tests of what programs for the browser are made of once
// more, compiled for it and in it.
func testsBrowser(ctx context.Context, r *report) error {
	folder, err := os.MkdirTemp("", "fortyeight-wasmtest-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	runner := filepath.Join(folder, "wasmtest.exe") // the ending is for Windows and nobody else minds
	if err := r.run(ctx, nativeEnv, "go", "build", "-o", runner, "./tools/internal/wasmtest"); err != nil {
		return err
	}
	// Examples keep their output in a file, and a browser has none.
	args := append([]string{"-exec", runner, "-run", "^(Test|Fuzz)"}, forBrowser...)
	return r.goTest(ctx, browserEnv, args...)
}

// goTest runs tests, always anew: some compile the programs or start the command,
// and go test's cache does not see that those have changed. Vet has had its own step.
// Go's own ten minutes a package would end the browser tests of a slow machine.
func (r *report) goTest(ctx context.Context, env []string, args ...string) error {
	cmd := exec.CommandContext(ctx, "go", append([]string{"test", "-json", "-count=1", "-vet=off", "-timeout=30m"}, args...)...)
	cmd.Env = append(os.Environ(), env...)
	var problems bytes.Buffer // of its own: two writers share no buffer
	cmd.Stderr = &problems
	events, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	count, err := readTests(events, r)
	// What go test says by its exit status, it says in its events too, unless it
	// could not even begin.
	exit := cmd.Wait()
	r.details.Write(problems.Bytes())
	r.result = count.String()
	switch {
	case err != nil:
		return err
	case count.failed > 0:
		return fmt.Errorf("%s", count)
	case exit != nil:
		return fmt.Errorf("go test: %w", exit)
	case count.passed == 0:
		return errors.New("there is no test")
	}
	return nil
}

// tally counts tests, subtests not included.
type tally struct{ passed, failed, skipped int }

func (t tally) String() string {
	return fmt.Sprintf("%d tests passed, %d failed, %d skipped", t.passed, t.failed, t.skipped)
}

// event is one line of go test -json.
type event struct {
	Action, Package, ImportPath, Test, Output string
	Elapsed                                   float64
}

// readTests shows the result of each package as it comes, and what was skipped; what
// failing tests said becomes details.
func readTests(events io.Reader, r *report) (tally, error) {
	var count tally
	said := map[string][]string{} // lines by package and test
	lines := bufio.NewScanner(events)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var e event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			fmt.Fprintln(&r.details, lines.Text())
			continue
		}
		if r.each != nil {
			r.each(e)
		}
		who := e.Package + " " + e.Test
		isPackage, isTop := e.Test == "", !strings.Contains(e.Test, "/")
		switch e.Action {
		case "output":
			said[who] = append(said[who], e.Output)
		case "build-output":
			r.details.WriteString(e.Output)
		case "fail":
			r.details.WriteString(strings.Join(slices.DeleteFunc(said[who], isNoise), ""))
			if isPackage {
				fmt.Fprintf(r.live, "       FAIL %-48s %6.1f s\n", e.Package, e.Elapsed)
				// A package that does not compile, or whose TestMain
				// fails, has no failing test.
				count.failed = max(count.failed, 1)
			} else if isTop {
				count.failed++
			}
		case "pass":
			if isPackage {
				fmt.Fprintf(r.live, "       ok   %-48s %6.1f s\n", e.Package, e.Elapsed)
			} else if isTop {
				count.passed++
			}
		case "skip":
			if !isPackage {
				fmt.Fprintf(r.live, "       skip %s: %s\n", who, reason(said[who]))
				count.skipped++
			}
		}
	}
	return count, lines.Err()
}

// isNoise finds the lines that say what the headings of a failure say again.
func isNoise(line string) bool { return strings.HasPrefix(line, "=== ") }

// reason is what a test said when it was skipped.
func reason(said []string) string {
	for _, line := range said {
		if !isNoise(line) && !strings.HasPrefix(line, "---") {
			return strings.TrimSpace(line)
		}
	}
	return "it gave no reason"
}
