package browser

import (
	"context"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// workers listens to the workers of a page, each of which reports to a session
// of its own and never to its page's. The zero value waits to be told of them.
type workers struct {
	mu      sync.Mutex
	changed sync.Cond
	seen    map[target.ID]bool
	waiting []target.ID
	heard   []context.Context // of those that are listened to
	busy    bool              // one is being attached to
	closed  bool
}

// appeared remembers a worker to listen to. It returns at once, because it runs in the loop
// that reads the browser's messages.
func (w *workers) appeared(info *target.Info) {
	if !strings.Contains(info.Type, "worker") {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.seen == nil {
		w.seen = map[target.ID]bool{}
	}
	if !w.seen[info.TargetID] {
		w.seen[info.TargetID] = true
		w.waiting = append(w.waiting, info.TargetID)
		w.wake()
	}
}

// follow listens to each worker from when it appears until ctx ends. What a worker said
// before is not lost: the browser repeats it to a new listener.
func (w *workers) follow(ctx context.Context, event func(any)) {
	context.AfterFunc(ctx, func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.closed = true
		w.wake()
	})
	go func() {
		for id, ok := w.next(); ok; id, ok = w.next() {
			worker, _ := chromedp.NewContext(ctx,
				chromedp.WithTargetID(id),
				chromedp.WithDetachOnCancel(), // we stop listening; the page ends its workers
				chromedp.WithListener(event))
			// A worker may end at any moment: then there is nothing to
			// listen to and nothing wrong.
			if chromedp.Do(worker) == nil {
				w.mu.Lock()
				w.heard = append(w.heard, worker)
				w.mu.Unlock()
			}
		}
	}()
}

// next returns a worker to listen to, or false when the tab has closed.
func (w *workers) next() (target.ID, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.busy = false
	w.wake()
	for len(w.waiting) == 0 && !w.closed {
		w.sleep()
	}
	if w.closed {
		return "", false
	}
	id := w.waiting[0]
	w.waiting = w.waiting[1:]
	w.busy = true
	return id, true
}

// wait returns when every worker that has appeared is listened to.
func (w *workers) wait() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for (len(w.waiting) > 0 || w.busy) && !w.closed {
		w.sleep()
	}
}

func (w *workers) wake() { w.condition().Broadcast() }

func (w *workers) sleep() { w.condition().Wait() }

// condition ties the condition to the mutex, so that the zero value works; w.mu is held.
func (w *workers) condition() *sync.Cond {
	w.changed.L = &w.mu
	return &w.changed
}
