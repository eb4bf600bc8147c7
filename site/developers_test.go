package site

import (
	"os"
	"strings"
	"testing"

	"fortyeight/content"
)

// The Go code of the page for developers is an example that compiles and runs.
func TestGoExampleIsTheOneThatRuns(t *testing.T) {
	example, err := os.ReadFile("../keyformat/example_backend_test.go")
	if err != nil {
		t.Fatal(err)
	}
	page, err := content.FS.ReadFile("en/developers.md")
	if err != nil {
		t.Fatal(err)
	}
	_, code, ok := strings.Cut(string(example), "// checkKey answers")
	code, _, ended := strings.Cut(code, "\n}\n")
	if !ok || !ended || !strings.Contains(string(page), code) {
		t.Error("content/en/developers.md shows other Go code than keyformat/example_backend_test.go has")
	}
}

// Code to copy names the script by its hash, with the value that a browser checks.
func TestSnippetsAreFilled(t *testing.T) {
	page, ok := buildReal(t).Find("developers/index.html")
	if !ok {
		t.Fatal("there is no page for developers")
	}
	for _, want := range []string{`integrity=&#34;sha384-`, `/assets/fortyeight.`, `frame-src http`} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page for developers lacks %s", want)
		}
	}
	for _, left := range []string{"{site}", "{moving}", "{fixed}", "{integrity}"} {
		if strings.Contains(string(page), left) {
			t.Errorf("the page for developers still says %s", left)
		}
	}
}
