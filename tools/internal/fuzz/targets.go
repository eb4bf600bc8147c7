// Package fuzz finds the fuzz targets of the project and runs them in turn.
//
// A target is a function FuzzXxx of a test file. Nothing lists them by hand: what
// [Targets] finds is what runs, and a test of this package holds that every package
// which reads what strangers wrote has one.
//
// An input that makes a target fail becomes a file in testdata/fuzz/FuzzXxx of its
// package, as the go command does it, and go test runs it from then on. Inputs that
// only reach further lie in the build cache, and the next run begins with them.
package fuzz

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
)

// A Target is one fuzz target.
type Target struct {
	Package string // its import path
	Dir     string // the package's folder
	Name    string // of the function, such as "FuzzRead"
}

// String returns the target as the table of a run shows it, such as
// "keyformat/decode FuzzRead".
func (t Target) String() string {
	_, short, ok := strings.Cut(t.Package, "/")
	if !ok {
		short = t.Package
	}
	return short + " " + t.Name
}

// A folder is what the go command says of a package.
type folder struct {
	ImportPath, Dir           string
	TestGoFiles, XTestGoFiles []string
}

// Targets returns the targets in the packages that the patterns name, in the order
// of the go command and of their files. It fails where there is none.
func Targets(ctx context.Context, patterns ...string) ([]Target, error) {
	folders, err := list(ctx, patterns)
	if err != nil {
		return nil, err
	}
	var all []Target
	for _, f := range folders {
		for _, file := range append(f.TestGoFiles, f.XTestGoFiles...) {
			names, err := namesIn(filepath.Join(f.Dir, file))
			if err != nil {
				return nil, err
			}
			for _, name := range names {
				all = append(all, Target{f.ImportPath, f.Dir, name})
			}
		}
	}
	if len(all) == 0 {
		return nil, errors.New("there is no fuzz target in " + strings.Join(patterns, " "))
	}
	return all, nil
}

func list(ctx context.Context, patterns []string) (folders []folder, err error) {
	cmd := exec.CommandContext(ctx, "go", append([]string{"list", "-json=ImportPath,Dir,TestGoFiles,XTestGoFiles"}, patterns...)...)
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list %s: %w", strings.Join(patterns, " "), err)
	}
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var f folder
		switch err := decoder.Decode(&f); {
		case errors.Is(err, io.EOF):
			return folders, nil
		case err != nil:
			return nil, fmt.Errorf("go list: %w", err)
		}
		folders = append(folders, f)
	}
}

// namesIn returns the targets of one test file: functions FuzzXxx of one argument.
func namesIn(file string) (names []string, err error) {
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	for _, d := range tree.Decls {
		f, ok := d.(*ast.FuncDecl)
		if ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, "Fuzz") && f.Type.Params.NumFields() == 1 {
			names = append(names, f.Name.Name)
		}
	}
	return names, nil
}
