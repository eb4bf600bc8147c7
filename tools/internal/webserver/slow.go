package webserver

import (
	"net/http"
	"sync"
	"time"
)

// Slow plays a slow line in front of a handler: so many bytes a second, shared by all
// answers, as the one line of a phone is.
func Slow(h http.Handler, bytesPerSecond int) http.Handler {
	line := &line{perByte: time.Second / time.Duration(bytesPerSecond)}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(&slowWriter{w, r, line}, r)
	})
}

// line is what all answers share.
type line struct {
	perByte time.Duration
	mu      sync.Mutex
	free    time.Time // when everything before has been sent
}

// late is how much a timer may be late and be made up for: without that, the line
// would be slower than it says, and the more so the busier the machine.
const late = 50 * time.Millisecond

// book returns when so many bytes will have passed.
func (l *line) book(bytes int) time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	if now := time.Now(); now.Sub(l.free) > late {
		l.free = now
	}
	l.free = l.free.Add(time.Duration(bytes) * l.perByte)
	return l.free
}

type slowWriter struct {
	http.ResponseWriter
	request *http.Request
	line    *line
}

// packet is how much passes at once: about what one does on a real line, so
// that two answers share it fairly.
const packet = 1400

func (w *slowWriter) Write(data []byte) (int, error) {
	written := 0
	for len(data) > 0 {
		part := data[:min(packet, len(data))]
		timer := time.NewTimer(time.Until(w.line.book(len(part))))
		select {
		case <-timer.C:
		case <-w.request.Context().Done():
			timer.Stop()
			return written, w.request.Context().Err()
		}
		n, err := w.ResponseWriter.Write(part)
		written += n
		if err != nil {
			return written, err
		}
		http.NewResponseController(w.ResponseWriter).Flush()
		data = data[len(part):]
	}
	return written, nil
}
