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

// textPages returns the addresses of all pages but the checker's, and but those
// that a browser saves instead of opening them.
func textPages(t *testing.T) (all []string) {
	t.Helper()
	for _, f := range built.Site.Files {
		if path.Ext(f.Path) == ".html" && !isCheck(f.Path) && !built.Site.Headers.Saves("/"+f.Path) {
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
		lookAt(t, tab, address, "page-"+name, 320, 1280)
		if pictures == "" {
			continue
		}
		tab.Media()
		pdf, err := chromedp.Call(tab.Ctx, cdpage.PrintToPDF, cdpage.PrintToPDFParams{})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path.Join(pictures, "page-"+name+".pdf"), pdf.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// lookAt fails unless a page fits each width, and takes pictures of it by that
// name, light and dark, and in forced colours at the last width.
func lookAt(t *testing.T, tab *browser.Tab, where, picture string, widths ...int64) {
	t.Helper()
	pictures := os.Getenv("FORTYEIGHT_PICTURES")
	for _, width := range widths {
		tab.Size(width, 700)
		if wrong := browser.Eval[string](tab, fits); wrong != "" {
			t.Errorf("%s at %d px: %s", where, width, wrong)
		}
		for _, scheme := range []string{"light", "dark"} {
			tab.Media("prefers-color-scheme", scheme, "prefers-reduced-motion", "reduce")
			tab.ScreenshotTo(pictures, fmt.Sprintf("%s-%d-%s", picture, width, scheme))
		}
	}
	tab.Media("forced-colors", "active")
	tab.ScreenshotTo(pictures, fmt.Sprintf("%s-%d-forced", picture, widths[len(widths)-1]))
}

// TestGuideByKeyboard: from the top of a page of the guide, the skip link, the
// sections and the way into the checker are reached and followed by keyboard.
func TestGuideByKeyboard(t *testing.T) {
	tab := browser.Page(t)
	tab.Size(360, 640)
	tab.Open(site.URL + "/guide/which-key/")
	tab.Do(chromedp.KeyEvent("\t"))
	tab.Wait(`document.activeElement.matches(".fe-skip") && document.activeElement.getBoundingClientRect().top >= 0`)
	tab.Do(chromedp.KeyEvent("\r"))
	tab.Wait(`document.activeElement.id === "main"`)
	for range 3 { // the trail, then the table of contents
		tab.Do(chromedp.KeyEvent("\t"))
	}
	tab.Wait(`document.activeElement.matches(".fe-contents__link")`)
	tab.Do(chromedp.KeyEvent("\r"))
	tab.Wait(`location.hash !== "" && document.querySelector(location.hash).getBoundingClientRect().top < innerHeight / 2`)
	tab.Do(chromedp.KeyEvent("\t")) // goes on from there: the section's own address
	tab.Wait(`document.activeElement.matches(".fe-heading__link") && getComputedStyle(document.activeElement).opacity === "1"`)
	focus(tab, ".fe-now__check a")
	tab.Do(chromedp.KeyEvent("\r"))
	tab.Wait(`location.pathname === "/" && document.querySelector("#key") !== null`)
}
