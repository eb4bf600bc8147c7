package enginetest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fortyeight/tools/internal/engine"
)

// TestOneFile uses the page in one file from a folder, as people keep it. Its policy lets it
// speak to nobody, so it cannot ask for hands and is driven from outside.
func TestOneFile(t *testing.T) {
	files := keyFiles(t)
	engine.Each(t, func(t *testing.T, name engine.Name) {
		t.Run("all of it", func(t *testing.T) { useFile(keep(t, name, ""), files) })
		t.Run("without DecompressionStream", func(t *testing.T) {
			p := keep(t, name, noUnpacking)
			p.shows(".js-program-text", p.word("onefile.old"))
			p.enterWrong()
			p.Wait(`document.querySelector(".js-program-retry").hidden`) // since it cannot help
		})
		t.Run("without Blob.stream", func(t *testing.T) {
			p := keep(t, name, `delete Blob.prototype.stream`)
			p.enterWrong()
			p.takeRepair()
		})
	})
}

// keep writes the file to a folder, with a script before all others, and opens it.
func keep(t *testing.T, name engine.Name, without string) driven {
	t.Helper()
	data, ok := built.Site.Find("fortyeight.html")
	if !ok {
		t.Fatal("there is no fortyeight.html")
	}
	if without != "" { // in front of the policy, which stands in the head
		data = bytes.Replace(data, []byte("<head>"), []byte("<head><script>"+without+"</script>"), 1)
	}
	path := filepath.Join(t.TempDir(), "fortyeight.html")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	p := use(t, name)
	p.Size(360, 640)
	p.Go("file://" + path)
	return p
}

// useFile goes the whole way: a wrong digit and its repair, key files, a sheet, the typing view, Forget.
func useFile(p driven, files string) {
	p.enterWrong()
	p.verdict("key-wrong")
	p.takeRepair()

	p.enter("#id", sampleID)
	for _, next := range []struct{ name, read string }{{"key.txt", "Read, "}, {"keys.xlsx", "2 of 2 "}, {"stick.zip", "3 of 3 "}} {
		p.SetFiles("#file", filepath.Join(files, next.name))
		p.Wait(fmt.Sprintf(`document.querySelector(".js-bar").hidden && document.querySelector(".js-read").textContent.startsWith(%q)`, next.read))
		p.shows(".js-files-answer .js-title", p.word("match.one.title"))
	}
	p.verdict("key-matches") // the file has told whose the key is

	p.press(".js-print-it")
	p.Wait(`document.querySelector(".js-paper .fe-sheet [data-path=qr]")?.getAttribute("d")`)
	for _, part := range append(strings.Split(sample, "-"), sampleID) {
		p.Wait(fmt.Sprintf(`document.querySelector(".js-paper").textContent.includes(%q)`, part))
	}
	p.press(".js-print .js-stage-close")
	p.Wait(`document.querySelector(".js-print").hidden`)

	p.press(".js-type")
	p.shows(".js-now", sample[:6])
	p.Type(engine.Right)
	p.shows(".js-now", sample[7:13])
	p.press(".js-typing .js-stage-close")
	p.Wait(`document.querySelector(".js-typing").hidden`)

	p.press(".js-forget")
	p.verdict("key-none")
	p.Wait(`document.querySelector("#key").value + document.querySelector("#id").value === ""`)
}
