// Package licences knows whose code is in Fortyeight, under which licence, and why.
//
// Two lists come from it. [Notice] is the text that goes with the programs, since
// their licences ask for that. [Table] is for README: all modules of go.mod,
// those in the browser's programs first, each with the reason for it.
//
//	programs, err := licences.Programs(ctx, "./wasm/check", "./wasm/kit")
//	notice := licences.Notice(programs)
//	all, err := licences.All(ctx, programs) // wants reasons.go to be complete
package licences

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"fortyeight/tools/internal/wasmbuild"
)

// A Module is code of other people's at one version. Go itself is one.
type Module struct {
	Path    string // "github.com/skip2/go-qrcode"; "Go" for Go itself
	Version string
	Licence string // SPDX identifier, such as "MIT"
	Text    []byte // the licence
	Browser bool   // whether its code is in a program for the browser
	Reason  string // what it is for; set by [All]
}

// Programs returns the modules whose code is in programs for the browser, named by
// patterns from the module's root, by path; Go, which is in each, comes first.
func Programs(ctx context.Context, programs ...string) ([]Module, error) {
	args := append([]string{"list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}"}, programs...)
	output, err := run(ctx, []string{"GOOS=js", "GOARCH=wasm"}, args...)
	if err != nil {
		return nil, err
	}
	lines := slices.Compact(slices.Sorted(strings.Lines(string(output))))
	goroot, err := run(ctx, nil, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	modules := []Module{{Path: "Go", Version: runtime.Version()}}
	if err := modules[0].read(string(bytes.TrimSpace(goroot))); err != nil {
		return nil, err
	}
	for _, line := range lines {
		name, folder, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue // a package of Go's own or of ours has no such module
		}
		m := Module{}
		m.Path, m.Version, _ = strings.Cut(name, " ")
		if err := m.read(folder); err != nil {
			return nil, err
		}
		modules = append(modules, m)
	}
	for i := range modules {
		modules[i].Browser = true
	}
	return modules, nil
}

// All returns the modules of programs, then all others that go.mod names, by path,
// with their reasons. A module without a reason and a reason without a module are
// errors. It downloads modules that are not on the machine yet.
func All(ctx context.Context, programs []Module) ([]Module, error) {
	all := slices.Clone(programs)
	output, err := run(ctx, nil, "mod", "download", "-json")
	if err != nil {
		return nil, err
	}
	for d := json.NewDecoder(bytes.NewReader(output)); ; {
		var found struct{ Path, Version, Dir string }
		if err := d.Decode(&found); err == io.EOF {
			break
		} else if err != nil {
			return nil, fmt.Errorf("go mod download: %w", err)
		}
		if slices.ContainsFunc(programs, func(m Module) bool { return m.Path == found.Path }) {
			continue
		}
		m := Module{Path: found.Path, Version: found.Version}
		if err := m.read(found.Dir); err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	slices.SortFunc(all[len(programs):], func(a, b Module) int { return strings.Compare(a.Path, b.Path) })
	for i, m := range all {
		all[i].Reason = reasons[m.Path]
	}
	return all, complete(all)
}

// complete makes sure that the table of reasons has what there is and nothing else.
func complete(all []Module) error {
	var problems []string
	for _, m := range all {
		if m.Reason == "" {
			problems = append(problems, fmt.Sprintf("reasons.go does not say what %s is for", m.Path))
		}
	}
	for path := range reasons {
		if !slices.ContainsFunc(all, func(m Module) bool { return m.Path == path }) {
			problems = append(problems, fmt.Sprintf("reasons.go speaks of %s, which go.mod does not name", path))
		}
	}
	slices.Sort(problems)
	if len(problems) > 0 {
		return fmt.Errorf("%s", strings.Join(problems, "\n"))
	}
	return nil
}

// read finds the licence in a module's folder.
func (m *Module) read(folder string) error {
	for _, name := range []string{"LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING"} {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			continue
		}
		m.Text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		if m.Licence = identify(m.Text); m.Licence == "" {
			return fmt.Errorf("the licence of %s is none that licences knows: read it, and add it to identify.go if it can be kept", m.Path)
		}
		return nil
	}
	return fmt.Errorf("%s comes without a licence in its folder; code without one cannot be used", m.Path)
}

func run(ctx context.Context, env []string, args ...string) ([]byte, error) {
	root, err := wasmbuild.Root(ctx)
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), env...)
	var problems bytes.Buffer
	cmd.Stderr = &problems
	output, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s", strings.Join(args[:1], " "), err, bytes.TrimSpace(problems.Bytes()))
	}
	return output, nil
}
