package enginetest

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path"
	"strconv"
	"strings"
	"sync"
	"testing"

	"fortyeight/content"
	"fortyeight/site"
	"fortyeight/tools/internal/webserver"
)

//go:embed scenarios
var scripts embed.FS

// A stage is the server of one scenario: the site with the scenario in its pages, and
// where the scenario says what it wants and how it went.
type stage struct {
	scenario scenario
	server   *httptest.Server
	site     http.Handler

	asks    chan ask
	reports chan report
	begin   chan struct{} // closed once the page has loaded

	mu   sync.Mutex
	told map[string]chan struct{} // by name; closed once it has been told
}

// An ask is something that needs a hand.
type ask struct {
	Do       string // type, press, files, size
	Text     string
	X, Y     float64
	Selector string
	Framed   bool // whether that stands in a frame
	done     chan struct{}
}

// A report is how it went.
type report struct {
	Problem string // "" if all is well
	Checks  int
}

func newStage(t *testing.T, s scenario) *stage {
	st := &stage{
		scenario: s, asks: make(chan ask), reports: make(chan report, 10),
		begin: make(chan struct{}), told: map[string]chan struct{}{},
	}
	st.server = httptest.NewUnstartedServer(st)
	// The frame's policy names the site's address, which here is another.
	address := "http://" + st.server.Listener.Addr().String()
	output := *built.Site
	output.Headers = nil
	for _, rule := range built.Site.Headers {
		moved := site.Rule{Path: rule.Path}
		for _, header := range rule.Headers {
			header.Value = strings.ReplaceAll(header.Value, publicAddress, address)
			moved.Headers = append(moved.Headers, header)
		}
		output.Headers = append(output.Headers, moved)
	}
	st.site = webserver.New(&output, s.served...)
	st.server.Start()
	t.Cleanup(func() { st.server.CloseClientConnections(); st.server.Close() })
	return st
}

// publicAddress is the one of content/site.json.
const publicAddress = "http://localhost:4848"

func (st *stage) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, ok := strings.CutPrefix(r.URL.Path, "/.stage/")
	switch {
	case ok:
		// A page of another site, and a frame without an origin, ask too.
		w.Header().Set("Access-Control-Allow-Origin", "*")
		w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
		w.Header().Set("Cache-Control", "no-store")
		st.serveStage(w, r, name)
	case r.Method != http.MethodGet:
		st.site.ServeHTTP(w, r)
	case strings.HasSuffix(r.URL.Path, "/") || strings.HasSuffix(r.URL.Path, ".html"):
		st.change(w, r, func(page []byte) []byte {
			return bytes.Replace(page, []byte("<head>"), []byte(`<head><script src="`+st.server.URL+`/.stage/before.js"></script>`+
				`<script type="module" src="`+st.server.URL+`/.stage/`+st.scenario.script+`.js"></script>`), 1)
		})
	case strings.HasPrefix(r.URL.Path, "/assets/worker."):
		st.change(w, r, func(script []byte) []byte { return append([]byte(st.scenario.without+";\n"), script...) })
	default:
		st.site.ServeHTTP(w, r)
	}
}

// change hands out a file of the site with something put in.
func (st *stage) change(w http.ResponseWriter, r *http.Request, put func([]byte) []byte) {
	r.Header.Del("Accept-Encoding")
	r.Header.Del("If-None-Match")
	record := httptest.NewRecorder()
	st.site.ServeHTTP(record, r)
	for name, values := range record.Header() {
		w.Header()[name] = values
	}
	body := record.Body.Bytes()
	if record.Code == http.StatusOK {
		body = put(body)
	}
	w.Header().Del("Etag")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(record.Code)
	w.Write(body)
}

func (st *stage) serveStage(w http.ResponseWriter, r *http.Request, name string) {
	switch name {
	case "before.js":
		w.Header().Set("Content-Type", "text/javascript")
		script, _ := scripts.ReadFile("scenarios/before.js")
		w.Write(append(script, []byte(st.scenario.without)...))
	case "facts.json":
		facts := map[string]any{"sample": sample, "id": sampleID, "words": map[string]any{}, "allowed": st.scenario.allowed}
		for _, lang := range []string{"en", "de"} {
			words, err := content.Words(lang)
			if err != nil {
				panic(err)
			}
			facts["words"].(map[string]any)[lang] = words
		}
		json.NewEncoder(w).Encode(facts)
	case "begin":
		wait(r, st.begin)
	case "tell":
		close(st.telling(r.URL.Query().Get("name")))
	case "wait":
		wait(r, st.telling(r.URL.Query().Get("name")))
	case "ask":
		a := ask{done: make(chan struct{})}
		if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		select {
		case st.asks <- a:
			wait(r, a.done)
		case <-r.Context().Done():
		}
	case "report":
		var got report
		if err := json.NewDecoder(r.Body).Decode(&got); err != nil {
			got.Problem = err.Error()
		}
		select {
		case st.reports <- got:
		default: // it has said enough
		}
	default:
		script, err := scripts.ReadFile("scenarios/" + path.Base(name))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/javascript")
		w.Write(script)
	}
}

// telling is closed once that name has been told.
func (st *stage) telling(name string) chan struct{} {
	st.mu.Lock()
	defer st.mu.Unlock()
	if st.told[name] == nil {
		st.told[name] = make(chan struct{})
	}
	return st.told[name]
}

func wait(r *http.Request, done <-chan struct{}) {
	select {
	case <-done:
	case <-r.Context().Done():
	}
}

// newHost serves a page of another site that has the frame or the element in it.
func newHost(t *testing.T, st *stage) *httptest.Server {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			own := st.server.URL
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Header().Set("Content-Security-Policy", fmt.Sprintf("default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self' %[1]s; connect-src %[1]s; frame-src %[1]s; require-trusted-types-for 'script'; trusted-types 'none'", own))
			fmt.Fprint(w, `<!doctype html><html lang="en"><meta charset="utf-8"><title>A portal</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/portal.css">`+
				strings.ReplaceAll(st.scenario.host, "{site}", own))
		case "/portal.css":
			w.Header().Set("Content-Type", "text/css")
			// The frame's corner is the page's: a place in the one is a place in the other.
			fmt.Fprint(w, `body { margin: 0 } iframe { display: block; border: 0; width: 100vw; height: 100vh } fortyeight-check { --fortyeight-border: 0; --fortyeight-height: 100vh }`)
		default:
			w.WriteHeader(http.StatusNoContent)
		}
	}))
	t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	return server
}
