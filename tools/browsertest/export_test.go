package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/export"
)

// The benchmarks read the large export of tools/internal/export in the browser:
//
//	go test ./tools/browsertest -run XXX -bench Export

// exported writes the export to the disk.
func exported(t testing.TB, padding int) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "export.csv")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := export.Write(file, export.Rows, padding); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}

// race reads the chosen file so often, in turn, by a page of plain JavaScript and
// by the program, from its bytes until every key can be found by its ID. It
// gives the milliseconds of both.
const race = `(async () => {
	const row = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[^\n]*?(\d{6}(?:-\d{6}){7})/gi;
	const plain = async (file) => {
		const text = new TextDecoder().decode(await file.arrayBuffer());
		const found = new Map();
		for (const [, id, key] of text.matchAll(row)) {
			if (key.split("-").every((group) => group %% 11 === 0 && group < 720896)) found.set(id, key);
		}
		return found.size;
	};
	const program = async (it, chosen) => {
		await new Promise((resolve) => {
			it.ended = resolve;
			it.onprogress = ({ running }) => running || resolve();
			it.files.take(chosen, false);
		});
		return it.progress.found;
	};
	const rounds = %d;
	const [one] = chosen();
	const times = { plain: [], program: [] };
	for (let i = 0; i < rounds; i++) {
		let began = performance.now();
		const a = await plain(one.file);
		times.plain.push(performance.now() - began);

		const it = fresh();
		it.files.start();
		await it.files.call("rows", { query: "", from: 0, count: 0 }); // it has arrived
		began = performance.now();
		const b = await program(it, [one]);
		times.program.push(performance.now() - began);
		it.files.close();
		if (a !== %d || b !== %[2]d) throw new Error("found " + a + " and " + b);
	}
	const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
	return [median(times.plain), median(times.program), ...times.plain, ...times.program];
})()`

func BenchmarkExport(b *testing.B)       { benchmarkExport(b, 0, 7) }
func BenchmarkExportPadded(b *testing.B) { benchmarkExport(b, export.Padding, 3) }

func benchmarkExport(b *testing.B, padding, rounds int) {
	tab := openReader(b, exported(b, padding))
	times := browser.Eval[[]float64](tab, fmt.Sprintf(race, max(rounds, b.N), export.Rows))
	b.Logf("%.0f", times)
	b.ReportMetric(times[0], "ms/javascript")
	b.ReportMetric(times[1], "ms/program")
	b.ReportMetric(times[1]/times[0], "ratio")
	b.ReportMetric(0, "ns/op")
}

// TestMemory reads the export, and once more with its records padded to ten
// times its size, and wants the same memory for both: that of the program, which
// never shrinks, and the most that the worker around it holds.
func TestMemory(t *testing.T) {
	const (
		same  = 1.25     // how much more the larger file may take: a collection sooner or later
		bound = 96 << 20 // a phone's browser gives a page some hundred MB
	)
	var totals []float64
	for _, padding := range []int{0, export.Padding} {
		tab := openReader(t, exported(t, padding))
		browser.Eval[any](tab, `void (window.it = fresh(), read(it, chosen()).then(() => it.over = true))`)
		var peak browser.Memory
		for over := false; !over; {
			now := tab.WorkerMemory()
			peak = browser.Memory{Heap: max(peak.Heap, now.Heap), Buffers: max(peak.Buffers, now.Buffers)}
			over = browser.Eval[bool](tab, `it.over === true`)
		}
		if found := browser.Eval[int](tab, `it.progress.found`); found != export.Rows {
			t.Errorf("%d records, want %d", found, export.Rows)
		}
		wasm := tab.WasmMemory()
		t.Logf("%d bytes of padding: wasm %.1f MB, heap %.1f MB, buffers %.1f MB", padding, float64(wasm)/1e6, peak.Heap/1e6, peak.Buffers/1e6)
		totals = append(totals, float64(wasm)+peak.Heap+peak.Buffers)
	}
	if totals[1] > same*totals[0] || totals[1] > bound {
		t.Errorf("%.1f MB for the export, and %.1f MB for one ten times as large with the same records", totals[0]/1e6, totals[1]/1e6)
	}
}

// asked reads the chosen file and then asks the program what a page asks, as
// often as there are questions. It gives the median and the longest of the
// milliseconds until the answer is there.
const asked = `(async () => {
	const it = fresh();
	await read(it, chosen());
	const times = [];
	for (const [name, args] of %s) {
		const began = performance.now();
		const answer = await it.files.call(name, args);
		times.push(performance.now() - began);
		if (answer.usage) throw new Error(answer.usage);
	}
	const sorted = [...times].sort((a, b) => a - b);
	return [sorted[times.length >> 1], sorted[times.length - 1], ...times];
})()`

func benchmarkAsked(b *testing.B, questions string) {
	tab := openReader(b, exported(b, 0))
	times := browser.Eval[[]float64](tab, fmt.Sprintf(asked, questions))
	b.Logf("%.0f", times)
	b.ReportMetric(times[0], "ms/median")
	b.ReportMetric(times[1], "ms/longest")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkExportSearch types three words, a letter at a time: each is a search
// among the 100,000 records.
func BenchmarkExportSearch(b *testing.B) {
	benchmarkAsked(b, `["laptop-a7", "desktop 2021-05", "zzz"].flatMap((text) =>
		[...text].map((_, i) => ["rows", { query: text.slice(0, i + 1), from: 0, count: 50 }]))`)
}

// BenchmarkExportRows scrolls to places far from each other.
func BenchmarkExportRows(b *testing.B) {
	benchmarkAsked(b, `Array.from({ length: 50 }, (_, i) => ["rows", { query: "", from: (i * 7919) % 99950, count: 50 }])`)
}

// BenchmarkExportMatch looks for IDs that nothing has, the longest way: the
// nearest is looked for as well.
func BenchmarkExportMatch(b *testing.B) {
	benchmarkAsked(b, `Array.from({ length: 20 }, (_, i) => ["match", { id: (0xABC00000 + i * 7919).toString(16) }])`)
}
