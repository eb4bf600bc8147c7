package browser

import (
	"io"
	stdlog "log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// wire is the proxy of one tab. The browser sends everything through it, so what it
// has not seen has not left.
type wire struct {
	address string
	forward *httputil.ReverseProxy

	mu   sync.Mutex
	sent []Request
}

// newWire starts a proxy in which every request has a connection of its own. Browsers,
// and Go, repeat a request by themselves if the connection breaks and had been
// used before; whether it had is chance, and tests of what breaks must not hang on it.
func newWire(t testing.TB) *wire {
	w := &wire{forward: &httputil.ReverseProxy{
		Rewrite:       func(*httputil.ProxyRequest) {}, // the address is already right
		Transport:     &http.Transport{Proxy: nil, DisableCompression: true, DisableKeepAlives: true},
		FlushInterval: -1, // a page that streams must get a stream
		ErrorLog:      stdlog.New(io.Discard, "", 0),
		// What the server broke off breaks off here too: a made-up
		// answer would hide from the page that the network failed.
		ErrorHandler: func(http.ResponseWriter, *http.Request, error) { panic(http.ErrAbortHandler) },
	}}
	server := httptest.NewUnstartedServer(w)
	server.Config.ErrorLog = stdlog.New(io.Discard, "", 0)
	server.Config.SetKeepAlivesEnabled(false)
	server.Start()
	t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	w.address = server.URL
	return w
}

// ServeHTTP records a request, passes it on if it is for this machine, and
// refuses it otherwise. A tunnel is refused always: what runs inside could not
// be seen, and nothing here needs one.
func (w *wire) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	if isMarker(r.URL.String()) {
		rw.WriteHeader(http.StatusNoContent)
		return
	}
	address := r.URL.String()
	if r.Method == http.MethodConnect {
		address = r.Host
	}
	w.mu.Lock()
	w.sent = append(w.sent, Request{Method: r.Method, URL: address})
	w.mu.Unlock()

	if r.Method == http.MethodConnect || !isLoopback(r.URL.Hostname()) {
		http.Error(rw, "refused: a test stays on its own machine", http.StatusForbidden)
		return
	}
	w.forward.ServeHTTP(rw, r)
}

func (w *wire) requests() []Request {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.sent)
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// MarkerPrefix begins the path of the requests by which a tab finds out that all
// earlier ones have been seen. Whoever records requests leaves them out.
const MarkerPrefix = "/.all-seen-"

func markerPath(n int64) string { return MarkerPrefix + strconv.FormatInt(n, 10) }

func isMarker(address string) bool {
	u, err := url.Parse(address)
	return err == nil && strings.HasPrefix(u.Path, MarkerPrefix)
}
