package webserver

import (
	"net/http"
	"strings"
	"sync"
)

// A Fault is a way in which a request fails.
type Fault int

const (
	// Unavailable is an answer with status 503.
	Unavailable Fault = iota
	// Broken ends the connection without an answer. A client that had used
	// the connection before may try once more by itself; the tabs of
	// package browser never use one twice.
	Broken
	// Halfway ends the connection after half of the file.
	Halfway
)

// Fail makes the next so many requests for paths that match the pattern fail. A pattern is a
// path in which one * stands for any characters, as in site.Rule. A later
// call for the same pattern replaces the earlier one; zero times ends it.
func (s *Server) Fail(pattern string, fault Fault, times int) {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	if s.faults.planned == nil {
		s.faults.planned = map[string]*plan{}
	}
	s.faults.planned[pattern] = &plan{fault, times}
}

type faults struct {
	mu      sync.Mutex
	planned map[string]*plan
}

type plan struct {
	fault Fault
	left  int
}

// take uses up one planned failure of the path.
func (f *faults) take(path string) (Fault, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for pattern, plan := range f.planned {
		if plan.left > 0 && matches(pattern, path) {
			plan.left--
			return plan.fault, true
		}
	}
	return 0, false
}

func matches(pattern, path string) bool {
	before, after, wild := strings.Cut(pattern, "*")
	if !wild {
		return path == pattern
	}
	return len(path) >= len(before)+len(after) &&
		strings.HasPrefix(path, before) && strings.HasSuffix(path, after)
}

func (s *Server) misbehave(w http.ResponseWriter, r *http.Request, fault Fault) {
	switch fault {
	case Unavailable:
		w.Header().Set("Cache-Control", "no-store")
		http.Error(w, "Out of order, on purpose.", http.StatusServiceUnavailable)
	case Halfway:
		if f, ok := s.lookup(r.URL.Path); ok {
			w.Header().Set("Cache-Control", "no-store")
			data := s.represent(w, r, f)
			w.Write(data[:len(data)/2])
			http.NewResponseController(w).Flush()
		}
		panic(http.ErrAbortHandler)
	default:
		// The server of net/http takes this panic as the wish to cut
		// the connection.
		panic(http.ErrAbortHandler)
	}
}
