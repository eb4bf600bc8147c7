package site

import (
	"strings"
	"testing"
)

func TestSmallSiteIsSound(t *testing.T) {
	for _, problem := range walkSite(mustBuild(t, inputOf(nil))) {
		t.Error(problem)
	}
}

func TestCrawlFindsNoPages(t *testing.T) {
	if problems := walkSite(&Output{}); len(problems) == 0 {
		t.Error("an empty site passes; the walk would stay green when nothing is built")
	}
}

// Each row spoils the small site's page of text in one way that the walk must
// see: a rule that never fires guards nothing.
func TestCrawlSeesEachFault(t *testing.T) {
	for _, test := range []struct{ old, new, want string }{
		{`<!doctype html>`, ``, "does not begin with <!doctype html>"},
		{`</article>`, ``, "closes </main> while"},
		{`lang="en"`, ``, "has no language"},
		{`<title>A small page</title>`, ``, "has a title of 0 characters"},
		{`content="A page for tests."`, `content=""`, "has a description of 0 characters"},
		{`<h1 class="fe-page__title">A small page</h1>`, ``, "has 0 headings of level 1"},
		{`<h2 id="a-heading">A heading</h2>`, `<h3>Deep</h3>`, "has level 3 after level 1"},
		{`<h2 id="a-heading">A heading</h2>`, `<h2></h2>`, "a heading of level 2 is empty"},
		{`id="a-heading"`, `id="main"`, `the id "main" stands on two elements`},
		{`A heading</h2>`, `{{ .Title }}</h2>`, `holds "{{"`},
		{`A heading</h2>`, `&amp;lt;</h2>`, `holds "&amp;lt;"`},
		{`<p>Text`, `<p style="color:red">Text`, "has the attribute style"},
		{`<p>Text`, `<p onclick="x()">Text`, "has the attribute onclick"},
		{`<p>Text`, `<p>Text<script>x()</script>`, "has an inline script"},
		{`<p>Text`, `<p>Text<a href="javascript:x()">x</a>`, "holds a script"},
		{`</head>`, `<style>p{}</style></head>`, "has a <style>"},
		{`<p>Text`, `<p>Text<img src="https://example.org/x.png" alt="">`, `loads "https://example.org/x.png"`},
		{`<p>Text`, `<p>Text<img src="//example.org/x.png" alt="">`, `loads "//example.org/x.png"`},
		{`<p>Text`, `<p>Text<img src="/gone.png" alt="">`, "loads /gone.png, which does not exist"},
		{`<p>Text`, `<p>Text<img src="/favicon.svg">`, "an image has no alt"},
		{`<p>Text`, `<p>Text<svg></svg>`, "an <svg> is neither hidden nor an image with a name"},
		{`<p>Text`, `<p>Text<svg aria-label="A"></svg>`, "an <svg> is neither hidden nor an image with a name"},
		{`<p>Text`, `<p>Text<svg aria-hidden="true"><use href="#gone"></use></svg>`, "links to #gone, but nothing there has that id"},
		{`<p>Text`, `<p>Text<svg aria-hidden="true"><use href="x.svg#a"></use></svg>`, `<use> loads "x.svg#a"`},
		{`<p>Text`, `<p>Text<button></button>`, "a <button> has no text"},
		{`<p>Text`, `<p>Text<a href="/gone/">x</a>`, "links to /gone/, where no page is"},
		{`<p>Text`, `<p>Text<a href="/#gone">x</a>`, "links to /#gone, but nothing there has that id"},
		{`<p>Text`, `<p>Text<a href="x">x</a>`, `links to "x"; link to https:// or`},
		{`<p>Text`, `<p>Text<a href="/" hreflang="de">x</a>`, `links to /, a page in "en", and marks it as "de"`},
		{`<p>Text`, `<p>Text<b lang="English">x</b>`, `<b lang="English"> names no language`},
		{`<a href="https://example.org/a" rel="noreferrer">A source</a>`, ``, "names no sources"},
		{`content="https://fortyeight.example/assets/`, `content="https://fortyeight.example/lost/`, "<meta> loads /lost/"},
		{`</head>`, `<link rel="alternate" hreflang="de" href="https://fortyeight.example/de/"></head>`, `names /de/ as itself in "de", where no page is`},
		{`</head>`, `<link rel="alternate" hreflang="de" href="https://fortyeight.example/"></head>`, `names / as itself in "de", and that page is in "en"`},
		{`</head>`, `<link rel="alternate" hreflang="en" href="https://fortyeight.example/"></head>`, `names / as itself in "en", and is not named there`},
		{`<p>Text`, `<p>Text<a>x</a>`, "has a link without an address"},
		{`<p>Text`, `<p>Text<input id="f">`, `the field "f" has no label`},
		{`<p>Text`, `<p>Text<label><input></label>`, `the field "" has no label`},
		{`<p>Text`, `<p>Text<input aria-label="F" name="f">`, `has a name`},
		{`<p>Text`, `<p>Text<label for="gone">F</label>`, "names an id that is not there"},
		{` rel="noreferrer"`, ``, "lacks rel=noreferrer"},
		{`https://fortyeight.example/guide/small/`, `https://fortyeight.example/`, "as its canonical address"},
	} {
		out := mustBuild(t, inputOf(nil))
		for i, f := range out.Files {
			if f.Path == "guide/small/index.html" {
				text := string(f.Data)
				if !strings.Contains(text, test.old) {
					t.Fatalf("the small page holds no %q to spoil:\n%s", test.old, text)
				}
				out.Files[i].Data = []byte(strings.Replace(text, test.old, test.new, 1))
			}
		}
		if problems := strings.Join(walkSite(out), "\n"); !strings.Contains(problems, test.want) {
			t.Errorf("with %q for %q the walk finds\n\t%s\nand not\n\t%s", test.new, test.old, problems, test.want)
		}
	}
}

func TestCrawlSeesWhatNothingNames(t *testing.T) {
	out := mustBuild(t, inputOf(nil))
	out.add("assets/lost.aaaaaaaaaa.js", []byte("1"))
	out.add("lost/index.html", []byte("<!doctype html>"))
	if err := out.finish(); err != nil {
		t.Fatal(err)
	}
	problems := strings.Join(walkSite(out), "\n")
	for _, want := range []string{"/assets/lost.aaaaaaaaaa.js: nothing names it", "/lost/: no page links to it"} {
		if !strings.Contains(problems, want) {
			t.Errorf("the walk finds\n\t%s\nand not\n\t%s", problems, want)
		}
	}
}
