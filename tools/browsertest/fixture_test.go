package browsertest

import (
	"context"
	"io"
	"io/fs"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/a-h/templ"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"fortyeight/content"
	whole "fortyeight/site"
	"fortyeight/site/view"
	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/wasmbuild"
	"fortyeight/tools/internal/webserver"
	"fortyeight/wasm"
)

// fixtureScript stands in for the page's script: it offers the components to
// the tests, each behind a real button.
const fixtureScript = `
	import programs from "fortyeight:programs";
	import { OnDemand } from "./ondemand.js";
	import { Printing } from "../sheet/sheet.js";
	import { Typing } from "../typing/typing.js";
	const kit = new OnDemand(programs.kit);
	const find = (name) => document.querySelector(name);
	window.typing = new Typing(find(".js-typing"), { sheet: (order) => kit.call("sheet", order), closed: () => (window.left = (window.left ?? 0) + 1) });
	window.printing = new Printing(find(".js-print"), kit, { camera: { call: async () => null } });
	window.orders = [];
	find("#type").onclick = () => typing.open(orders[0].key, { id: orders[0].id, candidates: orders });
	find("#print").onclick = () => printing.open(orders);
	find("#many").onclick = () => printing.openMany(orders);
	find("#blank").onclick = () => printing.openBlank();
	find("#compare").onclick = () => printing.openDrill(orders);
	document.body.dataset.ready = "yes";
`

// fixture is a small page with the components and the real bundles, programs
// and headers.
var fixture = sync.OnceValues(func() (*httptest.Server, error) {
	return besides(built.Programs, fixtureScript, []templ.Component{
		templ.Raw(`<h1>Beside the stage</h1><button id="type">Type</button> <button id="print">Print</button> <button id="many">Print many</button> <button id="blank">Blank</button> <button id="compare">Compare</button>`),
		view.Typing(say), view.Printing(say),
	})
})

// besides serves the site with these programs, with another script in the place
// of the page's, and with a page of its own, fixture.html, of these parts.
func besides(programs map[string][]byte, script string, parts []templ.Component) (*httptest.Server, error) {
	assets := fstest.MapFS{}
	err := fs.WalkDir(whole.Assets(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(whole.Assets(), name)
		assets[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		return nil, err
	}
	assets["check/page.js"] = &fstest.MapFile{Data: []byte(script)}
	assets["embed/page.js"] = &fstest.MapFile{} // builds on the page's script, which is not there
	runtime, err := wasmbuild.Runtime(context.Background())
	if err != nil {
		return nil, err
	}
	output, err := whole.Build(whole.Input{Content: content.FS, Assets: assets, Scripts: wasm.Scripts, Runtime: runtime, Programs: programs})
	if err != nil {
		return nil, err
	}
	var css, bundle string
	for _, f := range output.Files {
		switch {
		case strings.HasPrefix(f.Path, "assets/site."):
			css = f.Path
		case strings.HasPrefix(f.Path, "assets/check.en."):
			bundle = f.Path
		}
	}
	var html strings.Builder
	body := templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		for _, part := range parts {
			if err := part.Render(ctx, w); err != nil {
				return err
			}
		}
		return nil
	})
	layout := view.Layout{Lang: "en", Dir: "ltr", Title: "Components", Home: "/", Assets: view.Assets{CSS: "/" + css, Script: "/" + bundle, Favicon: "/favicon.svg", TouchIcon: "/apple-touch-icon.png"}}
	if err := view.Document(layout).Render(templ.WithChildren(context.Background(), body), &html); err != nil {
		return nil, err
	}
	output.Files = append(output.Files, whole.File{Path: "fixture.html", Data: []byte(html.String())})
	output.Headers = append(output.Headers, whole.Rule{Path: "/fixture.html", Headers: output.Headers.For("/404.html")})
	return serve(webserver.New(output)), nil
}

// openFixture opens the fixture's page with keys for its buttons, as JavaScript.
func openFixture(t testing.TB, orders, script string) *browser.Tab {
	t.Helper()
	server, err := fixture()
	if err != nil {
		t.Fatal(err)
	}
	tab := browser.Page(t)
	tab.Size(360, 640)
	if _, err := chromedp.Call(tab.Ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}); err != nil {
		t.Fatal(err)
	}
	tab.Open(server.URL + "/fixture.html")
	tab.Wait(`document.body.dataset.ready === "yes"`)
	browser.Eval[any](tab, `void (window.orders = `+orders+`)`)
	return tab
}
