package archtest

import (
	"slices"
	"strings"
	"testing"
)

// heavy must not reach what people download, directly or through others. Sizes are
// what a program of Go 1.26 grows by, with brotli; an empty one has 442 kB.
var heavy = map[string]string{
	"fmt":           "it adds 125 kB to the download; build messages with strconv, and leave sentences to the words",
	"regexp":        "it adds 123 kB to the download; a scanner is smaller and clearer",
	"log":           "it adds 137 kB to the download, and a key must never reach a log",
	"encoding/json": "it adds 204 kB to the download; syscall/js hands over objects itself",
	"reflect":       "nothing needs it but what is too heavy anyway (fmt, encoding/json, text/template)",
	"os":            "it brings files, processes and signals, which a browser does not have",
	"net":           "a program that has a key speaks to nobody",
	"time":          "it brings time zones; the page owns the clock and passes in what is needed",
}

// foreign must not reach the field besides.
var foreign = map[string]string{
	"syscall/js":   "the field knows no browser: it is the same natively",
	"math/rand":    "the same text always has the same answer",
	"math/rand/v2": "the same text always has the same answer",
	"crypto/rand":  "Fortyeight makes no keys; Windows does",
	"embed":        "embedded files weigh what they weigh in every program; the field's tables are code",
}

func TestProgramsStayLight(t *testing.T) {
	forbid(t, forBrowser, "./wasm/check", heavy)
}

func TestTheFieldStaysPure(t *testing.T) {
	for _, env := range []environment{native, forBrowser} {
		for _, name := range []string{"./keyformat", "./keyformat/decode"} {
			forbid(t, env, name, heavy)
			forbid(t, env, name, foreign)
			for path, p := range dependencies(t, env, name) {
				if !p.Standard && !strings.HasPrefix(path, module+"/") {
					t.Errorf("%s depends on %s: the field stands on the standard library alone, so that it can be read, trusted and used as it is", name, path)
				}
			}
		}
	}
}

// lighter are the packages that stand on go-qrcode, which brings fmt, log and os
// into the kit; that is its price, and they add none of their own.
var lighter = []string{"./keyformat/sheet", "./wasm/bridge/kit"}

func TestSheetsAddNothingHeavy(t *testing.T) {
	for _, env := range []environment{native, forBrowser} {
		for _, p := range packages(t, env, lighter...) {
			for _, imported := range p.Imports {
				if why := heavy[imported] + foreign[imported]; why != "" {
					t.Errorf("%s (%s) imports %s itself: %s", p.ImportPath, env.name, imported, why)
				}
			}
		}
	}
}

func forbid(t *testing.T, env environment, root string, rules map[string]string) {
	t.Helper()
	all := dependencies(t, env, root)
	for path, why := range rules {
		if _, ok := all[path]; ok {
			t.Errorf("%s (%s) depends on %s: %s\n\tIt comes by %s", root, env.name, path, why, strings.Join(way(all, root, path), " → "))
		}
	}
}

// way returns a shortest chain of imports from a package to another.
func way(all map[string]pkg, root, target string) []string {
	start := module + strings.TrimPrefix(root, ".")
	chains := [][]string{{start}}
	seen := map[string]bool{start: true}
	for len(chains) > 0 {
		chain := chains[0]
		chains = chains[1:]
		last := chain[len(chain)-1]
		if last == target {
			return chain
		}
		for _, next := range all[last].Imports {
			if !seen[next] {
				seen[next] = true
				chains = append(chains, append(slices.Clone(chain), next))
			}
		}
	}
	return []string{"a way that this test cannot find"}
}

func TestAForbiddenImportIsSeen(t *testing.T) {
	all := dependencies(t, native, "./tools/internal/sizes")
	want := []string{module + "/tools/internal/sizes", "fmt", "os"}
	if got := way(all, "./tools/internal/sizes", "os"); !slices.Equal(got, want) {
		t.Errorf("os comes into sizes by %q, want %q", got, want)
	}
}
