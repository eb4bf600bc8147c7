package webserver

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"fortyeight/content"
	"fortyeight/site"
)

var page = "<!doctype html><title>Check</title>" + strings.Repeat("<p>a line of text", 100)

var program = "\x00asm" + strings.Repeat("code", 1000)

var built = &site.Output{Headers: siteHeaders(), Files: []site.File{
	{Path: "index.html", Data: []byte(page)},
	{Path: "404.html", Data: []byte("<title>Not here</title>")},
	{Path: "de/404.html", Data: []byte("<title>Nicht hier</title>")},
	{Path: "trust/index.html", Data: []byte("<title>Trust</title>")},
	{Path: "assets/check.abc.wasm", Data: []byte(program)},
	{Path: "assets/icon.abc.png", Data: []byte("\x89PNG")},
	{Path: "favicon.svg", Data: []byte("<svg/>")},
}}

func siteHeaders() site.Headers {
	headers, err := site.ReadHeaders(content.FS)
	if err != nil {
		panic(err)
	}
	return headers
}

// ask sends one request, with header lines such as "Accept-Encoding: br".
func ask(t *testing.T, h http.Handler, method, path string, lines ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, nil)
	for _, line := range lines {
		name, value, _ := strings.Cut(line, ": ")
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, response *http.Response) string {
	t.Helper()
	var reader io.Reader = response.Body
	switch response.Header.Get("Content-Encoding") {
	case "br":
		reader = brotli.NewReader(reader)
	case "gzip":
		unzipped, err := gzip.NewReader(reader)
		if err != nil {
			t.Fatal(err)
		}
		reader = unzipped
	}
	data, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestWhatIsServed(t *testing.T) {
	server := New(built)
	for _, test := range []struct {
		path, kind string
		status     int
		body       string
	}{
		{"/", "text/html; charset=utf-8", 200, page},
		{"/index.html", "text/html; charset=utf-8", 200, page},
		{"/trust/", "text/html; charset=utf-8", 200, "<title>Trust</title>"},
		{"/trust", "", 301, ""},
		{"/assets/check.abc.wasm", "application/wasm", 200, program},
		{"/assets/icon.abc.png", "image/png", 200, "\x89PNG"},
		{"/favicon.svg", "image/svg+xml", 200, "<svg/>"},
		{"/missing", "text/html; charset=utf-8", 404, "<title>Not here</title>"},
		{"/assets/missing.wasm", "text/html; charset=utf-8", 404, "<title>Not here</title>"},
		{"/assets/", "text/html; charset=utf-8", 404, "<title>Not here</title>"},
		{"/assets", "text/html; charset=utf-8", 404, "<title>Not here</title>"},
		{"/trust/../index.html", "text/html; charset=utf-8", 404, "<title>Not here</title>"},
		{"//trust", "text/html; charset=utf-8", 404, "<title>Not here</title>"},
		{"/de/missing", "text/html; charset=utf-8", 404, "<title>Nicht hier</title>"},
		{"/de", "text/html; charset=utf-8", 404, "<title>Nicht hier</title>"},
		{"/design/", "text/html; charset=utf-8", 404, "<title>Not here</title>"},
	} {
		response := ask(t, server, "GET", test.path)
		if response.StatusCode != test.status {
			t.Errorf("%s: status %d, want %d", test.path, response.StatusCode, test.status)
		}
		if got := response.Header.Get("Content-Type"); got != test.kind {
			t.Errorf("%s: type %q, want %q", test.path, got, test.kind)
		}
		if got := body(t, response); got != test.body {
			t.Errorf("%s: %d bytes, want %d", test.path, len(got), len(test.body))
		}
	}
}

func TestFolderGetsItsSlash(t *testing.T) {
	response := ask(t, New(built), "GET", "/trust?lang=en")
	if got := response.Header.Get("Location"); got != "/trust/?lang=en" {
		t.Errorf("redirected to %q, want /trust/?lang=en", got)
	}
}

func TestHeadersAreTheSites(t *testing.T) {
	server := New(built)
	for _, path := range []string{"/", "/trust/", "/assets/check.abc.wasm", "/missing"} {
		response := ask(t, server, "GET", path)
		for _, want := range built.Headers.For(path) {
			if got := response.Header.Values(want.Name); len(got) != 1 || got[0] != want.Value {
				t.Errorf("%s: %s is %q, want %q", path, want.Name, got, want.Value)
			}
		}
	}
}

func TestAMissingAssetIsNotKept(t *testing.T) {
	for _, path := range []string{"/missing", "/assets/missing.wasm"} {
		response := ask(t, New(built), "GET", path)
		if got := response.Header.Get("Cache-Control"); got != "no-cache" {
			t.Errorf("%s: Cache-Control %q, want no-cache", path, got)
		}
	}
}

func TestMethods(t *testing.T) {
	server := New(built)
	head := ask(t, server, "HEAD", "/")
	if head.StatusCode != 200 || body(t, head) != "" || head.ContentLength != int64(len(page)) {
		t.Errorf("HEAD: status %d, length %d; want 200, %d and no body", head.StatusCode, head.ContentLength, len(page))
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS"} {
		response := ask(t, server, method, "/")
		if response.StatusCode != 405 || response.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: status %d, Allow %q; want 405 and GET, HEAD", method, response.StatusCode, response.Header.Get("Allow"))
		}
	}
}

func TestCompression(t *testing.T) {
	for accept, want := range map[string]string{
		"":                             "",
		"identity":                     "",
		"gzip, deflate":                "gzip",
		"gzip, deflate, br, zstd":      "br",
		"br;q=0, gzip":                 "gzip",
		"br; q=0.0, gzip;q=0":          "",
		"*":                            "br",
		"*;q=0":                        "",
		"gzip;q=0, *":                  "br",
		"GZIP":                         "gzip",
		"deflate, br;q=0.1, gzip;q=.9": "br",
	} {
		for _, path := range []string{"/", "/assets/check.abc.wasm", "/missing"} {
			response := ask(t, New(built), "GET", path, "Accept-Encoding: "+accept)
			if got := response.Header.Get("Content-Encoding"); got != want {
				t.Errorf("%s with %q: coding %q, want %q", path, accept, got, want)
			}
			if got := response.Header.Get("Vary"); got != "Accept-Encoding" {
				t.Errorf("%s with %q: Vary %q, want Accept-Encoding", path, accept, got)
			}
		}
		if got := body(t, ask(t, New(built), "GET", "/", "Accept-Encoding: "+accept)); got != page {
			t.Errorf("with %q the page comes as %d bytes, want %d", accept, len(got), len(page))
		}
	}
	response := ask(t, New(built), "GET", "/assets/icon.abc.png", "Accept-Encoding: br")
	if got := response.Header.Get("Content-Encoding"); got != "" {
		t.Errorf("a PNG is compressed once more, with %s", got)
	}
	response = ask(t, New(built, Uncompressed), "GET", "/", "Accept-Encoding: br")
	if got := response.Header.Get("Content-Encoding"); got != "" || body(t, response) != page {
		t.Errorf("the host that does not compress sends coding %q", got)
	}
}

func TestAskingAgain(t *testing.T) {
	server := New(built)
	seen := map[string]string{}
	for _, accept := range []string{"br", "gzip", "identity"} {
		first := ask(t, server, "GET", "/", "Accept-Encoding: "+accept)
		etag := first.Header.Get("Etag")
		if other := seen[etag]; other != "" {
			t.Errorf("%s and %s have one ETag, and are not the same bytes", accept, other)
		}
		seen[etag] = accept
		again := ask(t, server, "GET", "/", "Accept-Encoding: "+accept, "If-None-Match: "+etag)
		if again.StatusCode != 304 || body(t, again) != "" {
			t.Errorf("%s: asking again with the ETag gives status %d, want 304", accept, again.StatusCode)
		}
		if again.Header.Get("Content-Security-Policy") == "" {
			t.Errorf("%s: the answer to asking again has lost the policy", accept)
		}
	}
	if response := ask(t, server, "GET", "/", `If-None-Match: "another"`); response.StatusCode != 200 {
		t.Errorf("another ETag gives status %d, want 200", response.StatusCode)
	}
}

func TestWrongTypes(t *testing.T) {
	response := ask(t, New(built, WrongTypes), "GET", "/assets/check.abc.wasm")
	if got := response.Header.Get("Content-Type"); got != "application/octet-stream" {
		t.Errorf("type %q, want application/octet-stream", got)
	}
}

func TestFailures(t *testing.T) {
	host := New(built, Uncompressed)
	server := httptest.NewServer(host)
	t.Cleanup(server.Close)
	// On a kept connection the client would try once more by itself.
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	get := func(path string) (int, []byte, error) {
		response, err := client.Get(server.URL + path)
		if err != nil {
			return 0, nil, err
		}
		defer response.Body.Close()
		data, err := io.ReadAll(response.Body)
		return response.StatusCode, data, err
	}
	const wasm = "/assets/check.abc.wasm"

	host.Fail("/assets/*.wasm", Unavailable, 1)
	if status, _, err := get("/"); status != 200 || err != nil {
		t.Errorf("a path outside the pattern: %d, %v", status, err)
	}
	if status, _, err := get(wasm); status != 503 || err != nil {
		t.Errorf("unavailable: %d, %v; want 503", status, err)
	}
	host.Fail("/assets/*.wasm", Broken, 1)
	if status, _, err := get(wasm); err == nil {
		t.Errorf("broken: %d; want no answer", status)
	}
	host.Fail("/assets/*.wasm", Halfway, 1)
	if status, data, err := get(wasm); err == nil || len(data) != len(program)/2 {
		t.Errorf("halfway: %d, %d bytes, %v; want an error after %d", status, len(data), err, len(program)/2)
	}
	if status, data, err := get(wasm); status != 200 || err != nil || !bytes.Equal(data, []byte(program)) {
		t.Errorf("after the failures: %d, %d bytes, %v; want the program", status, len(data), err)
	}
}

func TestSlowDeliversEverything(t *testing.T) {
	response := ask(t, Slow(New(built), 10_000_000), "GET", "/assets/check.abc.wasm")
	if got := body(t, response); got != program {
		t.Errorf("%d bytes come over the slow line, want %d", len(got), len(program))
	}
}
