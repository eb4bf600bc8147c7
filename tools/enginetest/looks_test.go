package enginetest

import (
	"fmt"
	"net/http/httptest"
	"os"
	"testing"

	"fortyeight/tools/internal/engine"
	"fortyeight/tools/internal/webserver"
)

// looks are the views of which pictures are taken, and what leads to each.
var looks = []struct {
	name, path string
	set        func(p driven)
}{
	{"wrong", "/", func(p driven) {
		p.enterWrong()
		p.Wait(`document.querySelector(".fe-repair__take")`)
	}},
	{"match", "/", match},
	{"type", "/", func(p driven) {
		match(p)
		p.press(".js-type")
		p.shows(".js-now", sample[:6])
	}},
	{"print", "/", func(p driven) {
		match(p)
		p.press(".js-print-it")
		p.Wait(`document.querySelector(".js-paper .fe-sheet [data-path=qr]")?.getAttribute("d")`)
	}},
	{"find", "/find/", func(p driven) { p.Wait(`document.querySelector(".js-question")?.getClientRects().length`) }},
	{"guide", "/guide/typing/", func(p driven) { p.Wait(`document.querySelector("h1")`) }},
}

func match(p driven) {
	p.enter("#id", sampleID)
	p.enter("#key", sampleID+"\n"+sample)
	p.verdict("key-matches")
}

// dark shows a page as where people want it dark: no engine's driver can say so to all three.
const dark = `(() => {
	document.documentElement.style.colorScheme = "dark";
	for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) {
		if (rule.media?.mediaText.includes("prefers-color-scheme: dark")) rule.media.mediaText = "all";
	}
})()`

// TestLooks holds that no view is wider than the screen, and takes pictures of them for whoever asks,
// narrow and wide, light and dark.
func TestLooks(t *testing.T) {
	pictures := os.Getenv("FORTYEIGHT_PICTURES")
	server := httptest.NewServer(webserver.New(built.Site, webserver.Uncompressed))
	t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	engine.Each(t, func(t *testing.T, name engine.Name) {
		for _, look := range looks {
			t.Run(look.name, func(t *testing.T) {
				p := use(t, name)
				p.Size(360, 900)
				p.Go(server.URL + look.path)
				look.set(p)
				for _, scheme := range []string{"light", "dark"} {
					if scheme == "dark" && pictures == "" {
						break // it is as wide as the light one
					}
					if scheme == "dark" {
						p.Do(dark)
					}
					for _, size := range [][2]int{{360, 900}, {1280, 900}} {
						p.Size(size[0], size[1])
						p.Wait(`document.documentElement.scrollWidth <= innerWidth`)
						p.ScreenshotTo(pictures, fmt.Sprintf("%s-%d-%s", look.name, size[0], scheme))
					}
				}
			})
		}
	})
}
