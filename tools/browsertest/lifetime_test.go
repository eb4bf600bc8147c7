package browsertest

import (
	"fmt"
	"testing"
	"time"

	"fortyeight/tools/internal/browser"
)

// TestAddingAndRemoving: a thousand elements that came and went leave no frame, no worker,
// no listener and no memory, beside what the first hundred leave. One in fifty
// stays until its frame has answered.
func TestAddingAndRemoving(t *testing.T) {
	tab, _ := openPortal(t, `<fortyeight-check id="first"></fortyeight-check>`)
	heard(tab, "ready", "true")
	theFrame(tab, 0).enter("#key", sample)
	heard(tab, "change", `detail.state === "valid"`)
	if h := tab.Holds(); h.Workers != 1 {
		t.Fatalf("with one element there are %s, want one worker", h)
	}
	browser.Eval[any](tab, `document.querySelector("#first").remove()`)
	round := func(count int) browser.Holdings {
		browser.Eval[any](tab, fmt.Sprintf(`(async () => {
			for (let i = 0; i < %d; i++) {
				const one = document.createElement("fortyeight-check");
				one.keyId = "3FD763F9";
				const ready = new Promise((done) => one.addEventListener("fortyeight:ready", done, { once: true }));
				document.body.append(one);
				if (i %% 50 === 0) await ready;
				one.remove();
				if (one.shadowRoot.childNodes.length > 0) throw new Error("an element that is gone keeps its frame");
			}
			heard.length = messages.length = 0;
			if (frames.length > 0) throw new Error("there are frames left");
		})()`, count))
		return tab.Holds()
	}
	before := round(100)
	// Frames go when they like: the warm-up is over once their workers are gone.
	for before.Workers > 0 && tab.Ctx.Err() == nil {
		before = tab.Holds()
	}
	after := round(1000)
	const each = 200 // bytes an element may leave behind, far below what one takes
	deadline := time.Now().Add(browser.Patience / 2)
	for !(after.Workers == 0 && after.Listeners <= before.Listeners && after.Documents <= before.Documents && after.Nodes <= before.Nodes && after.Heap < before.Heap+1000*each) {
		if time.Now().After(deadline) {
			t.Fatalf("a hundred elements leave %s, a thousand more %s", before, after)
		}
		after = tab.Holds()
	}
	t.Logf("a hundred elements leave %s, a thousand more %s", before, after)
}
