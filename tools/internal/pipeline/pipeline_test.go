package pipeline

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fortyeight/site"
)

func TestWrite(t *testing.T) {
	output := &site.Output{Files: []site.File{
		{Path: "index.html", Data: []byte("front")},
		{Path: "trust/index.html", Data: []byte("trust")},
	}}
	folder := filepath.Join(t.TempDir(), "dist")
	if err := Write(folder, output); err != nil {
		t.Fatal(err)
	}
	for _, f := range output.Files {
		if got, err := os.ReadFile(filepath.Join(folder, f.Path)); err != nil || string(got) != string(f.Data) {
			t.Errorf("%s: %q, %v; want %q", f.Path, got, err, f.Data)
		}
	}
	if err := Write(folder, output); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("writing over another build: %v; want an error that says the folder is not empty", err)
	}
}

func TestThePageWeighsWhatItLoads(t *testing.T) {
	built := &Built{Site: &site.Output{Files: []site.File{
		{Path: "assets/check.js", Data: []byte(`new Worker("/assets/worker.js")`)},
		{Path: "assets/check.wasm", Data: []byte("\x00asm")},
		{Path: "assets/other.css", Data: []byte("never loaded")},
		{Path: "assets/site.css", Data: []byte("p{}")},
		{Path: "assets/worker.js", Data: []byte(`fetch("/assets/check.wasm")`)},
		{Path: "icon.svg", Data: []byte("<svg/>")},
		{Path: "index.html", Data: []byte(`<meta content="http://example.org/preview.png"><link href="/assets/site.css"><link href="/icon.svg"><script src="/assets/check.js"></script><a href="/trust/index.html">`)},
		{Path: "preview.png", Data: []byte("only told of")},
		{Path: "trust/index.html", Data: []byte("another page")},
	}}}
	want := []string{"index.html", "assets/check.js", "assets/site.css", "assets/worker.js", "icon.svg"}
	if got := loads(built, "index.html"); !slices.Equal(got, want) {
		t.Errorf("the page loads %q, want %q", got, want)
	}
	budgets, err := pageBudget(built)
	if err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, b := range budgets[:len(want)] {
		sum += b.Sizes.Brotli
	}
	if other := budgets[len(want)+1]; !strings.Contains(other.Name, "trust/index.html") || other.Over {
		t.Errorf("the heaviest other page is %+v, want the one there is", other)
	}
	if last := budgets[len(want)]; last.Sizes.Brotli != sum || last.Over {
		t.Errorf("the sum is %+v, want %d bytes within the bound", last, sum)
	}
}
