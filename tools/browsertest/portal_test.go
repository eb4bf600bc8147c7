package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"fortyeight/tools/internal/browser"
)

// listening is the script of a portal: it writes down all that it hears.
const listening = `
	window.heard = [];
	for (const name of ["ready", "change", "match", "error", "key"]) {
		addEventListener("fortyeight:" + name, (event) => heard.push({ name, detail: event.detail, element: event.target.id }));
	}
	window.messages = [];
	addEventListener("message", ({ origin, data }) => messages.push({ origin, data }));
`

// strict is the policy of a portal that lets in the element and nothing else.
func strict() string { return strictFor(site.URL) }

func strictFor(address string) string {
	return fmt.Sprintf("default-src 'none'; connect-src 'self'; script-src 'self' %[1]s; frame-src %[1]s; require-trusted-types-for 'script'; trusted-types 'none'", address)
}

// portal serves one page of another origin than the site's.
func portal(t *testing.T, policy, body string) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(portalPage(policy, body))
	t.Cleanup(server.Close)
	return server
}

func portalPage(policy, body string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if policy != "" {
			w.Header().Set("Content-Security-Policy", policy)
		}
		switch r.URL.Path {
		case "/portal.js":
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprint(w, listening)
		case "/":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, `<!doctype html><html lang="en"><title>A portal</title><link rel="icon" href="data:,"><script src="/portal.js"></script>%s`, body)
		default:
			w.WriteHeader(http.StatusNoContent)
		}
	})
}

// openPortal opens a strict portal with the element's script and some HTML.
func openPortal(t *testing.T, html string) (*browser.Tab, *httptest.Server) {
	t.Helper()
	server := portal(t, strict(), fmt.Sprintf(`<script type="module" src="%s/embed/v1/fortyeight.js"></script>%s`, site.URL, html))
	tab := browser.Page(t)
	tab.Allow("data:,") // the portal's empty icon
	tab.Size(800, 1600)
	tab.Open(server.URL + "/")
	return tab, server
}

// heard waits until the portal has heard an event for which test is true.
func heard(tab *browser.Tab, name, test string) {
	tab.Wait(fmt.Sprintf(`heard.some(({ name, detail, element }) => name === %q && (%s))`, name, test))
}

// A frame is a place in a page where another page runs.
type frame struct {
	tab   *browser.Tab
	index int
	in    string          // expression of its element in the page around
	alone context.Context // of a frame that has a process of its own; else nil
}

// sandboxed finds the frame that a sandbox gives a process of its own.
func sandboxed(t *testing.T, tab *browser.Tab, in string) frame {
	t.Helper()
	for tab.Ctx.Err() == nil {
		all, err := chromedp.CallBrowser(tab.Ctx, target.GetTargets, target.GetTargetsParams{})
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range all.TargetInfos {
			if one.Type == "iframe" && strings.HasPrefix(one.URL, site.URL+"/embed/") {
				ctx, _ := chromedp.NewContext(tab.Ctx, chromedp.WithTargetID(one.TargetID), chromedp.WithDetachOnCancel())
				if err := chromedp.Do(ctx); err != nil {
					t.Fatal(err)
				}
				return frame{tab, 0, in, ctx}
			}
		}
	}
	t.Fatal("there is no frame in a sandbox")
	return frame{}
}

// theFrame is the frame of the n-th element of a portal.
func theFrame(tab *browser.Tab, n int) frame {
	return frame{tab, n, fmt.Sprintf(`document.querySelectorAll("fortyeight-check")[%d].shadowRoot.querySelector("iframe")`, n), nil}
}

// eval evaluates an expression inside a frame, in a world of its own: the page
// around could not.
func (f frame) eval(expression string) string {
	yes := true
	params := runtime.EvaluateParams{
		Expression:   fmt.Sprintf(`(async () => JSON.stringify(await (%s)) ?? "")()`, expression),
		AwaitPromise: &yes, ReturnByValue: &yes,
	}
	ctx := f.alone
	if ctx == nil {
		ctx = f.tab.Ctx
		var ok bool
		if params.ContextID, ok = f.world(); !ok {
			return "" // it is going elsewhere
		}
	}
	got, err := chromedp.Call(ctx, runtime.Evaluate, params)
	if err != nil || got.ExceptionDetails != nil {
		return ""
	}
	var text string
	_ = json.Unmarshal(got.Result.Value, &text)
	return text
}

func (f frame) world() (runtime.ExecutionContextID, bool) {
	tree, err := chromedp.Call(f.tab.Ctx, page.GetFrameTree, cdp.Empty{})
	if err != nil {
		panic(err)
	}
	if len(tree.FrameTree.ChildFrames) <= f.index {
		panic(fmt.Sprintf("there is no frame %d", f.index))
	}
	id := tree.FrameTree.ChildFrames[f.index].Frame.ID
	world, err := chromedp.Call(f.tab.Ctx, page.CreateIsolatedWorld, page.CreateIsolatedWorldParams{FrameID: id})
	return world.ExecutionContextID, err == nil
}

// wait returns as soon as an expression is true inside the frame.
func (f frame) wait(expression string) {
	for f.tab.Ctx.Err() == nil {
		if f.eval(fmt.Sprintf(`new Promise((done) => {
			let looks = 0;
			const look = () => { try { if (%s) return done(true); } catch {} if (++looks > 20) return done(false); setTimeout(look, 50); };
			look();
		})`, expression)) == "true" {
			return
		}
	}
	panic("in the frame it never came true: " + expression)
}

// press presses the mouse on an element inside the frame, as a hand would. A
// browser throws presses away that come right after a foreign frame has moved;
// then it is pressed again.
func (f frame) press(selector string) {
	f.eval(`(document.documentElement.dataset.pressed = "", addEventListener("pointerdown", ({ target }) => (document.documentElement.dataset.pressed = "yes"), { capture: true, once: true }))`)
	for f.tab.Ctx.Err() == nil {
		f.eval(fmt.Sprintf(`document.querySelector(%q).scrollIntoView({ block: "nearest" })`, selector))
		around := browser.Eval[[]float64](f.tab, `(() => { const { left, top } = `+f.in+`.getBoundingClientRect(); return [left, top]; })()`)
		var inside []float64
		_ = json.Unmarshal([]byte(f.eval(fmt.Sprintf(`(() => { const { left, top, width, height } = document.querySelector(%q).getBoundingClientRect(); return [left + width / 2, top + height / 2]; })()`, selector))), &inside)
		if len(inside) != 2 {
			panic("the frame has no " + selector)
		}
		f.tab.Do(chromedp.MouseClickXY(around[0]+1+inside[0], around[1]+1+inside[1]))
		if f.eval(`document.documentElement.dataset.pressed`) == `"yes"` {
			return
		}
	}
	panic("nothing in the frame was pressed for " + selector)
}

// pressUntil presses again and again until an expression is true inside the
// frame: a button that has just appeared waits until the browser has seen that
// nothing covers it.
func (f frame) pressUntil(selector, expression string) {
	for f.tab.Ctx.Err() == nil {
		f.press(selector)
		if f.eval(expression) == "true" {
			return
		}
	}
	panic("pressing " + selector + " never made it true: " + expression)
}

// pressShown does the same for a press that must count only once: it presses
// again when the frame says that it waits.
func (f frame) pressShown(selector, expression string) {
	for f.tab.Ctx.Err() == nil {
		f.eval(`document.querySelector(".js-note").textContent = ""`)
		f.press(selector)
		f.wait(`(` + expression + `) || document.querySelector(".js-note").textContent !== ""`)
		if f.eval(expression) == "true" {
			return
		}
	}
	panic("no press on " + selector + " makes it true: " + expression)
}

// enter types a text into a field of the frame.
func (f frame) enter(selector, text string) {
	f.press(selector)
	f.wait(fmt.Sprintf(`document.activeElement === document.querySelector(%q)`, selector))
	if _, err := chromedp.Call(f.tab.Ctx, input.InsertText, input.InsertTextParams{Text: text}); err != nil {
		panic(err)
	}
}

// leaks returns what a portal knows of a key's digits: it looks at all it heard,
// at the whole tree and at every property that it can read.
func leaks(tab *browser.Tab, key string) string {
	all := browser.Eval[string](tab, `(() => {
		const seen = [JSON.stringify(heard), JSON.stringify(messages), document.documentElement.outerHTML];
		for (const element of document.querySelectorAll("fortyeight-check")) {
			seen.push(element.shadowRoot.innerHTML);
			for (let at = element; at; at = Object.getPrototypeOf(at)) {
				for (const name of Object.getOwnPropertyNames(at)) {
					try { seen.push(String(element[name]), JSON.stringify(element[name])); } catch {}
				}
			}
			const frame = element.shadowRoot.querySelector("iframe");
			for (const read of [() => frame.contentDocument, () => frame.contentWindow.document, () => frame.contentWindow.location.href, () => frame.contentWindow.name]) {
				try { const got = read(); if (got) seen.push("the frame opened: " + got); } catch {}
			}
		}
		return seen.join("\n");
	})()`)
	for group := range strings.SplitSeq(key, "-") {
		if strings.Contains(all, group) {
			return "digits of the key"
		}
	}
	if strings.Contains(all, "the frame opened") {
		return "the frame"
	}
	return ""
}
