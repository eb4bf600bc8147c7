package browsertest

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"fortyeight/keyformat"
	"fortyeight/keyformat/sheet"
	"fortyeight/tools/internal/browser"
)

// spyPrint replaces the print dialog, which would wait for somebody.
const spyPrint = `
	window.printed = 0;
	window.print = () => { window.printed++; dispatchEvent(new Event("afterprint")); };`

const fullOrder = `[{key: "` + sample + `", id: "` + sampleID + `", device: "LAPTOP-7"}]`

func openPrinting(t *testing.T, orders string) *browser.Tab {
	t.Helper()
	tab := openFixture(t, orders, spyPrint)
	began := time.Now()
	click(tab, "#print")
	tab.Wait(`document.querySelector(".js-paper .fe-sheet")`)
	t.Logf("the sheet stood in the preview after %d ms, with the kit loaded for it", time.Since(began).Milliseconds())
	return tab
}

// onPaper returns the text of the page as it prints, its spaces made one.
func onPaper(tab *browser.Tab) string {
	tab.Print()
	defer tab.Media()
	return strings.Join(strings.Fields(browser.Eval[string](tab, `document.body.innerText`)), " ")
}

// choose picks a paper as somebody would by keys.
func paper(tab *browser.Tab, name string) {
	browser.Eval[any](tab, fmt.Sprintf(`(() => { const list = document.querySelector(".js-print-paper");
		list.value = %q; list.dispatchEvent(new Event("change", {bubbles: true})) })()`, name))
}

// pdf prints the page and returns the file and the sizes of its pages in points.
func pdf(t *testing.T, tab *browser.Tab) (data []byte, pages []string) {
	t.Helper()
	result, err := chromedp.Call(tab.Ctx, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true)})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`).FindAllSubmatch(result.Data, -1) {
		pages = append(pages, string(m[1])+" "+string(m[2]))
	}
	return result.Data, pages
}

func TestPrintedSheet(t *testing.T) {
	tab := openPrinting(t, fullOrder)
	text := onPaper(tab)
	for _, want := range []string{strings.ReplaceAll(sample, "-", " "), "Key ID 3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C", "Device LAPTOP-7", say("sheet.step-4")} {
		if !strings.Contains(text, want) {
			t.Errorf("the paper lacks %q", want)
		}
	}
	for _, never := range []string{"Beside the stage", say("sheet.print.title"), say("sheet.repaired"), say("sheet.print.go"), say("sheet.key-id-unknown")} {
		if strings.Contains(text, never) {
			t.Errorf("%q stands on the paper", never)
		}
	}
	// What is written into the fields stands on the paper.
	enter(tab, "#print-note", "The other copy is in the safe")
	tab.Wait(`document.querySelector(".js-paper [data-slot=note]")?.textContent === "The other copy is in the safe"`)
	drawn := browser.Eval[string](tab, `document.querySelector(".js-paper [data-path=qr]").getAttribute("d")`)
	if drawn != sheet.QR(keyformat.MustParseKey(sample)).Path() {
		t.Error("the QR on the paper is another one")
	}
	browser.Eval[any](tab, `printing.cover()`)
	if strings.Contains(onPaper(tab), sample[:6]) || browser.Eval[bool](tab, `document.querySelector(".js-paper").getClientRects().length > 0`) {
		t.Error("a sheet that is covered shows or prints")
	}
	click(tab, ".js-print-uncover")
	click(tab, ".js-go")
	tab.Wait(`printed === 1 && document.querySelector(".js-drill").open`)
	if got := browser.Eval[string](tab, `document.activeElement.id`); got != "print-drill" {
		t.Errorf("after printing the focus is on %q, not in the drill", got)
	}
	tab.Do(chromedp.KeyEvent(kb.Escape))
	tab.Wait(`document.querySelector(".js-print").hidden && document.activeElement.id === "print"`)
}

// TestPapers: each paper has its size, and a sheet takes one page of it.
func TestPapers(t *testing.T) {
	folder := os.Getenv("FORTYEIGHT_PICTURES")
	long := strings.Repeat("A long name ", 20)
	tab := openPrinting(t, fmt.Sprintf(`[{key: %q, id: %q, repaired: true, device: %q, drive: %[3]q, owner: %[3]q, note: %[3]q}]`, sample, sampleID, long))
	tab.Media("prefers-color-scheme", "dark")
	for _, tt := range []struct{ paper, size string }{
		{"a4", "594.95996 841.91998"}, {"letter", "612 792"}, {"label", "175.92 255.12"}, {"card", "612 792"},
	} {
		paper(tab, tt.paper)
		data, pages := pdf(t, tab)
		if len(pages) != 1 || !near(pages[0], tt.size) {
			t.Errorf("%s prints on pages of %q, want one of %s", tt.paper, pages, tt.size)
		}
		if !strings.Contains(onPaper(tab), say("sheet.repaired")) {
			t.Errorf("%s: a repaired key does not say so on its face", tt.paper)
		}
		if cut := cutOff(tab); cut != "" {
			t.Errorf("%s: outside the sheet stands %s", tt.paper, cut)
		}
		if folder != "" {
			if err := os.WriteFile(filepath.Join(folder, "paper-"+tt.paper+".pdf"), data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// cutOff names the parts of a sheet on paper that stand outside it, their texts
// included.
func cutOff(tab *browser.Tab) string {
	tab.Print()
	defer tab.Media()
	return browser.Eval[string](tab, `(() => {
		const sheet = document.querySelector(".js-paper .fe-sheet");
		const { left, right, top, bottom } = sheet.getBoundingClientRect();
		if (right - left < 100) return "all of it";
		return [...sheet.querySelectorAll("*")].filter((one) => {
			const box = one.getBoundingClientRect();
			const width = one instanceof HTMLElement ? Math.max(box.width, one.scrollWidth) : box.width;
			return box.width > 0 && (box.left < left - 1 || box.left + width > right + 1 || box.top < top - 1 || box.bottom > bottom + 1);
		}).map((one) => one.className.baseVal ?? one.className).join("; ");
	})()`)
}

// near compares two sizes in points, whole.
func near(got, want string) bool {
	var a, b, c, d float64
	fmt.Sscan(got, &a, &b)
	fmt.Sscan(want, &c, &d)
	return max(a-c, c-a, b-d, d-b) < 1
}

func TestManySheets(t *testing.T) {
	var orders []map[string]string
	for i := range 250 {
		key := keyformat.KeyFromBytes([16]byte{byte(i), 1, 2, byte(i)})
		one := map[string]string{"key": key.String(), "keyId": sampleID, "device": fmt.Sprintf("PC-%03d", i)}
		if i%3 == 0 { // as full as a sheet can be
			one["device"] += strings.Repeat(" A long name", 20)
			one["drive"], one["owner"], one["note"], one["repaired"] = one["device"], one["device"], one["device"], "true"
		}
		orders = append(orders, one)
	}
	all, _ := json.Marshal(orders)
	tab := openFixture(t, string(all), spyPrint)
	began := time.Now()
	click(tab, "#many")
	tab.Wait(`document.querySelectorAll(".js-paper .fe-sheet").length === 250 && !document.querySelector(".js-go").disabled`)
	t.Logf("250 sheets stood in the preview after %d ms", time.Since(began).Milliseconds())
	if _, pages := pdf(t, tab); len(pages) != 250 {
		t.Errorf("250 sheets take %d pages", len(pages))
	}
	text := onPaper(tab)
	if !strings.Contains(text, "Sheet 250 of 250") || !strings.Contains(text, "PC-007") {
		t.Error("the sheets do not say which they are")
	}
	// Each page of a list has its headings and says which it is, and no row is
	// higher than the pages count on.
	paper(tab, "list")
	ready := `document.querySelector(".js-print-progress").hidden && !document.querySelector(".js-go").disabled`
	tab.Wait(ready + ` && document.querySelectorAll(".js-paper tr.fe-sheet").length === 250`)
	if _, pages := pdf(t, tab); len(pages) != 36 {
		t.Errorf("a list of 250 keys takes %d pages, want 36 of seven", len(pages))
	}
	text = onPaper(tab)
	for what, count := range map[string]int{say("sheet.list-key"): 36, "Page 36 of 36": 1, "Page 7 of 36": 1} {
		if got := strings.Count(text, what); got != count {
			t.Errorf("the list says %q %d times, want %d", what, got, count)
		}
	}
	paper(tab, "card")
	tab.Wait(ready)
	if _, pages := pdf(t, tab); len(pages) != 32 {
		t.Errorf("250 cards take %d pages, want 32 of eight", len(pages))
	}
}

func TestBlankSheet(t *testing.T) {
	tab := openFixture(t, oneKey, spyPrint)
	click(tab, "#blank")
	tab.Wait(`document.querySelectorAll(".js-paper .fe-blank__groups .fe-blank__box").length === 48`)
	if got := browser.Eval[string](tab, `[...document.querySelectorAll(".js-print-paper option")].filter((one) => !one.hidden).map((one) => one.value).join()`); got != "a4,letter" {
		t.Errorf("the blank sheet is offered on %s", got)
	}
	for _, size := range []string{"a4", "letter"} {
		paper(tab, size)
		if _, pages := pdf(t, tab); len(pages) != 1 {
			t.Errorf("the blank sheet takes %d pages of %s", len(pages), size)
		}
	}
	if text := onPaper(tab); !strings.Contains(text, say("sheet.blank-sums")) || strings.Contains(text, sample[:6]) {
		t.Error("the blank sheet does not say how to check a group, or has digits")
	}
}

func TestDrill(t *testing.T) {
	tab := openFixture(t, oneKey, spyPrint)
	click(tab, "#compare")
	tab.Wait(`document.activeElement.id === "print-drill"`)
	answer := func(want string) {
		t.Helper()
		tab.Wait(shows(".js-drill-answer", want))
	}
	groups := strings.Split(sample, "-")
	enter(tab, "#print-drill", groups[0]+" "+groups[1])
	answer(say("sheet.print.drill.unfinished"))
	enter(tab, "#print-drill", " "+strings.Replace(strings.Join(groups[2:], " "), "590458", "590469", 1))
	answer(strings.ReplaceAll(say("sheet.print.drill.different"), "{groups}", "3"))
	browser.Eval[any](tab, `document.querySelector("#print-drill").select()`)
	enter(tab, "#print-drill", sample)
	answer(say("sheet.print.drill.same"))
	browser.Eval[any](tab, `printing.forget()`)
	if browser.Eval[bool](tab, `/\d{6}/.test(document.body.textContent) || document.querySelector("#print-drill").value !== ""`) {
		t.Error("digits are left after forgetting")
	}
}

func TestPrintingLooks(t *testing.T) {
	pictures := os.Getenv("FORTYEIGHT_PICTURES")
	tab := openPrinting(t, fullOrder)
	browser.Eval[any](tab, `document.querySelectorAll(".js-print details").forEach((one) => (one.open = true))`)
	for _, size := range [][2]int64{{320, 568}, {360, 640}, {1280, 800}} {
		tab.Size(size[0], size[1])
		if wrong := browser.Eval[string](tab, fits); wrong != "" {
			t.Errorf("at %d px: %s", size[0], wrong)
		}
		for _, scheme := range []string{"light", "dark"} {
			tab.Media("prefers-color-scheme", scheme, "prefers-reduced-motion", "reduce")
			tab.ScreenshotTo(pictures, fmt.Sprintf("printing-%d-%s", size[0], scheme))
		}
	}
}
