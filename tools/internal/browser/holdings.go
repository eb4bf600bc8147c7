package browser

import (
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/memory"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// Holdings is what a page and its frames keep alive.
type Holdings struct {
	Heap                        float64 // bytes of JavaScript's objects, of the page alone
	Documents, Nodes, Listeners int64   // of the page's process
	Workers                     int     // that run
}

// String lists them.
func (h Holdings) String() string {
	return fmt.Sprintf("%.0f bytes, %d documents, %d nodes, %d listeners, %d workers", h.Heap, h.Documents, h.Nodes, h.Listeners, h.Workers)
}

// Holds collects garbage and says what is left.
func (tab *Tab) Holds() (h Holdings) {
	tab.t.Helper()
	if _, err := chromedp.Call(tab.Ctx, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
		tab.fatal(err, "collecting garbage")
	}
	heap, err := chromedp.Call(tab.Ctx, runtime.GetHeapUsage, cdp.Empty{})
	if err != nil {
		tab.fatal(err, "measuring the heap")
	}
	counted, err := chromedp.Call(tab.Ctx, memory.GetDOMCounters, cdp.Empty{})
	if err != nil {
		tab.fatal(err, "counting nodes")
	}
	all, err := chromedp.CallBrowser(tab.Ctx, target.GetTargets, target.GetTargetsParams{Filter: target.Filter{{Type: "worker"}}})
	if err != nil {
		tab.fatal(err, "counting workers")
	}
	for _, one := range all.TargetInfos {
		if one.BrowserContextID == chromedp.FromContext(tab.Ctx).BrowserContextID {
			h.Workers++
		}
	}
	h.Heap, h.Documents, h.Nodes, h.Listeners = heap.UsedSize, counted.Documents, counted.Nodes, counted.JsEventListeners
	return h
}
