package browsertest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fortyeight/tools/internal/browser"
)

// The hostile files are read natively too, more of them and closer, in package
// keyfile. Here the browser hands them out.

const hostileKey = "Identifier:\n" + sampleID + "\nRecovery Key:\n" + sample + "\n"

func zipped(t *testing.T, fill func(w *zip.Writer)) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	fill(w)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func member(w *zip.Writer, name string, text io.Reader) {
	if f, err := w.Create(name); err == nil {
		io.Copy(f, text)
	}
}

// TestHostileFiles: each is answered with a notice or with the key in it, and
// none keeps the next from being read.
func TestHostileFiles(t *testing.T) {
	same := func(n int64) io.Reader { return io.LimitReader(letters{}, n) }
	bomb := zipped(t, func(w *zip.Writer) { member(w, "bomb.txt", same(100<<20)) })
	names := zipped(t, func(w *zip.Writer) {
		for i := range 101_000 {
			w.CreateHeader(&zip.FileHeader{Name: fmt.Sprint(i)})
		}
	})
	nested := zipped(t, func(w *zip.Writer) { member(w, "key.txt", strings.NewReader(hostileKey)) })
	for range 3 {
		inner := nested
		nested = zipped(t, func(w *zip.Writer) { member(w, "inner.zip", bytes.NewReader(inner)) })
	}
	wide := new(bytes.Buffer)
	for _, c := range hostileKey {
		wide.Write([]byte{byte(c), 0})
	}
	for _, test := range []struct {
		name, reason string
		data         []byte
		notice       string // or
		found        int
	}{
		{"bomb.zip", "100 MB of one letter in an archive", bomb, "archive-bomb", 0},
		{"names.zip", "an archive of 101,000 names", names, "too-many-names", 0},
		{"nested.zip", "archives in archives in archives", nested, "nested-too-deep", 0},
		{"nul.txt", "zeros among the text", []byte(strings.ReplaceAll(hostileKey, "\n", "\n\x00\x00\x00")), "", 1},
		{"odd.txt", "UTF-16 with a byte lost", append(wide.Bytes()[:41:41], wide.Bytes()[42:]...), "", 1},
		{"open.csv", "a quote that is never closed", []byte("Name,ID,Key\n\"PC," + sampleID + "," + sample + "\n" + strings.Repeat("x,y,z\n", 50)), "", 1},
		{"deep.json", "objects in objects, 100,000 deep", []byte(strings.Repeat(`{"a":`, 100_000) + `"` + sampleID + " " + sample + `"` + strings.Repeat("}", 100_000)), "", 1},
		{"strings.xlsx", "a workbook whose table of strings unpacks to 100 MB", zipped(t, func(w *zip.Writer) {
			member(w, "xl/workbook.xml", strings.NewReader(`<workbook><sheets><sheet name="A" sheetId="1" id="r1"/></sheets></workbook>`))
			member(w, "xl/_rels/workbook.xml.rels", strings.NewReader(`<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`))
			member(w, "xl/sharedStrings.xml", io.MultiReader(strings.NewReader("<sst><si><t>"), same(100<<20)))
			member(w, "xl/worksheets/sheet1.xml", strings.NewReader(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`))
		}), "archive-bomb", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), test.name)
			if err := os.WriteFile(name, test.data, 0o600); err != nil {
				t.Fatal(err)
			}
			tab := openReader(t, name)
			out := browser.Eval[string](tab, `(async () => {
				window.it = fresh();
				await read(it, [...chosen(), { path: "last.txt", file: new File(["Key: 000011-000000-000000-000000-000000-000000-000000-000000"], "last.txt") }]);
				const { counts } = await it.files.call("notices", { from: 0, count: 9 });
				return it.progress.found + " " + counts.map(({ kind }) => kind).join(" ");
			})()`)
			if want := fmt.Sprintf("%d %s", test.found+1, test.notice); out != want {
				t.Errorf("%s: found and noticed %q, want %q", test.reason, out, want)
			}
		})
	}
}

// letters gives one letter without an end.
type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// TestLargeFiles: a line of 500 MB with a key at each end is read in flat
// memory, and the reading of a file of 2 GB can be stopped.
func TestLargeFiles(t *testing.T) {
	sparse := filepath.Join(t.TempDir(), "large.txt")
	if err := os.WriteFile(sparse, []byte(hostileKey), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(sparse, 2<<30); err != nil {
		t.Skipf("this disk has no sparse files: %v", err)
	}
	tab := openReader(t, sparse)
	browser.Eval[any](tab, fmt.Sprintf(`(async () => {
		const piece = new Blob(["x,y z".repeat(200_000)]); // 1 MB
		const ends = [new Blob([%q + " "]), new Blob([" 000011-000000-000000-000000-000000-000000-000000-000000"])];
		window.it = fresh();
		await read(it, [{ path: "line.txt", file: new File([ends[0], ...Array(500).fill(piece), ends[1]], "line.txt") }]);
	})()`, sample))
	if found := browser.Eval[int](tab, `it.progress.found`); found != 2 {
		t.Errorf("%d keys in a line of 500 MB, want the two at its ends", found)
	}
	browser.Eval[any](tab, `(async () => {
		const before = it.progress.bytes;
		it.onprogress = ({ bytes, running }) => running && bytes > before + 50e6 && it.files.stop();
		await read(it, chosen());
	})()`)
	got := browser.Eval[string](tab, `JSON.stringify([it.progress.stopped, it.progress.running, it.progress.found, it.progress.bytes < 2e9])`)
	if want := "[true,false,2,true]"; got != want {
		t.Errorf("stopped in a file of 2 GB: stopped, running, found, less than all read: %s, want %s", got, want)
	}
	memory := tab.WorkerMemory()
	const bound = 64 << 20
	if total := float64(tab.WasmMemory()) + memory.Heap + memory.Buffers; total > bound {
		t.Errorf("after files of 500 MB and 2 GB the worker holds %.1f MB", total/1e6)
	}
}

// TestAFileThatChanges: a file that is changed, and one that is gone, between
// being chosen and being read are named, and the others are read.
func TestAFileThatChanges(t *testing.T) {
	folder := t.TempDir()
	var paths []string
	for _, name := range []string{"changed.txt", "gone.txt", "stays.txt"} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(hostileKey), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	tab := openReader(t, paths...)
	if err := os.WriteFile(paths[0], []byte(strings.Repeat(hostileKey, 3)), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(paths[1]); err != nil {
		t.Fatal(err)
	}
	got := browser.Eval[string](tab, `(async () => {
		window.it = fresh();
		await read(it, chosen());
		const { notices } = await it.files.call("notices", { from: 0, count: 9 });
		return JSON.stringify([it.progress.found, it.progress.read, it.progress.skipped, notices.map(({ kind, file }) => kind + " " + file)]);
	})()`)
	if want := `[1,1,{"unreadable":2},["unreadable changed.txt","unreadable gone.txt"]]`; got != want {
		t.Errorf("found, read, skipped, noticed: %s, want %s", got, want)
	}
}
