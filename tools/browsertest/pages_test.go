package browsertest

import (
	"fmt"
	"os"
	"path"
	"strings"
	"testing"

	cdpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"fortyeight/tools/internal/browser"
)

// textPages returns the addresses of all pages but the checker's.
func textPages(t *testing.T) (all []string) {
	t.Helper()
	for _, f := range built.Site.Files {
		if path.Ext(f.Path) == ".html" && !isCheck(f.Path) {
			all = append(all, "/"+strings.TrimSuffix(f.Path, "index.html"))
		}
	}
	if len(all) < 20 {
		t.Fatalf("there are %d pages of text; the guide alone has more", len(all))
	}
	return all
}

// isCheck reports whether a file is the front page of a language.
func isCheck(file string) bool {
	folder := path.Dir(file)
	return path.Base(file) == "index.html" && (folder == "." || len(folder) == 2)
}

// TestPagesFit: no page of text is wider than its screen, and all that is there
// to be hit can be, from the smallest phone to a desk.
func TestPagesFit(t *testing.T) {
	pictures := os.Getenv("FORTYEIGHT_PICTURES")
	for _, address := range textPages(t) {
		tab := browser.Page(t)
		tab.Allow("404")
		tab.Open(site.URL + address)
		name := strings.Trim(strings.NewReplacer("/", "-", ".html", "").Replace(address), "-")
		for _, width := range []int64{320, 1280} {
			tab.Size(width, 700)
			if wrong := browser.Eval[string](tab, fits); wrong != "" {
				t.Errorf("%s at %d px: %s", address, width, wrong)
			}
			for _, scheme := range []string{"light", "dark"} {
				tab.Media("prefers-color-scheme", scheme, "prefers-reduced-motion", "reduce")
				tab.ScreenshotTo(pictures, fmt.Sprintf("page-%s-%d-%s", name, width, scheme))
			}
		}
		if pictures == "" {
			continue
		}
		pdf, err := chromedp.Call(tab.Ctx, cdpage.PrintToPDF, cdpage.PrintToPDFParams{})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path.Join(pictures, "page-"+name+".pdf"), pdf.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
