package browser

import (
	"encoding/json"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/chromedp"
)

// HeapStrings returns every text that the page's JavaScript can still reach, and
// the names of all else on its heap. The browser collects garbage first. What a test
// evaluates stands there too: a test that looks for a text must not write it into
// an expression.
func (tab *Tab) HeapStrings() []string {
	tab.t.Helper()
	var mu sync.Mutex
	var snapshot strings.Builder
	over := false
	tab.Listen(func(event any) {
		mu.Lock()
		defer mu.Unlock()
		if chunk, ok := event.(*heapprofiler.EventAddHeapSnapshotChunk); ok && !over {
			snapshot.WriteString(chunk.Chunk)
		}
	})
	if _, err := chromedp.Call(tab.Ctx, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
		tab.fatal(err, "collecting garbage")
	}
	if _, err := chromedp.Call(tab.Ctx, heapprofiler.TakeHeapSnapshot, heapprofiler.TakeHeapSnapshotParams{}); err != nil {
		tab.fatal(err, "taking a snapshot of the heap")
	}
	mu.Lock()
	defer mu.Unlock()
	over = true
	var heap struct{ Strings []string }
	if err := json.Unmarshal([]byte(snapshot.String()), &heap); err != nil {
		tab.fatal(err, "reading a snapshot of the heap")
	}
	return heap.Strings
}

// Accessible returns the names and values that a screen reader is told of.
func (tab *Tab) Accessible() []string {
	tab.t.Helper()
	tree, err := chromedp.Call(tab.Ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		tab.fatal(err, "reading what is accessible")
	}
	var all []string
	for _, node := range tree.Nodes {
		for _, value := range []*accessibility.Value{node.Name, node.Value, node.Description} {
			if value != nil {
				all = append(all, string(value.Value))
			}
		}
	}
	return all
}
