package browser

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A Memory is what the workers of a page hold, in bytes.
type Memory struct {
	Heap    float64 // objects of JavaScript
	Buffers float64 // what array buffers hold
}

// WorkerMemory measures the workers that are running. A busy worker is measured
// when it has finished what it does.
func (tab *Tab) WorkerMemory() (sum Memory) {
	for _, worker := range tab.listening() {
		usage, err := chromedp.Call(worker, runtime.GetHeapUsage, cdp.Empty{})
		if err != nil {
			continue // it has ended
		}
		sum.Heap += usage.UsedSize
		sum.Buffers += usage.BackingStorageSize
	}
	return sum
}

// WasmMemory returns how many bytes the memories of the programs have that run
// in the page's workers. Such a memory never shrinks, so this is also the most
// that they had.
func (tab *Tab) WasmMemory() (sum int) {
	tab.t.Helper()
	for _, worker := range tab.listening() {
		prototype, err := chromedp.Call(worker, runtime.Evaluate, runtime.EvaluateParams{Expression: "WebAssembly.Memory.prototype"})
		if err != nil {
			continue // it has ended
		}
		all, err := chromedp.Call(worker, runtime.QueryObjects, runtime.QueryObjectsParams{PrototypeObjectID: prototype.Result.ObjectID})
		if err != nil {
			tab.fatal(err)
		}
		size, err := chromedp.Call(worker, runtime.CallFunctionOn, runtime.CallFunctionOnParams{
			ObjectID:            all.Objects.ObjectID,
			FunctionDeclaration: "function() { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }",
		})
		if err != nil {
			tab.fatal(err)
		}
		n := 0
		if err := json.Unmarshal(size.Result.Value, &n); err != nil {
			tab.fatal(err)
		}
		sum += n
	}
	return sum
}

// listening returns the sessions of the workers that are listened to.
func (tab *Tab) listening() []context.Context {
	w := &tab.record.workers
	w.wait()
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.heard)
}
