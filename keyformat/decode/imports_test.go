// The test reads the sources, and a browser has none.

//go:build !js

package decode

import (
	"go/parser"
	gotoken "go/token"
	"os"
	"strings"
	"testing"
)

// TestImports holds what the package may import: it is part of a program that
// goes over slow lines, where fmt alone costs 120 kB.
func TestImports(t *testing.T) {
	allowed := map[string]string{
		"cmp":                  "compiles to nothing",
		"math/bits":            "compiles to single instructions",
		"slices":               "only in what the program does not hold: learning",
		"unicode/utf8":         "the runtime has it",
		"fortyeight/keyformat": "keys and IDs",
	}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(gotoken.NewFileSet(), f.Name(), nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range parsed.Imports {
			if path := strings.Trim(i.Path.Value, `"`); allowed[path] == "" {
				t.Errorf("%s imports %s", f.Name(), path)
			}
		}
	}
}
