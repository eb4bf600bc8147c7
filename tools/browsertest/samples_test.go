package browsertest

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fortyeight/tools/internal/browser"
)

// A want is one line of a sample's .want file: a record, or a notice if it has a
// kind. The samples of package keyfile are read natively there.
type want struct {
	Kind, Key, ID, Device, Volume, Created, Format string

	Lines    []int
	Files    []string
	Pairing  string
	Repaired bool
}

// readSamples reads each chosen file in a program of its own, one after the
// other, and gives what was found as .want files say it.
const readSamples = `(async () => {
	const all = {};
	for (const { path, file } of chosen()) {
		const it = fresh();
		await read(it, [{ path, file }]);
		const { rows } = await it.files.call("rows", { query: "", from: 0, count: 200 });
		const { notices } = await it.files.call("notices", { from: 0, count: 200 });
		all[path] = [];
		for (const row of rows) {
			if (row.morePlaces > 0) throw new Error("not all places of a record are named");
			const { key } = await it.files.call("key", { index: row.index });
			all[path].push({
				key, id: row.keyId, device: row.device, volume: row.volume, created: row.created, format: row.format,
				lines: row.places.map((p) => p.line), files: row.places.map((p) => p.file), pairing: row.pairing, repaired: row.repaired,
			});
		}
		for (const n of notices) all[path].push({ kind: n.kind, id: n.keyId });
		it.files.close();
	}
	return JSON.stringify(all);
})()`

// TestSamples gives every sample of package keyfile to the program in its
// worker, through the browser's own files, slices and decoders, and wants what
// is found natively.
func TestSamples(t *testing.T) {
	root := filepath.FromSlash("../../keyformat/keyfile/testdata/samples")
	root, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	folders, err := os.ReadDir(root)
	if err != nil || len(folders) == 0 {
		t.Fatalf("there are no samples: %v", err)
	}
	count := 0
	for _, folder := range folders {
		t.Run(folder.Name(), func(t *testing.T) {
			var paths []string
			err := filepath.WalkDir(filepath.Join(root, folder.Name()), func(path string, entry fs.DirEntry, err error) error {
				if err == nil && !entry.IsDir() && !strings.HasSuffix(path, ".want") {
					paths = append(paths, path)
				}
				return err
			})
			if err != nil || len(paths) == 0 {
				t.Fatalf("there are no samples: %v", err)
			}
			count += len(paths)
			tab := openReader(t, paths...)
			var got map[string][]want
			if err := json.Unmarshal([]byte(browser.Eval[string](tab, readSamples)), &got); err != nil {
				t.Fatal(err)
			}
			for _, path := range paths {
				compareSample(t, folder.Name(), path, got[filepath.Base(path)])
			}
		})
	}
	const least = 60
	if count < least {
		t.Errorf("%d samples were read, want %d at least", count, least)
	}
}

// compareSample tells the differences without a digit of a key.
func compareSample(t *testing.T, folder, path string, got []want) {
	t.Helper()
	name := filepath.Base(path)
	data, err := os.ReadFile(path + ".want")
	if err != nil {
		t.Fatal(err)
	}
	var wants []want
	for decoder := json.NewDecoder(bytes.NewReader(data)); decoder.More(); {
		var w want
		if err := decoder.Decode(&w); err != nil {
			t.Fatalf("%s.want: %v", name, err)
		}
		for i := range w.Files { // a browser knows the name of a chosen file alone
			w.Files[i] = strings.TrimPrefix(w.Files[i], folder+"/")
		}
		wants = append(wants, w)
	}
	if len(got) != len(wants) {
		t.Errorf("%s: %d records and notices, want %d", name, len(got), len(wants))
		return
	}
	for i, w := range wants {
		g := got[i]
		if len(w.Files) == 0 { // it stands in the sample itself
			for _, file := range g.Files {
				if file != name {
					t.Errorf("%s: a place in %s", name, file)
				}
			}
			g.Files = nil
		}
		if g.Key != w.Key {
			t.Errorf("%s: another key than that of %s", name, w.ID)
		}
		g.Key, w.Key = "", ""
		if a, b := asJSON(g), asJSON(w); a != b {
			t.Errorf("%s:\n got %s\nwant %s", name, a, b)
		}
	}
}

func asJSON(w want) string {
	b, _ := json.Marshal(w)
	return string(b)
}
