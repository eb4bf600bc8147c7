package pipeline

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

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

// Budgets weighs the programs and the Check page without them. The last of
// each list is what the bound applies to.
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

// pageBudget weighs what the Check page loads before it has any program:
// the page and every file of its that it names, and what those name.
func pageBudget(built *Built) ([]Budget, error) {
	const start = "index.html"
	var weighed []Budget
	var sum sizes.Sizes
	for _, name := range loads(built, start) {
		data, ok := built.Site.Find(name)
		if !ok {
			return nil, fmt.Errorf("the Check page needs %s, and the build has no such file", name)
		}
		size := sizes.Of(data)
		sum = sum.Plus(size)
		weighed = append(weighed, Budget{Name: name, Sizes: size})
	}
	if len(weighed) < 3 {
		return nil, fmt.Errorf("the Check page was weighed as %d files; a page without style or script cannot be right", len(weighed))
	}
	return append(weighed, Budget{
		Name: "the Check page without programs", Sizes: sum,
		Bound: "at most " + sizes.Number(sizes.PageBytes), Over: sum.Brotli > sizes.PageBytes,
	}), nil
}

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
		for _, f := range built.Site.Files {
			if !slices.Contains(weightless, path.Ext(f.Path)) &&
				!slices.Contains(found, f.Path) &&
				strings.Contains(string(data), "/"+f.Path) {
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
