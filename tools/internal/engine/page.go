package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Patience is how long a page lives, and how long an engine may take to start. It is no bound on
// speed: it only ends what would hang.
const Patience = 3 * time.Minute

// ErrCannot is returned by what a driver cannot have its engine do.
var ErrCannot = errors.New("the driver of this engine cannot do this")

// A Page is one page in one engine. Whatever goes wrong in it ends its test.
type Page struct {
	Name Name

	t      testing.TB
	ctx    context.Context
	driver driver
}

// Open opens a page, 1280 × 800, that closes when the test ends. It waits while another page of
// the same engine is open.
func Open(t testing.TB, name Name) *Page {
	t.Helper()
	one := share(name)
	if one.err != nil {
		t.Fatalf("%s did not start: %v", name, one.err)
	}
	one.turn <- struct{}{}
	t.Cleanup(func() { <-one.turn })
	ctx, cancel := context.WithTimeout(context.Background(), Patience)
	t.Cleanup(cancel)
	driver, err := one.engine.page(ctx)
	if err != nil {
		t.Fatalf("%s opened no page: %v", name, err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), Patience)
		defer cancel()
		if err := driver.close(ctx); err != nil {
			t.Errorf("%s did not close its page: %v", name, err)
		}
	})
	page := &Page{Name: name, t: t, ctx: ctx, driver: driver}
	page.Size(1280, 800)
	return page
}

// Go goes to an address and returns when the page has loaded.
func (p *Page) Go(address string) {
	p.t.Helper()
	p.must(p.driver.navigate(p.ctx, address), "opening "+address)
}

// Type presses keys, one after the other, wherever the focus is. Keys without
// a letter are the constants of this package.
func (p *Page) Type(keys string) {
	p.t.Helper()
	p.must(p.driver.keys(p.ctx, keys), "typing") // what was typed may be a key
}

// Click brings an element into view and presses the middle of it.
func (p *Page) Click(selector string) {
	p.t.Helper()
	at := Eval[[2]float64](p, fmt.Sprintf(`(() => {
		const element = document.querySelector(%q);
		element.scrollIntoView({ block: "center", behavior: "instant" });
		const { x, y, width, height } = element.getBoundingClientRect();
		return [x + width / 2, y + height / 2];
	})()`, selector))
	p.Press(at[0], at[1])
}

// Press presses a point, in CSS pixels from the corner of what is seen of the page.
func (p *Page) Press(x, y float64) {
	p.t.Helper()
	p.must(p.driver.press(p.ctx, x, y), fmt.Sprintf("pressing at %v, %v", x, y))
}

// SetFiles chooses files in a field for them, as if they had been picked.
func (p *Page) SetFiles(selector string, paths ...string) {
	p.t.Helper()
	p.setFiles(false, selector, paths)
}

// SetFilesInFrame does so in the one frame of the page. In Chromium that must be in a sandbox.
func (p *Page) SetFilesInFrame(selector string, paths ...string) {
	p.t.Helper()
	p.setFiles(true, selector, paths)
}

func (p *Page) setFiles(framed bool, selector string, paths []string) {
	p.t.Helper()
	for i, path := range paths {
		whole, err := filepath.Abs(path)
		p.must(err, "choosing files")
		paths[i] = whole
	}
	p.must(p.driver.setFiles(p.ctx, framed, selector, paths), "choosing files in "+selector)
}

// Size makes what is seen of the page so many CSS pixels wide and high.
func (p *Page) Size(width, height int) {
	p.t.Helper()
	p.must(p.driver.size(p.ctx, width, height), fmt.Sprintf("making the page %d × %d", width, height))
}

// Screenshot returns what is seen of the page as PNG.
func (p *Page) Screenshot() []byte {
	p.t.Helper()
	png, err := p.driver.screenshot(p.ctx)
	p.must(err, "taking a screenshot")
	return png
}

// ScreenshotTo writes what is seen of the page as a PNG file, for somebody to look
// at. An empty folder means that nobody asked for pictures.
func (p *Page) ScreenshotTo(folder, name string) {
	p.t.Helper()
	if folder == "" {
		return
	}
	file := filepath.Join(folder, fmt.Sprintf("%s-%s.png", name, p.Name))
	p.must(os.WriteFile(file, p.Screenshot(), 0o644), "writing a screenshot")
}

// PDF prints the page on A4, at the size that its CSS asks for where the engine
// heeds it, with backgrounds as the page's CSS has them. In WebKit it returns [ErrCannot].
func (p *Page) PDF() ([]byte, error) { return p.driver.pdf(p.ctx) }

// Wait returns as soon as a JavaScript expression is true, also when the page goes
// elsewhere meanwhile.
func (p *Page) Wait(expression string) {
	p.t.Helper()
	// The page is asked again and again, and never for a promise: what a page has promised
	// when it goes elsewhere, not every engine takes back.
	script := fmt.Sprintf(`(() => { try { return String(Boolean(%s)); } catch (problem) { return String(problem); } })()`, expression)
	var last error
	for p.ctx.Err() == nil {
		ctx, cancel := context.WithTimeout(p.ctx, 5*time.Second)
		said, err := p.driver.eval(ctx, script)
		cancel()
		switch {
		case err != nil: // the page that was asked is gone, and the next one not there yet
			last = err
		case said == "true":
			return
		case said != "false":
			p.t.Fatalf("%s: waiting for %s: %s", p.Name, expression, said)
		}
		pause(p.ctx)
	}
	p.t.Fatalf("%s: waiting for %s: %v (%v)", p.Name, expression, p.ctx.Err(), last)
}

// Eval returns the value of a JavaScript expression, awaited if it is a promise.
// The type says what to expect: Eval[string](page, "document.title").
func Eval[T any](p *Page, expression string) (value T) {
	p.t.Helper()
	said, err := p.driver.eval(p.ctx, `(async () => JSON.stringify((await (`+expression+`)) ?? null))()`)
	p.must(err, "evaluating "+expression)
	p.must(json.Unmarshal([]byte(said), &value), "reading the value of "+expression)
	return value
}

// Do evaluates an expression whose value nobody wants.
func (p *Page) Do(expression string) {
	p.t.Helper()
	Eval[any](p, `(`+expression+`, null)`)
}

func (p *Page) must(err error, doing string) {
	p.t.Helper()
	if err != nil {
		p.t.Fatalf("%s: %s: %v", p.Name, doing, err)
	}
}

// pause lets another process go on before it is asked again whether it is ready,
// where it has no way to tell.
func pause(ctx context.Context) {
	select {
	case <-ctx.Done():
	case <-time.After(20 * time.Millisecond):
	}
}
