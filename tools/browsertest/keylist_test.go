package browsertest

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/export"
)

// most is how many rows are ever elements, however many keys there are.
const most = 60

// spyRows keeps count of the most rows that were ever in the document.
const spyRows = `
	window.mostRows = 0;
	new MutationObserver(() => {
		window.mostRows = Math.max(window.mostRows, document.querySelectorAll(".js-rows > li").length);
	}).observe(document, { childList: true, subtree: true });`

// settled is that all rows in sight are filled in.
const settled = `document.querySelector(".js-rows > li") && !document.querySelector(".js-rows > .fe-keys__row--empty")`

// listed chooses an export of so many rows and waits for its list. It
// returns the rows.
func listed(t *testing.T, tab *browser.Tab, rows int) []export.Row {
	t.Helper()
	var all []export.Row
	export.Each(rows, func(r export.Row) { all = append(all, r) })
	var file bytes.Buffer
	if err := export.Write(&file, rows, 0); err != nil {
		t.Fatal(err)
	}
	choose(t, tab, "export.csv", file.Bytes())
	finished(tab)
	answered(tab, "match.found-several.title", "count", thousands(rows))
	tab.Wait(settled + fmt.Sprintf(` && document.querySelector(".js-rows > li").ariaSetSize === "%d"`, rows))
	return all
}

// thousands writes a number as the page does.
func thousands(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

func pick(tab *browser.Tab, position int) {
	click(tab, fmt.Sprintf(`.js-rows > [data-position="%d"] .fe-keys__pick`, position))
}

// inSight is the list of the positions of rows that are in sight, from 1, as a
// screen reader hears them.
const inSight = `(() => {
	const box = document.querySelector(".js-scroll").getBoundingClientRect();
	const seen = [...document.querySelectorAll(".js-rows > li")].filter((row) => {
		const { top, bottom } = row.getBoundingClientRect();
		return bottom > box.top + 1 && top < box.bottom - 1;
	});
	return seen.map((row) => Number(row.ariaPosInSet));
})()`

// scrollTo scrolls the list and waits until the rows there are filled in.
func scrollTo(tab *browser.Tab, place string) {
	browser.Eval[any](tab, `(document.querySelector(".js-scroll").scrollTop = `+place+`,
		new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))`)
	tab.Wait(settled)
}

// wantRow fails unless the row at a position, from 1, is that of the export.
func wantRow(t *testing.T, tab *browser.Tab, position int, want export.Row) {
	t.Helper()
	got := browser.Eval[string](tab, fmt.Sprintf(`(() => {
		const row = document.querySelector('.js-rows > [data-position="%d"]');
		return row ? [row.querySelector(".fe-keys__id").textContent, row.querySelector(".js-device").textContent].join(" ") : "";
	})()`, position-1))
	id := say("id.label") + ": " + want.ID.String()
	if !strings.HasPrefix(got, id+" "+want.Device) {
		t.Errorf("row %d is %q, want %q", position, got, id+" "+want.Device)
	}
}

// howFast says how long a search takes as somebody types, until its count is
// shown, and how long the longest of a hundred frames is in which the list is
// scrolled.
const howFast = `(async () => {
	const field = document.querySelector("#files-search"), count = document.querySelector(".js-listed");
	const search = (text) => new Promise((done) => {
		const began = performance.now(), before = count.textContent;
		field.value = text;
		field.dispatchEvent(new Event("input", { bubbles: true }));
		const look = () => (count.textContent === before ? requestAnimationFrame(look) : done(performance.now() - began));
		look();
	});
	const took = [];
	for (const text of ["laptop", "laptop-a", "laptop-ab", "2024-05", "2024-05-1"]) took.push(await search(text));
	await search("");
	const list = document.querySelector(".js-scroll");
	let longest = 0, last = 0;
	for (let i = 0; i < 100; i++) {
		list.scrollTop += 400;
		const now = await new Promise((done) => requestAnimationFrame(done));
		if (i > 0) longest = Math.max(longest, now - last);
		last = now;
	}
	return "searches: " + took.map(Math.round).join(", ") + " ms; the longest frame of scrolling: " + Math.round(longest) + " ms";
})()`

// TestLongList: 100,000 keys are listed, scrolled and searched while no more
// than a few rows are ever elements.
func TestLongList(t *testing.T) {
	tab := openWith(t, site.URL, spyRows)
	all := listed(t, tab, export.Rows)
	digitless(t, tab)
	for _, size := range [][2]int64{{360, 640}, {1280, 800}} {
		tab.Size(size[0], size[1])
		scrollTo(tab, "0")
		seen := browser.Eval[[]int](tab, inSight)
		if len(seen) == 0 || seen[0] != 1 {
			t.Fatalf("at the top are %v", seen)
		}
		wantRow(t, tab, 1, all[0])

		// A scroll as long as a row is high goes on by a row, also where the
		// list is too high for a browser.
		scrollTo(tab, "document.querySelector('.js-scroll').scrollHeight / 2")
		before := browser.Eval[[]int](tab, inSight)
		scrollTo(tab, "document.querySelector('.js-scroll').scrollTop + document.querySelector('.js-rows > li').offsetHeight")
		after := browser.Eval[[]int](tab, inSight)
		middle := export.Rows / 2
		if before[0] < middle*9/10 || before[0] > middle*11/10 {
			t.Errorf("in the middle are %v", before)
		}
		if after[0] != before[0]+1 {
			t.Errorf("after a scroll of one row %v became %v", before, after)
		}
		wantRow(t, tab, after[0], all[after[0]-1])

		scrollTo(tab, "1e9")
		seen = browser.Eval[[]int](tab, inSight)
		if seen[len(seen)-1] != export.Rows {
			t.Errorf("at the bottom are %v", seen)
		}
		wantRow(t, tab, export.Rows, all[export.Rows-1])
	}

	// Search, and nothing else is listed.
	last := all[export.Rows-1]
	same := 0
	for _, r := range all {
		if strings.Contains(r.Device, last.Device) {
			same++
		}
	}
	enter(tab, "#files-search", strings.ToLower(last.Device))
	tab.Wait(shows(".js-listed", fillIn(say("files.count"), "total", strconv.Itoa(same), "found", thousands(export.Rows))))
	tab.Wait(settled)
	if n := browser.Eval[int](tab, `document.querySelectorAll(".js-rows > li").length`); n != same {
		t.Errorf("%d rows are listed, want %d", n, same)
	}
	enter(tab, "#files-search", " nothing")
	tab.Wait(shows(".js-listed", fillIn(say("files.count-none"), "found", thousands(export.Rows))))
	t.Log(browser.Eval[string](tab, howFast))
	if n := browser.Eval[int](tab, `mostRows`); n == 0 || n > most {
		t.Errorf("%d rows were elements at once, want at most %d", n, most)
	}
}

// TestListKeys: the list is used by keys alone, and its end is a key away.
func TestListKeys(t *testing.T) {
	const rows = 50_000
	tab := open(t, site)
	all := listed(t, tab, rows)
	at := func(want int) {
		t.Helper()
		tab.Wait(fmt.Sprintf(`document.activeElement.closest("li")?.ariaPosInSet === "%d"`, want))
		tab.Wait(settled)
		wantRow(t, tab, want, all[want-1])
		if seen := browser.Eval[[]int](tab, inSight); want < seen[0] || want > seen[len(seen)-1] {
			t.Errorf("row %d has the focus and is out of sight: %v are in sight", want, seen)
		}
	}
	focus(tab, "#files-search")
	tab.Do(chromedp.KeyEvent(kb.Tab)) // to the first row
	at(1)
	for _, step := range []struct {
		key  string
		want int
	}{{kb.ArrowDown, 2}, {kb.End, rows}, {kb.ArrowDown, rows}, {kb.ArrowUp, rows - 1}, {kb.Home, 1}, {kb.ArrowUp, 1}} {
		tab.Do(chromedp.KeyEvent(step.key))
		at(step.want)
	}
	tab.Do(chromedp.KeyEvent(kb.PageDown))
	page := browser.Eval[int](tab, `Number(document.activeElement.ariaPosInSet)`)
	if page < 2 {
		t.Error("PageDown leads nowhere")
	}
	tab.Do(chromedp.KeyEvent(kb.PageUp))
	at(1)
	// Into the row, to its first button, and to the same button further down.
	tab.Do(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab))
	tab.Do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown))
	at(3)
	tab.Do(chromedp.KeyEvent(kb.Enter))
	tab.Wait(digits + ` === "` + all[2].Key.String() + `"`)
	if n := browser.Eval[int](tab, `document.querySelectorAll('.js-rows [tabindex="0"]').length`); n != 6 {
		t.Errorf("Tab reaches %d things in the list, want a row, its box and its four buttons", n)
	}
}

// TestShownKey: one key at most is shown, and covering and searching hide it.
func TestShownKey(t *testing.T) {
	tab := openWith(t, site.URL, clock)
	all := listed(t, tab, 300)
	show := func(position int) {
		click(tab, fmt.Sprintf(`.js-rows > [data-position="%d"] [data-act="show"]`, position))
	}
	show(0)
	tab.Wait(digits + ` === "` + all[0].Key.String() + `"`)
	show(1)
	tab.Wait(digits + ` === "` + all[1].Key.String() + `"`)
	// The rows below make room for it.
	if wrong := browser.Eval[string](tab, `(() => {
		const rows = [...document.querySelectorAll(".js-rows > li")].map((row) => row.getBoundingClientRect());
		return rows.slice(1).filter(({ top }, i) => Math.abs(top - rows[i].bottom) > 0.5).length + "";
	})()`); wrong != "0" {
		t.Errorf("%s rows do not begin where the one before ends", wrong)
	}
	browser.Eval[any](tab, `pass(11)`)
	tab.Wait(`!document.querySelector(".js-cover").hidden`)
	digitless(t, tab)
	click(tab, ".js-cover-show")
	tab.Wait(settled)
	digitless(t, tab)
	click(tab, ".js-forget")
	wantEmpty(t, tab)
}

// TestPickAndPrint: keys that were picked, also in different searches, print
// together.
func TestPickAndPrint(t *testing.T) {
	tab := openWith(t, site.URL, spyPrint)
	all := listed(t, tab, 150)
	pick(tab, 0)
	enter(tab, "#files-search", all[9].ID.String()[:8])
	tab.Wait(shows(".js-listed", fillIn(say("files.count"), "total", "1", "found", "150")))
	tab.Wait(shows(".js-rows .js-first", all[9].ID.String()[:8]))
	pick(tab, 0)
	tab.Wait(shows(".js-print-picked", fillIn(say("files.print"), "count", "2")))
	click(tab, ".js-print-picked")
	tab.Wait(`document.querySelectorAll(".js-paper .fe-sheet").length === 2`)
	paper := browser.Eval[string](tab, `document.querySelector(".js-paper").textContent`)
	for _, r := range []export.Row{all[0], all[9]} {
		if !strings.Contains(paper, r.Device) {
			t.Error("a key that was picked is not on paper")
		}
	}
	click(tab, ".js-print .js-stage-close")
	browser.Eval[any](tab, `document.querySelector("#files-search").select()`)
	tab.Do(chromedp.KeyEvent(kb.Delete))
	tab.Wait(shows(".js-listed", ""))
	click(tab, ".js-all")
	tab.Wait(shows(".js-print-picked", fillIn(say("files.print"), "count", "150")))
	click(tab, ".js-all")
	tab.Wait(`document.querySelector(".js-print-picked").hidden`)
}

// TestMostPrinted: so many keys print at once, and with one more the button says
// how many may.
func TestMostPrinted(t *testing.T) {
	const most = 200
	tab := openWith(t, site.URL, spyPrint)
	listed(t, tab, most)
	click(tab, ".js-all")
	tab.Wait(shows(".js-print-picked", fillIn(say("files.print"), "count", fmt.Sprint(most))) + ` && !document.querySelector(".js-print-picked").disabled`)
	choose(t, tab, "one.txt", []byte(keyFile(sampleID, sample)))
	tab.Wait(shows(".js-keys-title", fillIn(say("files.keys"), "count", fmt.Sprint(most+1))) + ` && document.querySelector(".js-all").hidden`)
	enter(tab, "#files-search", sampleID)
	tab.Wait(shows(".js-rows .js-first", sampleID[:8]))
	pick(tab, 0)
	tab.Wait(shows(".js-print-picked", fillIn(say("files.print-too-many"), "count", fmt.Sprint(most+1), "most", fmt.Sprint(most))) + ` && document.querySelector(".js-print-picked").disabled`)
}
