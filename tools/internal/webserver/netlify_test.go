package webserver

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"fortyeight/content"
	"fortyeight/site"
	"fortyeight/tools/internal/wasmbuild"
)

// netlify is what we say in netlify.toml; what is not here is a mistake in it.
type netlify struct {
	Build struct {
		Command     string            `toml:"command"`
		Publish     string            `toml:"publish"`
		Environment map[string]string `toml:"environment"`
		Processing  struct {
			Skip bool `toml:"skip_processing"`
		} `toml:"processing"`
	} `toml:"build"`
	Redirects []redirect `toml:"redirects"`
	Headers   []struct {
		For    string            `toml:"for"`
		Values map[string]string `toml:"values"`
	} `toml:"headers"`
}

// redirect is a rule for paths that lead nowhere.
type redirect struct {
	From   string `toml:"from"`
	To     string `toml:"to"`
	Status int    `toml:"status"`
}

func readNetlify(t *testing.T) netlify {
	t.Helper()
	var config netlify
	meta, err := toml.DecodeFile(filepath.Join(top(t), "netlify.toml"), &config)
	if err != nil {
		t.Fatal(err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		t.Errorf("netlify.toml has %q, which this test does not know: add it here, with a check", unknown)
	}
	return config
}

func top(t *testing.T) string {
	t.Helper()
	root, err := wasmbuild.Root(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// The host must send what the local server sends and what the tests have seen
// working, rule by rule.
func TestNetlifySendsTheSitesHeaders(t *testing.T) {
	var got []site.Rule
	for _, rule := range readNetlify(t).Headers {
		r := site.Rule{Path: rule.For}
		for name, value := range rule.Values {
			r.Headers = append(r.Headers, site.Header{Name: name, Value: value})
		}
		got = append(got, inOrder(r))
	}
	var want []site.Rule
	headers, err := site.ReadHeaders(content.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range headers {
		want = append(want, inOrder(rule))
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("netlify.toml and package site differ; the headers in netlify.toml should be:\n\n%s", asTOML(headers))
	}
}

// What leads nowhere below a language's folder is answered in that language.
// The host knows only the page at the root by itself.
func TestNetlifyAnswersInTheLanguage(t *testing.T) {
	pages, err := fs.Glob(content.FS, "*/404.md")
	if err != nil || len(pages) == 0 {
		t.Fatalf("there are %d pages for addresses that lead nowhere, %v", len(pages), err)
	}
	var want []redirect
	for _, page := range pages {
		if lang := path.Dir(page); lang != "en" {
			want = append(want, redirect{From: "/" + lang + "/*", To: "/" + lang + "/404.html", Status: 404})
		}
	}
	if got := readNetlify(t).Redirects; !slices.Equal(got, want) {
		t.Errorf("netlify.toml has the redirects %v and should have %v, each as\n[[redirects]]\n  from = \"/de/*\"\n  to = \"/de/404.html\"\n  status = 404", got, want)
	}
}

// inOrder sorts a rule's headers by name, since a TOML table has no order.
func inOrder(r site.Rule) site.Rule {
	r.Headers = slices.Clone(r.Headers)
	slices.SortFunc(r.Headers, func(a, b site.Header) int { return strings.Compare(a.Name, b.Name) })
	return r
}

func asTOML(rules []site.Rule) string {
	var b strings.Builder
	for _, rule := range rules {
		fmt.Fprintf(&b, "[[headers]]\n  for = %q\n  [headers.values]\n", rule.Path)
		for _, h := range rule.Headers {
			fmt.Fprintf(&b, "    %s = %q\n", h.Name, h.Value)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// Netlify joins the values where two rules match one path; a policy that is
// there twice is not the policy that was meant.
func TestNoHeaderTwiceForOnePath(t *testing.T) {
	rules := readNetlify(t).Headers
	for _, rule := range rules {
		path := strings.ReplaceAll(rule.For, "*", "x")
		from := map[string]string{}
		for _, other := range rules {
			if !matches(other.For, path) {
				continue
			}
			for name := range other.Values {
				if first, twice := from[strings.ToLower(name)]; twice {
					t.Errorf("%s gets %s from the rules %s and %s", path, name, first, other.For)
				}
				from[strings.ToLower(name)] = other.For
			}
		}
	}
}

func TestNetlifyBuildsAsEverybodyDoes(t *testing.T) {
	build := readNetlify(t).Build
	if build.Command != "go run ./tools/dev build" || build.Publish != "dist" {
		t.Errorf("netlify.toml builds with %q and publishes %q; want go run ./tools/dev build, which writes dist", build.Command, build.Publish)
	}
	if !build.Processing.Skip {
		t.Error("netlify.toml lets the host rewrite files, whose hashes the site publishes")
	}
	mod, err := os.ReadFile(filepath.Join(top(t), "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "\ngo " + build.Environment["GO_VERSION"]; !strings.Contains(string(mod), want+".") && !strings.Contains(string(mod), want+"\n") {
		t.Errorf("netlify.toml builds with Go %q, and go.mod asks for another", build.Environment["GO_VERSION"])
	}
}
