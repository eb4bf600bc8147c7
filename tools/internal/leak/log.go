package leak

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
)

// A Log is a handler that writes down every request before another handler
// answers it, and, while somebody watches, puts the watching script before the first
// line of every worker's script. It plays the page's own server, or an attacker's.
type Log struct {
	next http.Handler
	name string

	mu  sync.Mutex
	all []*Watch // that want to know
}

// NewLog writes down what reaches a handler, under a name for sightings. A nil
// handler answers all with nothing.
func NewLog(name string, next http.Handler) *Log {
	if next == nil {
		next = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Access-Control-Allow-Origin", "*")
			w.Header().Set("Access-Control-Allow-Headers", "*")
			w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
			w.WriteHeader(http.StatusNoContent)
		})
	}
	return &Log{next: next, name: name}
}

// ServeHTTP writes a request down and has it answered.
func (l *Log) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	data := []string{r.Method, r.URL.String(), string(body)}
	by, strange := l.name, r.Method != http.MethodGet || len(body) > 0 || r.URL.RawQuery != ""
	for _, name := range slices.Sorted(maps.Keys(r.Header)) {
		data = append(data, name+": "+strings.Join(r.Header[name], ", "))
		if !isOrdinary(name) {
			by, strange = by+", header "+name, true
		}
	}
	watches := l.watches()
	for _, watch := range watches {
		watch.add(record{Way: wayOfDestination(r), By: by, Where: r.Host, Data: data, Use: strange})
	}
	if r.Header.Get("Sec-Fetch-Dest") != "worker" || len(watches) == 0 {
		l.next.ServeHTTP(w, r)
		return
	}
	r.Header.Del("Accept-Encoding") // what is added to must not be compressed
	r.Header.Del("If-None-Match")
	l.next.ServeHTTP(&prefixed{ResponseWriter: w}, r)
}

func (l *Log) watches() []*Watch {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.all)
}

func (l *Log) leave(w *Watch) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all = slices.DeleteFunc(l.all, func(one *Watch) bool { return one == w })
}

func (l *Log) tell(w *Watch) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all = append(l.all, w)
}

// wayOfDestination tells by what a browser says about it which way a request went.
func wayOfDestination(r *http.Request) Way {
	switch r.Header.Get("Sec-Fetch-Dest") {
	case "empty", "":
		return Request
	case "document", "iframe", "frame":
		return Navigation
	}
	return Load
}

// isOrdinary reports whether browsers send a header by themselves.
func isOrdinary(name string) bool {
	switch name {
	case "Accept", "Cache-Control", "Connection", "Dnt", "Host", "If-Modified-Since", "If-None-Match", "Origin",
		"Pragma", "Priority", "Range", "Referer", "Save-Data", "Upgrade-Insecure-Requests", "User-Agent", "Via", "X-Forwarded-For", "Service-Worker":
		return true
	}
	return strings.HasPrefix(name, "Accept-") || strings.HasPrefix(name, "Sec-")
}

// prefixed puts the watching script before a body.
type prefixed struct {
	http.ResponseWriter
	begun bool
}

func (p *prefixed) WriteHeader(status int) {
	p.Header().Del("Etag")
	if length := p.Header().Get("Content-Length"); length != "" && status == http.StatusOK {
		var n int
		fmt.Sscan(length, &n)
		p.Header().Set("Content-Length", fmt.Sprint(n+len(script)))
	}
	p.ResponseWriter.WriteHeader(status)
	p.begun = true
	if status == http.StatusOK {
		io.WriteString(p.ResponseWriter, script)
	}
}

func (p *prefixed) Write(data []byte) (int, error) {
	if !p.begun {
		p.WriteHeader(http.StatusOK)
	}
	return p.ResponseWriter.Write(data)
}
