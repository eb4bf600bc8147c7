package browsertest

import (
	"encoding/json"
	"fmt"
	"testing"

	"fortyeight/keyformat"
	"fortyeight/tools/internal/browser"
)

// pressed is a script that presses Print it, then the button that prints as soon
// as it may be pressed, and resolves with the milliseconds until the browser is
// asked for its dialog: those of the first time, when the program is loaded for
// it, and the median of so many more.
const pressed = `(async () => {
	const count = %d;
	const go = document.querySelector(".js-go");
	const once = () => new Promise((resolve) => {
		const began = performance.now();
		window.print = () => resolve(performance.now() - began);
		document.querySelector(%q).click();
		const look = () => {
			if (go.disabled || document.querySelectorAll(".js-paper .fe-sheet").length !== count) requestAnimationFrame(look);
			else go.click();
		};
		look();
	});
	const first = await once();
	const times = [];
	for (let i = 0; i < %d; i++) {
		printing.forget();
		times.push(await once());
	}
	return [first, times.sort((a, b) => a - b)[times.length >> 1]];
})()`

// BenchmarkPrint measures from pressing Print it to the browser's dialog, with
// one sheet and with 250.
func BenchmarkPrint(b *testing.B) {
	for _, count := range []int{1, 250} {
		b.Run(fmt.Sprintf("%d-sheets", count), func(b *testing.B) {
			orders := make([]map[string]string, count)
			for i := range orders {
				key := keyformat.KeyFromBytes([16]byte{byte(i), 1, 2, byte(i)})
				orders[i] = map[string]string{"key": key.String(), "keyId": sampleID, "device": fmt.Sprintf("PC-%03d", i)}
			}
			all, _ := json.Marshal(orders)
			tab := openFixture(b, string(all), "")
			button := "#print"
			if count > 1 {
				button = "#many"
			}
			times := browser.Eval[[]float64](tab, fmt.Sprintf(pressed, count, button, max(5, b.N)))
			b.ReportMetric(times[0], "ms/first")
			b.ReportMetric(times[1], "ms/median")
			b.ReportMetric(0, "ns/op")
		})
	}
}
