package browsertest

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/wasmbuild"
	"fortyeight/tools/internal/webserver"
)

const programFiles = "/assets/check.*.wasm"

// tries is how often a page may ask for its program before it says that it cannot be
// had: as early as it can, once more where that has failed before the page had come to
// asking, and with the browser's own second tries.
const tries = 9

// TestTypingWaitsForNothing: the field takes digits while the program is still
// on its way, and they are checked the moment it has arrived.
func TestTypingWaitsForNothing(t *testing.T) {
	host := webserver.New(built.Site)
	host.Fail(programFiles, webserver.Unavailable, tries)
	server := serve(host)
	t.Cleanup(server.Close)
	tab := open(t, server)
	tab.Allow("503", ".wasm")
	enter(tab, "#key", sample)
	tab.Wait(`!document.querySelector(".js-program").hidden`)
	if value(tab, "#key") != sample {
		t.Error("the text was lost")
	}
	if got := browser.Eval[string](tab, `document.querySelector(".js-program-text").textContent`); got != say("program.failed") {
		t.Errorf("the notice says %q", got)
	}
	host.Fail(programFiles, webserver.Unavailable, 0)
	click(tab, ".js-program-retry")
	verdict(tab, "key-well-formed")
	tab.Wait(`document.querySelector(".js-program").hidden`)
}

// TestRuleAnswersFirst: while the program is on its way the rule alone says which group is
// wrong and which key is well-formed, and that more is checked later; what only the program can do
// waits for it.
func TestRuleAnswersFirst(t *testing.T) {
	arrive := make(chan struct{})
	let := sync.OnceFunc(func() { close(arrive) })
	host := webserver.New(built.Site)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, ".wasm") {
			<-arrive
		}
		host.ServeHTTP(w, r)
	}))
	t.Cleanup(func() { let(); server.Close() })
	tab := open(t, server)
	for _, step := range []struct{ reason, text, answer, tone, more string }{
		{"half a key", sample[:24], "key-unfinished", "typing", ""},
		{"a slip in the third group", strings.Replace(sample, "590458", "590468", 1), "key-wrong", "wrong", fillIn(say("problem.not-multiple-of-11"), "group", "3")},
		{"the key", sample, "key-well-formed", "right", ""},
		{"no key at all", "hello", "key-none", "quiet", ""},
		{"the key again", sample, "key-well-formed", "right", ""},
	} {
		focus(tab, "#key")
		browser.Eval[any](tab, `document.querySelector("#key").select()`)
		insert(tab, step.text)
		tab.Wait(shows(".js-verdict .js-title", say("answer."+step.answer+".title")))
		said := browser.Eval[string](tab, `[...document.querySelectorAll(".js-verdict .js-text, .js-verdict .js-problems li")].map((one) => one.textContent).join("|")`)
		if !strings.HasSuffix(said, say("program.loading")) || !strings.Contains(said, step.more) {
			t.Errorf("%s: it says %q", step.reason, said)
		}
		if got := browser.Eval[string](tab, `document.querySelector(".js-verdict").dataset.tone`); got != step.tone {
			t.Errorf("%s: the tone is %s, want %s", step.reason, got, step.tone)
		}
		if got := browser.Eval[string](tab, `document.querySelector("#key").getAttribute("aria-invalid")`); got != fmt.Sprint(step.tone == "wrong") {
			t.Errorf("%s: the field is invalid: %s", step.reason, got)
		}
		if !browser.Eval[bool](tab, `document.querySelector(".js-actions").hidden`) {
			t.Errorf("%s: what only the program can do is offered", step.reason)
		}
	}
	tab.Wait(shows(".js-said", say("answer.key-well-formed.title")+" "+say("program.loading")))
	let()
	verdict(tab, "key-well-formed")
	tab.Wait(`!document.querySelector(".js-actions").hidden`)
}

func TestDownloads(t *testing.T) {
	tests := []struct {
		reason  string
		options []webserver.Option
		fault   webserver.Fault
		times   int
		gzip    bool // the gzip copy is taken
	}{
		{"a host that compresses", nil, 0, 0, false},
		{"a host that does not", []webserver.Option{webserver.Uncompressed}, 0, 0, true},
		{"a host that calls programs bytes", []webserver.Option{webserver.WrongTypes}, 0, 0, false},
		{"a host that does neither", []webserver.Option{webserver.Uncompressed, webserver.WrongTypes}, 0, 0, true},
		{"a line that breaks halfway, then retried", nil, webserver.Halfway, tries, false},
		{"a connection that breaks, then retried", nil, webserver.Broken, tries, false},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			host := webserver.New(built.Site, tt.options...)
			host.Fail(programFiles, tt.fault, tt.times)
			server := serve(host)
			t.Cleanup(server.Close)
			tab := open(t, server)
			tab.Allow(".wasm", "Failed to load resource", "ERR_")
			enter(tab, "#key", sample)
			if tt.times > 0 {
				tab.Wait(`!document.querySelector(".js-program").hidden`)
				host.Fail(programFiles, tt.fault, 0)
				click(tab, ".js-program-retry")
			}
			verdict(tab, "key-well-formed")
			took := false
			for _, r := range tab.Sent() {
				took = took || strings.HasSuffix(r.URL, ".wasm.gz")
			}
			if took != tt.gzip {
				t.Errorf("gzip copy taken: %v, want %v", took, tt.gzip)
			}
		})
	}
}

// TestOneWayForAll: a browser asks a host without HTTP/2 for six files at a time. A
// seventh of those that the page cannot do without waits for one of them, and for
// the whole way once more.
func TestOneWayForAll(t *testing.T) {
	for _, page := range []string{"index.html", "de/index.html", "es/index.html"} {
		html, ok := built.Site.Find(page)
		if !ok {
			t.Fatalf("there is no %s", page)
		}
		count := 0
		for _, element := range []string{`<link rel="stylesheet"`, `<link rel="modulepreload"`, `<script type="module"`} {
			n := strings.Count(string(html), element)
			if n == 0 {
				t.Errorf("%s has no %s", page, element)
			}
			count += n
		}
		if count > 6 {
			t.Errorf("%s needs %d files at once", page, count)
		}
	}
}

// TestWorkerScripts: a worker is started while its program is on its way, and may
// find no script; the next one does, or it is said what could not be had.
func TestWorkerScripts(t *testing.T) {
	host := webserver.New(built.Site)
	host.Fail("/assets/worker.*.js", webserver.Unavailable, 1)
	server := serve(host)
	t.Cleanup(server.Close)
	tab := open(t, server)
	tab.Allow("503")
	enter(tab, "#key", sample)
	verdict(tab, "key-well-formed")

	host.Fail("/assets/worker.*.js", webserver.Unavailable, 9)
	host.Fail(programFiles, webserver.Unavailable, tries)
	tab = open(t, server)
	tab.Allow("503")
	enter(tab, "#key", sample)
	tab.Wait(`!document.querySelector(".js-program").hidden`)
	if got := browser.Eval[string](tab, `document.querySelector(".js-program-text").textContent`); got != say("program.failed") {
		t.Errorf("the notice says %q", got)
	}
	host.Fail("/assets/worker.*.js", webserver.Unavailable, 0)
	host.Fail(programFiles, webserver.Unavailable, 0)
	click(tab, ".js-program-retry")
	verdict(tab, "key-well-formed")
}

// faulty serves the site with a program that panics on demand.
func faulty(t *testing.T) *browser.Tab {
	t.Helper()
	program, err := wasmbuild.Compile(context.Background(), "./tools/browsertest/testdata/panics")
	if err != nil {
		t.Fatal(err)
	}
	output, err := built.With(context.Background(), "check", program)
	if err != nil {
		t.Fatal(err)
	}
	server := serve(webserver.New(output))
	t.Cleanup(server.Close)
	return openWith(t, server.URL, spyWorkers+clock)
}

func TestProgramPanics(t *testing.T) {
	for _, fault := range []string{"!", "!!", "!!!"} {
		tab := faulty(t)
		fill(t, tab)

		text := "key " + fault + "\n" + sample
		browser.Eval[any](tab, `document.querySelector("#key").select()`)
		insert(tab, text)
		if fault == "!!!" { // it hangs, twice
			for _, ready := range []string{"2", "3"} {
				tab.Wait(`workersReady === ` + ready)
				browser.Eval[any](tab, `pass(1)`)
			}
		}
		tab.Wait(shows(".js-verdict .js-title", say("program.broken")))
		if value(tab, "#key") != text {
			t.Error("the text was lost")
		}
		if n := browser.Eval[int](tab, `workersAlive`); n != 2 {
			t.Errorf("%d workers, want the one that reads files and the one that replaced the others", n)
		}
		// The new worker knows what the old one knew.
		browser.Eval[any](tab, `document.querySelector("#key").select()`)
		insert(tab, sample)
		verdict(tab, "key-matches")
	}
}
