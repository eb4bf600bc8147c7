// Package portal is a helpdesk's ticket page that uses <fortyeight-check>: a page
// of another origin, with a strict policy of its own, that writes what it hears.
//
//	http.Serve(listener, portal.New("http://localhost:4848"))
//
// The command serve shows it on a second port, and tests look at it. It keeps
// nothing and has no ticket but the one that is drawn.
package portal

import (
	"embed"
	"html/template"
	"net/http"
	"strings"
)

//go:embed ticket.html ticket.css ticket.js
var files embed.FS

var ticket = template.Must(template.ParseFS(files, "ticket.html"))

// Policy is the portal's Content-Security-Policy, with the two directives that the
// element of a site at that address needs.
func Policy(site string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self' " + site,
		"frame-src " + site,
		"style-src 'self'",
		"connect-src 'self'",
		"form-action 'none'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	}, "; ")
}

// New returns a portal that uses the site at an address, scheme and host without a
// slash at the end.
func New(site string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if err := ticket.Execute(w, site); err != nil {
			http.Error(w, "the ticket could not be written", http.StatusInternalServerError)
		}
	})
	for _, name := range []string{"ticket.css", "ticket.js"} {
		mux.HandleFunc("GET /"+name, func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, files, name) })
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Security-Policy", Policy(site))
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cache-Control", "no-store")
		mux.ServeHTTP(w, r)
	})
}
