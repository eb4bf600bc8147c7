// Package wasmbuild compiles Go programs for the browser.
//
// It owns the flags, so that the site, the budgets and the hashes that the site
// publishes all speak of the same bytes. The same sources and the same Go
// give the same bytes on every machine: paths, build IDs and the state of git stay out,
// and what a person's environment could change is pinned.
//
//	program, err := wasmbuild.Compile(ctx, "./wasm/check")
//	runtime, err := wasmbuild.Runtime(ctx) // wasm_exec.js of the same Go
//
// [Empty] compiles the program that does nothing: the measure for all others.
package wasmbuild

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// emptyProgram is the import path of the program that does nothing.
const emptyProgram = "fortyeight/tools/internal/wasmbuild/testdata/empty"

// flags are those of go build, each with what it is for.
var flags = []string{
	"-trimpath",       // no paths of this machine
	"-buildvcs=false", // no commit: a change of the README must not change the program
	// No symbol table and no debug information, which a browser does not
	// use, and no build ID, which would differ where the bytes need not.
	"-ldflags=-s -w -buildid=",
}

// Small is a further flag for Compile: no function is inlined, neither ours nor
// the runtime's. That makes a program a fifteenth smaller on the wire and its
// calls about a third slower; it is for the program that people wait for.
const Small = "-gcflags=all=-l"

// Except is a further flag for Compile, to stand after Small: the functions of
// one package are inlined after all, where a program spends its time there.
func Except(pkg string) string { return "-gcflags=" + pkg + "=" }

// environment pins what decides the result and could be set otherwise.
var environment = []string{
	"GOOS=js",
	"GOARCH=wasm",
	"CGO_ENABLED=0",
	"GOFLAGS=",      // somebody's own flags
	"GOWASM=",       // optional instructions, which not every browser has
	"GOEXPERIMENT=", // somebody's own experiments
	"GOFIPS140=off", // a build with another cryptography
	"GOWORK=off",    // somebody's own versions of our modules
}

// Compile compiles the main package of this module, named by a pattern such as
// "./wasm/check" (from the module's root) or by its import path, with the usual
// flags and further ones.
func Compile(ctx context.Context, pkg string, further ...string) ([]byte, error) {
	root, err := Root(ctx)
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "fortyeight-wasm-")
	if err != nil {
		return nil, fmt.Errorf("compiling %s needs a temporary folder: %w", pkg, err)
	}
	defer os.RemoveAll(folder)

	file := filepath.Join(folder, "program.wasm")
	cmd := exec.CommandContext(ctx, "go", slices.Concat([]string{"build", "-o", file}, flags, further, []string{pkg})...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), environment...)
	if output, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s does not compile for the browser: %w\n%s", pkg, err, bytes.TrimSpace(output))
	}
	return os.ReadFile(file)
}

// Empty compiles the Go program that does nothing but start and wait. With the
// usual flags its size is what any Go program costs, so budgets are multiples
// of it and stay meaningful when Go changes.
func Empty(ctx context.Context, further ...string) ([]byte, error) {
	return Compile(ctx, emptyProgram, further...)
}

// Runtime returns wasm_exec.js of the Go that compiles: a program runs
// only with the one of its own Go.
func Runtime(ctx context.Context) ([]byte, error) {
	goroot, err := goEnv(ctx, "GOROOT")
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, fmt.Errorf("this Go comes without wasm_exec.js, as some distributions ship it: install Go from go.dev or the package that holds its lib/wasm folder: %w", err)
	}
	return data, nil
}

// Root returns the folder of this module, from any folder inside it.
func Root(ctx context.Context) (string, error) {
	mod, err := goEnv(ctx, "GOMOD")
	if err != nil {
		return "", err
	}
	if filepath.Base(mod) != "go.mod" {
		return "", fmt.Errorf("this folder is not inside the project: change to a folder of it and try again")
	}
	return filepath.Dir(mod), nil
}

func goEnv(ctx context.Context, name string) (string, error) {
	output, err := exec.CommandContext(ctx, "go", "env", name).Output()
	if err != nil {
		return "", fmt.Errorf("go env %s failed; is the go command in PATH? %w", name, err)
	}
	return strings.TrimSpace(string(output)), nil
}
