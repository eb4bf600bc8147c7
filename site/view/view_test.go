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
		Nav:        []view.NavItem{{Label: "First", Href: "/first/"}, {Label: "Second", Href: "/second/", Current: true}},
		Frame:      view.Frame{Skip: "The skip link", Nav: "The navigation", Footer: "The footer", FootNav: "The foot's links", Language: "The language", Switch: "The switch", Preview: "The picture"},
		Alternates: []view.Alternate{{Lang: "en", Href: "https://fortyeight.example/here/"}, {Lang: "x-default", Href: "https://fortyeight.example/all/"}},
		Languages:  []view.LanguageItem{{Lang: "de", Name: "Deutsch", Href: "/de/here/"}, {Lang: "es", Name: "español", Href: "/es/", Note: "The note"}},
		Foot:       []view.Place{{Href: "/foot/", Title: "At the foot"}, {Href: "/pied/", Lang: "fr", Title: "Au pied"}},
		Keeps:      true,
		Preview:    "https://fortyeight.example/preview.png",
		Assets: view.Assets{
			CSS: "/site.css", Script: "/script.js", Favicon: "/favicon.svg",
			TouchIcon: "/touch.png", TextCSS: "/text.css", Manifest: "/app.webmanifest", Offline: "/offline.js",
		},
		Colours: view.Colours{Light: "#eeeeee", Dark: "#111111"},
	}
}

// guide has a value in every field as well.
func guide() view.Guide {
	return view.Guide{
		Words: view.GuideWords{
			Contents: "The contents", Previous: "The previous", Next: "The next", Around: "Around", Now: "Now",
			Check: "Check it", CheckText: "Why check", Admin: "The administrator", Prints: "It prints", Changes: "It changes",
			Copy: "Copy it", Copied: "It is copied", CopyFailed: "It is not",
		},
		Index: view.Place{Href: "/guide/", Title: "The index"}, Section: "The section", SectionID: "section",
		Headings: []view.Heading{{ID: "a", Text: "A"}, {ID: "b", Text: "B"}, {ID: "c", Text: "C"}},
		Now:      []view.Place{{Href: "/now/", Title: "A situation", Text: "What it is"}, {Href: "/other/", Lang: "fr", Title: "Une autre", Text: "Ce que c’est"}},
		Check:    view.Place{Href: "/check/"}, Previous: view.Place{Href: "/previous/", Title: "Page before"}, Next: view.Place{Href: "/next/", Title: "Page after"},
	}
}

// finding has each kind of question and answer once.
func finding() view.Find {
	account := view.FindPlace{ID: "account", Title: "The account", Text: "Whose it is", Body: templ.Raw("<ol><li>Do it</li></ol>")}
	nowhere := view.FindPlace{ID: "nowhere", Title: "Nowhere", Text: "What is left", Body: templ.Raw("<p>Wait</p>"), Last: true}
	return view.Find{
		Words: view.FindWords{
			Without: "Without scripts", Private: "It is private", Next: "Go on", Back: "Go back", Progress: "{number} of {count}", Several: "Several",
			Fits: "Look at", Everywhere: "everywhere", All: "All of them", Ask: "Ask me", Result: "The result", Count: "{count} places", Given: "The answers",
			Change: "Change it", List: "The list", Print: "Print it", Again: "Once more", Keep: "Keep it", Check: "Check it", CheckText: "Why check",
		},
		Questions: []view.FindQuestion{
			{ID: "owner", Text: "Whose?", Drawn: true, Answers: []view.FindAnswer{
				{ID: "me", Label: "Mine", Note: "A note", Fits: []view.FindPlace{account, nowhere}, Drawing: &view.Drawing{Width: 20, Height: 10, Inside: `<path class="d-line" d="M0 0"></path>`}},
			}},
			{ID: "copies", Text: "Copies?", Hint: "A hint", Several: true, Answers: []view.FindAnswer{{ID: "paper", Label: "Paper"}, {ID: "none", Label: "None", Alone: true}}},
		},
		Places: []view.FindPlace{account, nowhere},
		Check:  view.Place{Href: "/check/"},
	}
}

func TestGolden(t *testing.T) {
	bare := layout()
	bare.NoIndex, bare.Canonical = true, ""
	bare.Assets.Script, bare.Assets.TextCSS, bare.Assets.Manifest, bare.Assets.Offline, bare.Keeps = "", "", "", "", false
	bare.Alternates, bare.Languages = nil, nil
	bare.Nav[1].Current, bare.Nav[1].Inside, bare.Nav[0].Lang = false, true, "fr"
	for name, component := range map[string]templ.Component{
		"text": view.Text(view.Page{
			Layout: layout(), Heading: "The heading <&>", Body: templ.Raw("<p>The body</p>"),
			Foot: view.Foot{
				ReviewedLabel: "The label", Reviewed: "2026-01-31", SourcesLabel: "The sources", HoldsLabel: "It holds for", Holds: "The releases", Address: "https://fortyeight.example/printed/",
				Sources: []view.Source{{Title: "A source", URL: "https://example.org/a"}},
			},
		}),
		"text-bare": view.Text(view.Page{Layout: bare, Heading: "The heading", Body: templ.Raw("<p>The body</p>")}),
		"guide":     view.GuidePage(view.Page{Layout: bare, Heading: "The heading", Body: templ.Raw("<p>The body</p>")}, guide()),
		"index": view.GuideIndex(view.Page{Layout: bare, Heading: "The heading", Body: templ.Raw("<p>The body</p>")}, []view.Section{
			{ID: "part", Title: "The part", Pages: guide().Now},
		}),
		"find":       view.FindPage(view.Page{Layout: bare, Heading: "The heading", Body: templ.Raw("<p>The body</p>")}, finding()),
		"command":    view.CommandFigure(view.Command{Run: "run <it>", Shell: "The shell", Admin: true, Does: "Does", Prints: "Prints", Changes: "Changes", Words: guide().Words}),
		"drawing":    view.DrawingFigure(view.Drawing{Width: 20, Height: 10, Inside: `<path class="d-line" d="M0 0"></path>`, Label: "A <line>"}),
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
