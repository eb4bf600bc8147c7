package archtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"fortyeight/tools/internal/wasmbuild"
)

const module = "fortyeight"

// pkg is what go list tells of a package.
type pkg struct {
	ImportPath                         string
	Standard                           bool
	Imports, TestImports, XTestImports []string
}

// An environment decides which files a package has.
type environment struct {
	name string
	vars []string
}

var (
	native     = environment{"natively", nil}
	forBrowser = environment{"for the browser", []string{"GOOS=js", "GOARCH=wasm"}}
)

// packages lists packages; patterns are from the module's root.
func packages(t *testing.T, env environment, args ...string) []pkg {
	t.Helper()
	root, err := wasmbuild.Root(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "go", append([]string{"list", "-json=ImportPath,Standard,Imports,TestImports,XTestImports"}, args...)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), env.vars...)
	var problems bytes.Buffer
	cmd.Stderr = &problems
	output, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %s: %v\n%s", strings.Join(args, " "), err, &problems)
	}
	var all []pkg
	for decoder := json.NewDecoder(bytes.NewReader(output)); ; {
		var p pkg
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	if len(all) == 0 {
		t.Fatalf("go list %s names no package", strings.Join(args, " "))
	}
	return all
}

// dependencies returns a package and all that it depends on, by import path.
func dependencies(t *testing.T, env environment, root string) map[string]pkg {
	t.Helper()
	all := map[string]pkg{}
	for _, p := range packages(t, env, "-deps", root) {
		all[p.ImportPath] = p
	}
	return all
}
