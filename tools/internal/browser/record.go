package browser

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
)

// record keeps what the browser tells about a page and its workers.
type record struct {
	mu         sync.Mutex
	complaints []string
	tried      []Request
	allowed    []string
	workers    workers
	hear       []func(any)
}

// event runs in the loop that reads the browser's messages: it must not call the
// browser, and returns at once.
func (r *record) event(event any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, hear := range r.hear {
		hear(event)
	}
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		r.complaints = append(r.complaints, exception(e.ExceptionDetails))
	case *runtime.EventConsoleAPICalled:
		if e.Type == "error" || e.Type == "assert" {
			r.complaints = append(r.complaints, "console."+string(e.Type)+": "+arguments(e.Args))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			r.complaints = append(r.complaints, strings.TrimSpace(fmt.Sprintf("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)))
		}
	case *network.EventRequestWillBeSent:
		if !isMarker(e.Request.URL) {
			r.tried = append(r.tried, Request{Method: e.Request.Method, URL: e.Request.URL})
		}
	case *network.EventWebSocketCreated:
		r.tried = append(r.tried, Request{Method: "WEBSOCKET", URL: e.URL})
	case *network.EventWebTransportCreated:
		r.tried = append(r.tried, Request{Method: "WEBTRANSPORT", URL: e.URL})
	case *target.EventAttachedToTarget:
		r.workers.appeared(e.TargetInfo)
	}
}

// Listen has hear told of every event of the page and of its workers, from now
// on. It is called in the loop that reads the browser's messages, one at a
// time: it must return at once and not call the browser.
func (tab *Tab) Listen(hear func(event any)) {
	tab.record.mu.Lock()
	defer tab.record.mu.Unlock()
	tab.record.hear = append(tab.record.hear, hear)
}

// all returns the complaints that no Allow expects.
func (r *record) all() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(r.complaints), func(complaint string) bool {
		return slices.ContainsFunc(r.allowed, func(part string) bool { return strings.Contains(complaint, part) })
	})
}

func exception(details *runtime.ExceptionDetails) string {
	text := details.Text
	if details.Exception != nil {
		text += " " + described(details.Exception)
	}
	return fmt.Sprintf("%s (%s:%d)", text, details.URL, details.LineNumber+1)
}

func arguments(args []*runtime.RemoteObject) string {
	var parts []string
	for _, arg := range args {
		parts = append(parts, described(arg))
	}
	return strings.Join(parts, " ")
}

func described(object *runtime.RemoteObject) string {
	var text string
	if json.Unmarshal(object.Value, &text) == nil {
		return text
	}
	if object.Description != "" {
		return object.Description
	}
	return string(object.Value)
}
