// Package webserver serves a built site as its host will.
//
// A [Server] is an http.Handler over the files of a build and nothing else: no
// disk, no folder listing. It sends the headers of the build, redirects a
// folder to its slash, answers what is missing with 404.html, compresses, and
// lets a browser ask again cheaply by ETag.
//
//	server := httptest.NewServer(webserver.New(output))
//
// Tests give it the faults of real hosts and real lines:
//
//	host := webserver.New(output, webserver.Uncompressed, webserver.WrongTypes)
//	host.Fail("/assets/*.wasm", webserver.Halfway, 1) // the first download breaks off
//	handler := webserver.Slow(host, 50_000)          // bytes a second, shared by all
package webserver

import (
	"bytes"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/andybalholm/brotli"

	"fortyeight/site"
)

// A Server serves one built site. It is safe for concurrent use.
type Server struct {
	files        map[string]*file // by path from the root, with a leading slash
	headers      site.Headers
	faults       faults
	uncompressed bool
	wrongTypes   bool
	level        int // of brotli
}

// An Option changes how a Server behaves.
type Option func(*Server)

// Uncompressed plays a host that does not compress.
func Uncompressed(s *Server) { s.uncompressed = true }

// WrongTypes plays a host that does not know WebAssembly and calls it bytes.
func WrongTypes(s *Server) { s.wrongTypes = true }

// Smallest plays a host that compresses as well as brotli can, which takes seconds for
// each program when it is first asked for.
func Smallest(s *Server) { s.level = brotli.BestCompression }

// quick is for whoever waits here: a person with an editor, or a test.
const quick = 4

// New returns a server of a built site.
func New(built *site.Output, options ...Option) *Server {
	s := &Server{files: map[string]*file{}, headers: built.Headers, level: quick}
	for _, f := range built.Files {
		s.files["/"+f.Path] = newFile(f)
	}
	for _, option := range options {
		option(s)
	}
	return s
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "This site only hands out files: use GET or HEAD.", http.StatusMethodNotAllowed)
		return
	}
	for _, h := range s.headers.For(r.URL.Path) {
		w.Header().Set(h.Name, h.Value)
	}
	if fault, ok := s.faults.take(r.URL.Path); ok {
		s.misbehave(w, r, fault)
		return
	}
	f, ok := s.lookup(r.URL.Path)
	switch {
	case ok:
		s.send(w, r, f)
	case s.files[r.URL.Path+"/index.html"] != nil:
		target := r.URL.EscapedPath() + "/"
		if r.URL.RawQuery != "" {
			target += "?" + r.URL.RawQuery
		}
		// Only a path of the built site comes here, so the target is
		// never another host's.
		w.Header().Set("Location", target)
		w.WriteHeader(http.StatusMovedPermanently)
	default:
		s.notFound(w, r)
	}
}

func (s *Server) lookup(path string) (*file, bool) {
	if strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	f, ok := s.files[path]
	return f, ok
}

// send answers with a file, or with 304 where the browser has it already.
func (s *Server) send(w http.ResponseWriter, r *http.Request, f *file) {
	data := s.represent(w, r, f)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// notFound answers with the 404.html of the path's language, which for most is
// the one at the root, and in plain words where the site has none.
func (s *Server) notFound(w http.ResponseWriter, r *http.Request) {
	if w.Header().Get("Cache-Control") == "" || s.isAsset(r.URL.Path) {
		// What is missing now may be there later, also where the rule for
		// what exists allows keeping it for a year.
		w.Header().Set("Cache-Control", "no-cache")
	}
	folder, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	page, ok := s.files["/"+folder+"/404.html"]
	if !ok {
		page, ok = s.files["/404.html"]
	}
	if !ok {
		http.Error(w, "There is no such page.", http.StatusNotFound)
		return
	}
	w.Header().Del("Content-Type") // of what is missing
	data := s.represent(w, r, page)
	w.Header().Del("Etag") // the 404 is no version of anything
	w.WriteHeader(http.StatusNotFound)
	if r.Method != http.MethodHead {
		w.Write(data)
	}
}

func (s *Server) isAsset(path string) bool { return strings.HasPrefix(path, "/assets/") }

// represent chooses a form of the file that the browser takes, sets its
// headers, and returns its bytes.
func (s *Server) represent(w http.ResponseWriter, r *http.Request, f *file) []byte {
	header := w.Header()
	if header.Get("Content-Type") == "" {
		header.Set("Content-Type", f.contentType)
	}
	if s.wrongTypes && f.contentType == wasmType {
		header.Set("Content-Type", "application/octet-stream")
	}
	data, etag := f.data, f.etag
	if f.compressible && !s.uncompressed {
		header.Add("Vary", "Accept-Encoding")
		if coding := accepted(r.Header.Get("Accept-Encoding")); coding != "" {
			header.Set("Content-Encoding", coding)
			data, etag = f.encoded(coding, s.level), f.etag+"-"+coding
		}
	}
	header.Set("Etag", `"`+etag+`"`)
	header.Set("Content-Length", strconv.Itoa(len(data)))
	return data
}
