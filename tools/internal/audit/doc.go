// Package audit runs other people's judges over the built site: Lighthouse,
// axe-core, the Nu HTML checker, csp_evaluator and govulncheck.
//
//	report := audit.Run(ctx, built.Site, audit.Options{Log: os.Stdout})
//
// The judges come from npm into a folder of the user's cache, outside the
// project, in the versions that [Judges] names; govulncheck is a Go module. What cannot be had (no npm, no
// Java, no line) is no failure of the site: it stands in the report's Missing,
// with the reason, and everything else runs.
package audit

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"

	"fortyeight/site"
	"fortyeight/tools/internal/webserver"
)

// Options say what to run.
type Options struct {
	Log   io.Writer // told of each step that takes time
	Only  string    // a judge's name, or "" for all
	Runs  int       // how often Lighthouse measures a page; the median counts
	Pages []string  // addresses for Lighthouse: "/", "/guide/typing/"
}

// A Row is what one judge says of one page.
type Row struct {
	Judge    string
	Page     string // address, with the state it was in: "/ (a slip, dark)"
	Figures  string // scores, or what was counted
	Problems []string
}

// A Report is what all judges say.
type Report struct {
	Rows    []Row
	Missing []string // judges that could not be asked, and why
}

// Run asks the judges that can be had about a built site.
func Run(ctx context.Context, built *site.Output, o Options) (*Report, error) {
	server, address, err := serve(ctx, built)
	if err != nil {
		return nil, err
	}
	defer server.Close()
	s := &subject{files: built.Files, headers: built.Headers, address: address, options: o}
	r := &Report{}
	for _, j := range Judges {
		if o.Only != "" && o.Only != j.Name {
			continue
		}
		fmt.Fprintf(o.Log, "%s %s: %s …\n", j.Name, j.Version, j.Looks)
		rows, err := j.ask(ctx, s, j)
		if ctx.Err() != nil {
			return r, ctx.Err()
		}
		if err != nil {
			r.Missing = append(r.Missing, fmt.Sprintf("%s: %v", j.Name, err))
		}
		r.Rows = append(r.Rows, rows...)
	}
	if len(r.Rows) == 0 {
		return r, fmt.Errorf("no judge could be asked: %s", strings.Join(r.Missing, "; "))
	}
	return r, nil
}

// A subject is the site that is judged.
type subject struct {
	files   []site.File
	headers site.Headers
	address string // "http://localhost:4848"
	options Options
}

// pages returns the addresses of all pages that open in a browser, the one for
// wrong addresses included.
func (s *subject) pages() (all []string) {
	for _, f := range s.files {
		if path.Ext(f.Path) == ".html" && !s.headers.Saves("/"+f.Path) {
			all = append(all, "/"+strings.TrimSuffix(f.Path, "index.html"))
		}
	}
	slices.Sort(all)
	return all
}

// serve serves the site where it says that it stands, since a canonical address
// that leads elsewhere would be judged; a port that is taken gives another.
func serve(ctx context.Context, built *site.Output) (*http.Server, string, error) {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", "localhost:4848")
	if err != nil {
		listener, err = new(net.ListenConfig).Listen(ctx, "tcp", "localhost:0")
	}
	if err != nil {
		return nil, "", fmt.Errorf("no port of this machine is free: %w", err)
	}
	server := &http.Server{Handler: webserver.New(built), ReadHeaderTimeout: 10 * time.Second}
	go server.Serve(listener) // ends with Close
	_, port, err := net.SplitHostPort(listener.Addr().String())
	return server, "http://localhost:" + port, err
}
