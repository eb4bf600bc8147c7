// Package contract compares what a program offers to pages, as a *.d.ts beside
// it writes it down, with what Go gives. Only tests import it.
package contract

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"fortyeight/wasm"
)

// A File is a contract.
type File struct{ name, text string }

// Open reads the contract of a name such as "check.d.ts".
func Open(t testing.TB, name string) File {
	t.Helper()
	data, err := wasm.Scripts.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return File{name, string(data)}
}

var literal = regexp.MustCompile(`"([^"]*)"`)

// Union compares the values of a type with those Go has, in their order.
func (f File) Union(t testing.TB, name string, want []string) {
	t.Helper()
	m := regexp.MustCompile(`(?s)export type ` + name + ` =(.*?);`).FindStringSubmatch(f.text)
	if m == nil {
		t.Errorf("no type %s in %s", name, f.name)
		return
	}
	if got := firsts(literal, m[1]); len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("type %s is %q, Go has %q", name, got, want)
	}
}

var member = regexp.MustCompile(`(?m)^  (\w+)[?:(]`)

// Members compares the members of an interface with the names Go has, in any
// order.
func (f File) Members(t testing.TB, name string, want []string) {
	t.Helper()
	_, body, _ := strings.Cut(f.text, "export interface "+name+" {\n")
	body, _, ok := strings.Cut(body, "\n}")
	if !ok {
		t.Errorf("no interface %s in %s", name, f.name)
		return
	}
	got, want := slices.Sorted(slices.Values(firsts(member, body))), slices.Sorted(slices.Values(want))
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("interface %s has %q, Go has %q", name, got, want)
	}
}

// firsts returns the first group of every match.
func firsts(pattern *regexp.Regexp, text string) (all []string) {
	for _, m := range pattern.FindAllStringSubmatch(text, -1) {
		all = append(all, m[1])
	}
	return all
}

// Names collects the fixed names of a list of values.
func Names[T interface{ String() string }](values []T) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = v.String()
	}
	return all
}
