package browsertest

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"testing"

	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/wasmbuild"
)

// TestAFileThatKills: a file that ends the program is given up and named, and
// everything else is found, before it and after it.
func TestAFileThatKills(t *testing.T) {
	program, err := wasmbuild.Compile(context.Background(), "./tools/browsertest/testdata/mortal")
	if err != nil {
		t.Fatal(err)
	}
	programs := maps.Clone(built.Programs)
	programs["files"] = program
	server, err := besides(programs, readerScript, readerParts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
	tab := openReaderOf(t, server)
	const otherKey = "461109-000000-000000-000000-000000-000000-000000-000011"
	browser.Eval[any](tab, fmt.Sprintf(`(async () => {
		const file = (path, text) => ({ path, file: new File([text], path) });
		window.it = fresh();
		await new Promise((resolve) => {
			it.ended = resolve;
			it.files.paste(%q);
		});
		await read(it, [file("stick/a.txt", %q), file("stick/b.txt", "panic"), file("stick/c.txt", %q), file("stick/d.txt", "memory")], true);
	})()`, "Key: "+otherKey, keyFile(sampleID, sample), keyFile(otherID, strings.Replace(sample, "590458", "590469", 1))))
	if said := browser.Eval[string](tab, `it.said.filter((word) => /txt/.test(word)).sort().join(" ")`); said != "stick/b.txt stick/d.txt" {
		t.Errorf("given up: %q", said)
	}
	got := browser.Eval[string](tab, `it.files.call("rows", { query: "", from: 0, count: 9 }).then(({ rows }) => rows.map((row) => row.places[0].file).sort().join(" "))`)
	if want := " stick/a.txt stick/c.txt"; got != want {
		t.Errorf("found in %q, want %q", got, want)
	}
	if progress := browser.Eval[string](tab, `JSON.stringify([it.progress.running, it.progress.files, it.progress.name])`); progress != `[false,3,""]` {
		t.Errorf("at the end, progress is %s", progress)
	}
}
