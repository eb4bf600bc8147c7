package browsertest

import (
	"fmt"
	"testing"

	"fortyeight/tools/internal/browser"
)

// readStick makes the files of a USB stick in the page: mostly pictures and
// programs, notes and pages without a key, and a key file deep inside. It reads
// them as a folder, and gives the milliseconds until they are handed over, until
// the first key is found and until all is read, and then what was found and
// passed over.
const readStick = `(async (count) => {
	const kinds = ["jpg", "jpg", "mp4", "jpg", "dll", "jpg", "exe", "pdf.jpg", "dat", "txt"];
	const note = new File(["Nothing but words, line after line.\n".repeat(40)], "note");
	const files = [];
	for (let i = 0; i < count; i++) {
		files.push({ path: "E/folder " + (i %% 97) + "/" + i + "." + kinds[i %% kinds.length], file: note });
	}
	files[count >> 1] = { path: "E/old/deep/BitLocker Recovery Key.txt", file: new File([%q], "k.txt") };
	const it = fresh();
	it.files.start();
	await it.files.call("rows", { query: "", from: 0, count: 0 }); // it has arrived
	let first = 0;
	const began = performance.now();
	it.onprogress = ({ found }) => (first ||= found && performance.now() - began);
	const all = read(it, files, true);
	const handed = performance.now() - began;
	await all;
	const { files: taken, read: looked, skipped, found } = it.progress;
	return [handed, first, performance.now() - began, taken, looked, skipped.media, skipped.program, found];
})(%d)`

// TestAStick: of a folder of 5,000 files those are read that may hold keys, and
// the others are counted.
func TestAStick(t *testing.T) {
	tab := openReader(t)
	got := browser.Eval[[]float64](tab, fmt.Sprintf(readStick, keyFile(sampleID, sample), 5000))
	t.Logf("handed over, first key, all: %.0f ms", got[:3])
	if rest := fmt.Sprint(got[3:]); rest != "[5000 501 2999 1500 1]" {
		t.Errorf("taken, read, media, programs, found: %s, want [5000 501 2999 1500 1]", rest)
	}
}

// BenchmarkStick reads 100,000.
func BenchmarkStick(b *testing.B) {
	tab := openReader(b)
	got := browser.Eval[[]float64](tab, fmt.Sprintf(readStick, keyFile(sampleID, sample), 100_000))
	b.ReportMetric(got[0], "ms/handed-over")
	b.ReportMetric(got[1], "ms/first-key")
	b.ReportMetric(got[2], "ms/all")
	b.ReportMetric(0, "ns/op")
}
