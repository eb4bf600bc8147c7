package webserver

import (
	"net/http"
	"time"
)

// Delay plays a long way to a handler: each request reaches it so much later.
// Requests wait beside each other, as on a real line.
func Delay(h http.Handler, by time.Duration) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		timer := time.NewTimer(by)
		defer timer.Stop()
		select {
		case <-timer.C:
			h.ServeHTTP(w, r)
		case <-r.Context().Done():
		}
	})
}
