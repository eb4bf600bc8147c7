package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A report is what a step of the gate has to say.
type report struct {
	live    io.Writer    // shown at once
	details bytes.Buffer // shown if the step fails: what somebody needs to correct it
	result  string       // shown beside the verdict: what was looked at
	names   []string     // of the packages that were looked at
	each    func(event)  // sees each event of go test, if somebody wants to
}

// browserEnv makes the go command, and what it starts, think of the browser.
var browserEnv = []string{"GOOS=js", "GOARCH=wasm"}

// nativeEnv is the environment as it is.
var nativeEnv []string

// run runs a program at the top of the project; all that it says is details.
func (r *report) run(ctx context.Context, env []string, program string, args ...string) error {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stdout, cmd.Stderr = &r.details, &r.details
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s %s: %w", filepath.Base(program), strings.Join(args, " "), err)
	}
	return nil
}

// packages says how many packages the patterns name, and fails where there is none: the
// go command calls that a success.
func (r *report) packages(ctx context.Context, env []string, patterns ...string) error {
	cmd := exec.CommandContext(ctx, "go", append([]string{"list"}, patterns...)...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = &r.details
	names, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("go list %s: %w", strings.Join(patterns, " "), err)
	}
	r.names = strings.Fields(string(names))
	n := len(r.names)
	if n == 0 {
		return fmt.Errorf("there is no package in %s: was a folder moved?", strings.Join(patterns, " "))
	}
	r.result = fmt.Sprintf("%d packages", n)
	return nil
}
