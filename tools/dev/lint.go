package main

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
)

// forBrowser are the packages that programs for the browser are made of.
var forBrowser = []string{"./wasm/...", "./keyformat/..."}

func vetNative(ctx context.Context, r *report) error {
	return r.check(ctx, nativeEnv, []string{"go", "vet"}, "./...")
}

func vetBrowser(ctx context.Context, r *report) error {
	return r.check(ctx, browserEnv, []string{"go", "vet"}, forBrowser...)
}

func staticcheckNative(ctx context.Context, r *report) error {
	return r.staticcheck(ctx, nativeEnv, "./...")
}

func staticcheckBrowser(ctx context.Context, r *report) error {
	return r.staticcheck(ctx, browserEnv, forBrowser...)
}

// staticcheck runs it from its path: go tool would compile it for the browser too.
func (r *report) staticcheck(ctx context.Context, env []string, patterns ...string) error {
	path, err := exec.CommandContext(ctx, "go", "tool", "-n", "staticcheck").Output()
	if err != nil {
		return fmt.Errorf("staticcheck cannot be compiled: try go tool staticcheck -version: %w", err)
	}
	// Beyond the usual: comments that begin with the name they are about, and
	// a comment for every package, since that is its manual.
	return r.check(ctx, env, []string{strings.TrimSpace(string(path)), "-checks=inherit,ST1000,ST1020,ST1021,ST1022"}, patterns...)
}

// check runs a command on packages, of which there must be some.
func (r *report) check(ctx context.Context, env, command []string, patterns ...string) error {
	if err := r.packages(ctx, env, patterns...); err != nil {
		return err
	}
	return r.run(ctx, env, command[0], append(command[1:], patterns...)...)
}
