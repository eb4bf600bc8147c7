package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"fortyeight/tools/internal/browser"
)

// The benchmarks measure in the page, from the input event until the DOM has
// changed, and report the median in milliseconds:
//
//	go test ./tools/browsertest -run XXX -bench .

// timed is a script that puts text into the field so often, and resolves with
// the median of the milliseconds until the element's subtree has changed.
const timed = `(async () => {
	const field = document.querySelector("#key");
	const target = document.querySelector(%q);
	const texts = %s;
	const once = (text) => new Promise((resolve) => {
		const watch = new MutationObserver(() => {
			if (!(%s)) return;
			watch.disconnect();
			resolve(performance.now() - began);
		});
		watch.observe(target, { subtree: true, childList: true, attributes: true, characterData: true });
		field.value = text;
		const began = performance.now();
		field.dispatchEvent(new InputEvent("input", { bubbles: true }));
	});
	const times = [];
	for (let i = 0; i < %d; i++) {
		times.push(await once(texts[i %% texts.length]));
		// The page finishes what it does after it has shown the state.
		await new Promise((resolve) => setTimeout(resolve, 0));
	}
	return times.sort((a, b) => a - b)[times.length >> 1];
})()`

func measure(b *testing.B, tab *browser.Tab, target, shown string, texts ...string) {
	list := `["` + strings.Join(texts, `","`) + `"]`
	rounds := max(100, b.N)
	b.ReportMetric(browser.Eval[float64](tab, fmt.Sprintf(timed, target, list, shown, rounds)), "ms/median")
	b.ReportMetric(0, "ns/op")
}

func openPage(b *testing.B) *browser.Tab {
	tab := browser.Page(b)
	tab.Size(360, 640)
	tab.Open(site.URL + "/")
	enter(tab, "#key", "0")
	waitStates(tab, "unfinished")
	return tab
}

// BenchmarkKeystroke types the last digit of a half-typed key, and takes it
// back.
func BenchmarkKeystroke(b *testing.B) {
	measure(b, openPage(b), ".fe-groups", "true", sample[:25], sample[:24])
}

// BenchmarkCleanKey pastes the last digit of a key.
func BenchmarkCleanKey(b *testing.B) {
	measure(b, openPage(b), ".fe-groups", "true", sample, sample[:54])
}

// BenchmarkRepair puts a slip into a key, another each time, until the
// candidates are shown.
func BenchmarkRepair(b *testing.B) {
	measure(b, openPage(b), ".js-repair", `document.querySelectorAll(".fe-repair__take").length > 0`,
		strings.Replace(sample, "590458", "590468", 1), strings.Replace(sample, "302313", "302413", 1))
}
