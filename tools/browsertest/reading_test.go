package browsertest

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/export"
	"fortyeight/tools/internal/wasmbuild"
	"fortyeight/tools/internal/webserver"
)

// TestStopReading: keys are shown while files are still being read, and Stop
// keeps them.
func TestStopReading(t *testing.T) {
	folder := t.TempDir()
	var large bytes.Buffer
	if err := export.Write(&large, export.Rows, 0); err != nil {
		t.Fatal(err)
	}
	// The first file is small; so many large ones follow that nobody waits for
	// the last.
	paths := []string{filepath.Join(folder, "first.txt")}
	if err := os.WriteFile(paths[0], []byte(keyFile(sampleID, sample)), 0o600); err != nil {
		t.Fatal(err)
	}
	source := filepath.Join(folder, "export-0.csv")
	if err := os.WriteFile(source, large.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	paths = append(paths, source)
	for n := 1; n < 400; n++ {
		path := filepath.Join(folder, fmt.Sprintf("export-%d.csv", n))
		if err := os.Link(source, path); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	tab := open(t, site)
	enter(tab, "#id", sampleID)
	tab.Do(chromedp.SetUploadFiles(chromedp.CSS("#file"), paths))
	answered(tab, "match.one.title")
	if browser.Eval[bool](tab, `document.querySelector(".js-stop").hidden`) {
		t.Fatal("400 large files are read already; this test then shows nothing")
	}
	row(tab, "show")
	tab.Wait(digits + ` === "` + sample + `"`)
	tab.Wait(`document.querySelector(".js-keys-title").textContent !== ""`)
	click(tab, ".js-stop")
	finished(tab)
	if got := browser.Eval[string](tab, `document.querySelector(".js-read").textContent`); !strings.HasPrefix(got, strings.Split(say("files.stopped"), "{")[0]) {
		t.Errorf("it says %q", got)
	}
	if !browser.Eval[bool](tab, digits+` === "`+sample+`"`) {
		t.Error("the key that was shown is hidden")
	}
}

// TestReaderArrivesLate: what was chosen is kept while the program that reads
// files cannot be had, or the part of the page that shows them.
func TestReaderArrivesLate(t *testing.T) {
	for _, missing := range []string{"/assets/files.*.wasm", "/assets/panel.*.js"} {
		t.Run(missing, func(t *testing.T) {
			host := webserver.New(built.Site)
			host.Fail(missing, webserver.Unavailable, 1)
			server := serve(host)
			t.Cleanup(server.Close)
			tab := open(t, server)
			tab.Allow("503", missing)
			choose(t, tab, "k.txt", []byte(keyFile(sampleID, sample)))
			tab.Wait(shows(".js-trouble", say("program.files-failed")))
			enter(tab, "#id", sampleID)
			click(tab, ".js-again")
			answered(tab, "match.one.title")
			if got := browser.Eval[string](tab, `document.querySelector(".js-trouble").textContent`); got != "" {
				t.Errorf("it still says %q", got)
			}
		})
	}
}

// TestForgetWhileReading: nothing of what is being read comes after Forget.
func TestForgetWhileReading(t *testing.T) {
	tab := openWith(t, site.URL, spyWorkers)
	var large bytes.Buffer
	if err := export.Write(&large, export.Rows, 0); err != nil {
		t.Fatal(err)
	}
	choose(t, tab, "export.csv", large.Bytes())
	tab.Wait(`!document.querySelector(".js-keys").hidden`)
	click(tab, ".js-forget")
	wantEmpty(t, tab)
	if n := browser.Eval[int](tab, `workersAlive`); n != 0 {
		t.Errorf("%d workers live on", n)
	}
	choose(t, tab, "k.txt", []byte(keyFile(sampleID, sample)))
	answered(tab, "match.found-one.title")
	if n := browser.Eval[int](tab, `document.querySelectorAll(".fe-keys__row").length`); n != 1 {
		t.Errorf("%d rows are shown, want 1", n)
	}
}

// TestDeadlyFile: a file that ends the program is named, and the answer comes
// from all others.
func TestDeadlyFile(t *testing.T) {
	program, err := wasmbuild.Compile(context.Background(), "./tools/browsertest/testdata/mortal")
	if err != nil {
		t.Fatal(err)
	}
	output, err := built.With(context.Background(), "files", program)
	if err != nil {
		t.Fatal(err)
	}
	server := serve(webserver.New(output))
	t.Cleanup(server.Close)
	tab := open(t, server)
	folder := t.TempDir()
	var paths []string
	for _, f := range []struct{ name, text string }{{"a.txt", keyFile(sampleID, sample)}, {"b.txt", "panic"}, {"c.txt", keyFile(otherID, otherKey)}} {
		path := filepath.Join(folder, f.name)
		if err := os.WriteFile(path, []byte(f.text), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	enter(tab, "#id", otherID)
	tab.Do(chromedp.SetUploadFiles(chromedp.CSS("#file"), paths))
	answered(tab, "match.one.title")
	tab.Wait(shows(".js-trouble", fillIn(say("files.gave-up"), "name", "b.txt")))
	tab.Wait(shows(".js-keys-title", fillIn(say("files.keys"), "count", "2")))
}
