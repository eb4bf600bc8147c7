package site

import (
	"strings"
	"testing"
)

// A drawing becomes part of a page, so nothing in it may run, load, collide
// with the page's ids or bring a colour of its own.
func TestDrawingsAreTame(t *testing.T) {
	for _, test := range []struct{ inside, want string }{
		{`<script>x()</script>`, "<script> cannot stand here"},
		{`<style>p{}</style>`, "<style> cannot stand here"},
		{`<image href="x.png"/>`, "<image> cannot stand here"},
		{`<use href="#a"/>`, "<use> cannot stand here"},
		{`<a href="https://example.org"/>`, "<a> cannot stand here"},
		{`<foreignObject/>`, "<foreignObject> cannot stand here"},
		{`<animate/>`, "<animate> cannot stand here"},
		{`<svg viewBox="0 0 1 1"/>`, "<svg> cannot stand here"},
		{`<rect id="a"/>`, "has the attribute id"},
		{`<rect style="fill:red"/>`, "has the attribute style"},
		{`<rect fill="red"/>`, "has the attribute fill"},
		{`<rect onclick="x()"/>`, "has the attribute onclick"},
		{`<rect viewBox="0 0 1 1"/>`, "has the attribute viewBox"},
		{`<path xmlns:x="x" x:d="M0 0"/>`, "has the attribute"},
		{`words`, "stands outside of a text element"},
		{`<rect>`, "the drawing is not whole"},
		{`<text>&nope;</text>`, "the drawing is not whole"},
	} {
		_, err := parseDrawing([]byte(`<svg viewBox="0 0 9 9">` + "\n" + test.inside + `</svg>`))
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "2: ") {
			t.Errorf("%s: the error is %v, want one on line 2 with %q", test.inside, err, test.want)
		}
	}
	for _, root := range []string{``, `<svg/>`, `<svg viewBox="0 0 9"/>`, `<svg viewBox="1 0 9 9"/>`, `<svg viewBox="0 0 9 0"/>`, `<g viewBox="0 0 9 9"/>`} {
		if d, err := parseDrawing([]byte(root)); err == nil {
			t.Errorf("%q is taken for a drawing: %v", root, d)
		}
	}
}

func TestDrawingIsWrittenPlainly(t *testing.T) {
	d, err := parseDrawing([]byte("<?xml version=\"1.0\"?>\n<!-- a -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 20\">\n  <g class=\"d-line\">\n    <text x=\"1\">a &amp; <tspan class='d-bold'>b</tspan> c</text>\n  </g>\n</svg>\n"))
	if err != nil {
		t.Fatal(err)
	}
	const want = `<g class="d-line"><text x="1">a &amp; <tspan class="d-bold">b</tspan> c</text></g>`
	if d.Inside != want || d.Width != 30 || d.Height != 20 {
		t.Errorf("the drawing is %d × %d and holds\n%s\nwant\n%s", d.Width, d.Height, d.Inside, want)
	}
}

// A language may have its own drawing of a name, where words stand in it.
func TestLanguagesOwnDrawing(t *testing.T) {
	in := inputOf(map[string]string{"content/en/drawings/box.svg": `<svg viewBox="0 0 1 1"><text>own</text></svg>`})
	if page := mustFind(t, mustBuild(t, in), "guide/whole/index.html"); !strings.Contains(page, "own</text>") {
		t.Error("the page does not show the drawing of its language")
	}
}
