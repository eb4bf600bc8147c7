package browsertest

import (
	"net/http/httptest"
	"sync"
	"testing"

	"github.com/a-h/templ"
	"github.com/chromedp/chromedp"

	"fortyeight/tools/internal/browser"
)

// readerScript stands in for the page's script: it gives the tests the class
// that reads files, and what somebody chose in the field.
const readerScript = `
	import { Files } from "wasm/files.js";
	import programs from "fortyeight:programs";

	window.chosen = () => [...document.querySelector("#chosen").files].map((file) => ({ path: file.name, file }));

	// fresh starts a program, and tells of what it says.
	window.fresh = () => {
		const it = { said: [], progress: null, ended: () => {}, onprogress: () => {} };
		it.files = new Files(programs.files, (event, detail) => {
			if (event !== "progress") it.said.push(detail?.reason ?? detail?.name ?? event);
			else {
				it.progress = detail;
				it.onprogress(detail);
				if (!detail.running && detail.searchable === detail.found) it.ended();
			}
		});
		return it;
	};

	// read hands files over and resolves when they are read, or the program cannot be had.
	window.read = (it, files, folder = false) => new Promise((resolve) => {
		it.ended = resolve;
		it.files.take(files, folder);
	});
	document.body.dataset.ready = "yes";
`

// reader is a page with the files program and nothing else.
var reader = sync.OnceValues(func() (*httptest.Server, error) {
	return besides(built.Programs, readerScript, readerParts)
})

var readerParts = []templ.Component{templ.Raw(`<h1>Reads files</h1><label for="chosen">Files</label> <input type="file" id="chosen" multiple>`)}

// openReader opens the reader's page with files of the disk chosen.
func openReader(t testing.TB, paths ...string) *browser.Tab {
	t.Helper()
	server, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	return openReaderOf(t, server, paths...)
}

func openReaderOf(t testing.TB, server *httptest.Server, paths ...string) *browser.Tab {
	t.Helper()
	tab := browser.Page(t)
	tab.Open(server.URL + "/fixture.html")
	tab.Wait(`document.body.dataset.ready === "yes"`)
	chooseFiles(tab, paths...)
	return tab
}

func chooseFiles(tab *browser.Tab, paths ...string) {
	if len(paths) > 0 {
		tab.Do(chromedp.SetUploadFiles(chromedp.CSS("#chosen"), paths))
	}
}
