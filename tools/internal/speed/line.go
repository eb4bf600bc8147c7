package speed

import (
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"time"

	"fortyeight/site"
	"fortyeight/tools/internal/webserver"
)

// The line of a phone at the edge of a cell, as Lighthouse's "slow 4G" has it.
const (
	Rate    = 1_600_000 / 8          // bytes a second, shared by all answers
	Latency = 150 * time.Millisecond // that a request takes besides
)

// A state is what a line is like.
type state int32

const (
	slow state = iota
	open       // as fast as the machine
	cut        // no answer at all
)

// A host serves a site at the end of a line that can change. What goes over the slow
// line is compressed as well as can be.
type host struct {
	*httptest.Server
	small http.Handler // what the slow line passes on
	state atomic.Int32
}

func newHost(built *site.Output) *host {
	near, small := webserver.New(built), webserver.New(built, webserver.Smallest)
	far := webserver.Delay(webserver.Slow(small, Rate), Latency)
	h := &host{small: small}
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch state(h.state.Load()) {
		case slow:
			far.ServeHTTP(w, r)
		case cut:
			panic(http.ErrAbortHandler) // net/http cuts the connection
		default:
			near.ServeHTTP(w, r)
		}
	}))
	return h
}

// set changes the line for all requests to come.
func (h *host) set(s state) { h.state.Store(int32(s)) }
