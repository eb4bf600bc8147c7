package view_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/a-h/templ"
	"golang.org/x/net/html"

	"fortyeight/site/view"
)

var update = flag.Bool("update", false, "write the golden files anew; look at the difference before you commit it")

// layout has a value in every field, and none that another field has too, so
// that a golden file shows where each one ends up.
func layout() view.Layout {
	return view.Layout{
		Lang: "en", Dir: "ltr", Title: "The title", Description: "The description",
		Canonical: "https://fortyeight.example/here/", Home: "/home/",
		Nav:   []view.NavItem{{Label: "First", Href: "/first/"}, {Label: "Second", Href: "/second/", Current: true}},
		Frame: view.Frame{Skip: "The skip link", Nav: "The navigation", Footer: "The footer"},
		Assets: view.Assets{
			CSS: "/site.css", Script: "/script.js", Favicon: "/favicon.svg",
			TouchIcon: "/touch.png", Icon192: "/192.png", Icon512: "/512.png",
		},
		Colours: view.Colours{Light: "#eeeeee", Dark: "#111111"},
	}
}

func TestGolden(t *testing.T) {
	bare := layout()
	bare.NoIndex, bare.Canonical, bare.Assets.Script = true, "", ""
	for name, component := range map[string]templ.Component{
		"text": view.Text(view.Page{
			Layout: layout(), Heading: "The heading <&>", Body: templ.Raw("<p>The body</p>"),
			Foot: view.Foot{
				ReviewedLabel: "The label", Reviewed: "2026-01-31", SourcesLabel: "The sources",
				Sources: []view.Source{{Title: "A source", URL: "https://example.org/a"}},
			},
		}),
		"text-bare":  view.Text(view.Page{Layout: bare, Heading: "The heading", Body: templ.Raw("<p>The body</p>")}),
		"mark":       view.Mark(""),
		"mark-named": view.Mark("Fortyeight"),
	} {
		t.Run(name, func(t *testing.T) {
			golden(t, name, component)
		})
	}
}

func golden(t *testing.T, name string, component templ.Component) {
	t.Helper()
	var rendered strings.Builder
	if err := component.Render(context.Background(), &rendered); err != nil {
		t.Fatal(err)
	}
	got := outline(rendered.String())
	file := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; write it with: go test ./site/view -update", err)
	}
	if got != string(want) {
		t.Errorf("the view differs from %s:\n%s\nIf that is meant: go test ./site/view -update", file, got)
	}
}

// outline puts every tag and every text on a line of its own, so that a
// difference shows what changed.
func outline(rendered string) string {
	var lines strings.Builder
	for z := html.NewTokenizer(strings.NewReader(rendered)); z.Next() != html.ErrorToken; {
		if line := strings.TrimSpace(string(z.Raw())); line != "" {
			lines.WriteString(line + "\n")
		}
	}
	return lines.String()
}
