package pipeline

import (
	"context"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"fortyeight/site"
	"fortyeight/tools/internal/sizes"
	"fortyeight/tools/internal/wasmbuild"
)

// A Budget is what one thing weighs and may weigh.
type Budget struct {
	Name  string
	Sizes sizes.Sizes
	Ratio float64 // to the empty Go program; 0 where that means nothing
	Bound string  // "" where there is none
	Over  bool
}

// Budgets weighs the programs, and the pages without them. Only what has a
// bound must keep one.
func Budgets(ctx context.Context, built *Built) (programs, page []Budget, err error) {
	empty, err := wasmbuild.Empty(ctx)
	if err != nil {
		return nil, nil, err
	}
	measure := sizes.Of(empty)
	programs = append(programs, Budget{Name: "the empty Go program", Sizes: measure, Ratio: 1})
	small, err := wasmbuild.Empty(ctx, wasmbuild.Small)
	if err != nil {
		return nil, nil, err
	}
	programs = append(programs, Budget{Name: "the same without inlining, as check is built", Sizes: sizes.Of(small), Ratio: sizes.Of(small).Ratio(measure)})
	for _, p := range Programs {
		size := sizes.Of(built.Programs[p.Name])
		ratio := size.Ratio(measure)
		programs = append(programs, Budget{
			Name: p.Package, Sizes: size, Ratio: ratio,
			Bound: fmt.Sprintf("at most %.2f", p.Ratio), Over: ratio > p.Ratio,
		})
	}
	page, err = pageBudget(built)
	return programs, page, err
}

// pageBudget weighs what pages load before they have any program: the Check
// page file by file, and the heaviest of all others.
func pageBudget(built *Built) ([]Budget, error) {
	const start = "index.html"
	known := map[string]sizes.Sizes{} // most files belong to every page
	parts, check, err := weighPage(built, start, known)
	if err != nil {
		return nil, err
	}
	if len(parts) < 3 {
		return nil, fmt.Errorf("the Check page was weighed as %d files; a page without style or script cannot be right", len(parts))
	}
	budgets := append(parts, bounded("the Check page without programs", check, sizes.PageBytes))
	heaviest, name := sizes.Sizes{}, ""
	for _, f := range built.Site.Files {
		if path.Ext(f.Path) != ".html" || f.Path == start {
			continue
		}
		if strings.HasPrefix(f.Path, "fortyeight.") { // a page in one file, which travels on a stick as it is
			budgets = append(budgets, Budget{Name: f.Path, Sizes: sizes.Sizes{Raw: len(f.Data)}, Bound: "raw at most " + sizes.Number(sizes.FileBytes), Over: len(f.Data) > sizes.FileBytes})
			continue
		}
		_, size, err := weighPage(built, f.Path, known)
		if err != nil {
			return nil, err
		}
		if size.Brotli > heaviest.Brotli {
			heaviest, name = size, f.Path
		}
	}
	if element, ok := built.Site.Find("embed/v1/fortyeight.js"); ok {
		budgets = append(budgets, bounded("the script of <fortyeight-check>", sizes.Of(element), sizes.ElementBytes))
	}
	if name != "" {
		budgets = append(budgets, bounded("the heaviest other page, "+name, heaviest, sizes.PageBytes))
	}
	return budgets, nil
}

func bounded(name string, size sizes.Sizes, most int) Budget {
	return Budget{Name: name, Sizes: size, Bound: "at most " + sizes.Number(most), Over: size.Brotli > most}
}

// weighPage weighs a page: it and every file of its that it names, and what
// those name. known holds files that were weighed before.
func weighPage(built *Built, start string, known map[string]sizes.Sizes) (parts []Budget, sum sizes.Sizes, err error) {
	for _, name := range loads(built, start) {
		size, ok := known[name]
		if !ok {
			data, ok := built.Site.Find(name)
			if !ok {
				return nil, sum, fmt.Errorf("the page %s needs %s, and the build has no such file", start, name)
			}
			size = sizes.Of(data)
			known[name] = size
		}
		sum = sum.Plus(size)
		parts = append(parts, Budget{Name: name, Sizes: size})
	}
	return parts, sum, nil
}

// unloaded is what a page only tells of, to those who pass its address on, and
// what a script loads when somebody wants it.
var unloaded = regexp.MustCompile(`<meta [^>]*>|import\("[^"]*"\)`)

// weightless are the kinds of files that do not count: programs are weighed by
// themselves, and a page that leads elsewhere does not load it.
var weightless = []string{".wasm", ".gz", ".html", ".xml", ".txt"}

// loads returns the files of the site that one file names, and those that
// these name, the first included. It looks for the names of files in the text, so
// it errs on the side of counting too much.
func loads(built *Built, start string) []string {
	found := []string{start}
	for i := 0; i < len(found); i++ {
		data, _ := built.Site.Find(found[i])
		if !isText(found[i]) {
			continue
		}
		text := unloaded.ReplaceAllString(string(data), "")
		for _, f := range built.Site.Files {
			// The service worker names every file, and comes when a page has nothing
			// else to do.
			if f.Path != site.ServiceWorker && !slices.Contains(weightless, path.Ext(f.Path)) &&
				!slices.Contains(found, f.Path) &&
				strings.Contains(text, "/"+f.Path) {
				found = append(found, f.Path)
			}
		}
	}
	slices.Sort(found[1:])
	return found
}

func isText(name string) bool {
	return slices.Contains([]string{".html", ".css", ".js", ".json", ".svg", ".webmanifest"}, path.Ext(name))
}
