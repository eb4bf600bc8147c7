package site

import (
	"strings"
	"testing"
)

// What the text of a page becomes, beside what markdown is anyway.
func TestTextBecomesHTML(t *testing.T) {
	out := mustBuild(t, inputOf(nil))
	page := mustFind(t, out, "guide/whole/index.html")
	for _, want := range []string{
		// a note, its label, a link within the site and a named one that shows its address
		`<div class="fe-note" role="note"><p><strong>Note:</strong> Read <a href="/guide/small/#a-heading">this</a>, then <a href="https://example.org/x" rel="noreferrer" class="fe-address">example.org/x</a>.</p>`,
		`<div class="fe-note fe-note--careful" role="note">`,
		// headings with their addresses, and those of level 2 in the contents
		`<div class="fe-heading"><h2 id="two">Second</h2>`, `<a class="fe-heading__link" href="#two" aria-label="Section Second"></a></div>`,
		`<a class="fe-contents__link" href="#two">Second</a>`,
		// a command and a drawing
		`<code class="js-run"><span class="fe-command__word">status </span><span class="fe-command__word">&lt;C:&gt;</span>` + "\n" + `<span class="fe-command__word">next</span></code>`, "Says it.", "Administrator",
		`<svg class="fe-drawing__picture" role="img" aria-label="A box" viewBox="0 0 20 10" width="20" height="10"><rect class="d-line" width="20" height="10"></rect><text x="1" y="9">A &lt; B</text></svg>`,
		`<div class="fe-table" role="group" tabindex="0" aria-label="Table: Third"><table>`, "<td>1</td>",
		// and one that has too many columns for a narrow screen
		`<div class="fe-table fe-table--rows" role="group" tabindex="0" aria-label="Table: Third"><table>`,
		`<td data-head="C:">3</td>`, `<td data-head="E?"></td>`,
		// code in a sentence, with the places where a line may end
		`<code>do <span class="fe-word">-now</span></code> in <code>msFVE-Recovery<wbr>Information</code>`,
		// what stands around the text
		`href="/guide/#part">The part</a>`, `rel="prev" href="/guide/small/"`, `Holds for Windows 11`,
		`<a class="fe-place__link" href="/guide/small/">A small page</a>`, `<script type="module" src="/assets/guide.`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, no := range []string{`href="#deeper">Deeper</a>`, `rel="next"`, "a box"} {
		if strings.Contains(page, no) {
			t.Errorf("the page holds %s, which it should not", no)
		}
	}
	if index := mustFind(t, out, "guide/index.html"); !strings.Contains(index, `<h2 class="fe-section__title" id="part">The part</h2>`) || !strings.Contains(index, "A page for tests.") {
		t.Error("the index lacks the section or the description of its pages")
	}
}

// Pages that a language lacks are shown in the root's, and said to be.
func TestLanguagesLeadToEachOther(t *testing.T) {
	files := smallFiles()
	out := mustBuild(t, inputOf(map[string]string{
		"content/words/xx.json":     files["content/words/en.json"],
		"content/xx/frame.json":     strings.NewReplacer(`"language": "English"`, `"language": "Xxish"`, "Not here", "Xx not here").Replace(files["content/en/frame.json"]),
		"content/xx/guide.json":     `{"part": "Xx part"}`,
		"content/xx/commands.json":  `{}`,
		"content/xx/check.md":       smallFront,
		"content/xx/guide.md":       smallFront,
		"content/xx/guide/small.md": smallFront + "[there](/guide/small/) and [elsewhere](/guide/whole/#two)\n",
		"content/xx/drawings/y.svg": files["content/drawings/box.svg"],
	}))
	for path, wants := range map[string][]string{
		"xx/guide/small/index.html": {
			`<a href="/xx/guide/small/">there</a>`, `<a href="/guide/whole/#two" hreflang="en">elsewhere</a>`,
			`<link rel="alternate" hreflang="en" href="https://fortyeight.example/guide/small/">`,
			`<link rel="alternate" hreflang="xx" href="https://fortyeight.example/xx/guide/small/">`,
			`<link rel="alternate" hreflang="x-default" href="https://fortyeight.example/guide/small/">`,
			`<a class="fe-language__link" href="/guide/small/" hreflang="en">English</a> </li>`,
		},
		"guide/whole/index.html": {`<a class="fe-language__link" href="/xx/" hreflang="xx">Xxish</a> <span class="fe-language__note">Xx not here</span>`},
		"404.html":               {`<a class="fe-language__link" href="/xx/" hreflang="xx">Xxish</a> </li>`},
		"xx/guide/index.html":    {`<a class="fe-place__link" href="/guide/whole/" hreflang="en" lang="en">`, `<a class="fe-place__link" href="/xx/guide/small/">`},
	} {
		text := mustFind(t, out, path)
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %s", path, want)
			}
		}
	}
	if text := mustFind(t, out, "guide/whole/index.html"); strings.Contains(text, `rel="alternate"`) {
		t.Error("a page in one language names alternates")
	}
	for _, problem := range walkSite(out) {
		t.Error(problem)
	}
}
