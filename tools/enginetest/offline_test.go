package enginetest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"sync/atomic"
	"testing"

	"fortyeight/tools/internal/engine"
	"fortyeight/tools/internal/webserver"
)

// TestOffline visits the site once and takes its server away. The service worker knows every
// byte of the pages, so that no scenario can be put into them: they are driven from outside.
func TestOffline(t *testing.T) {
	files := keyFiles(t)
	engine.Each(t, func(t *testing.T, name engine.Name) {
		t.Run("after one visit", func(t *testing.T) {
			var gone atomic.Bool
			site := webserver.New(built.Site, webserver.Uncompressed) // which is less work
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if gone.Load() {
					panic(http.ErrAbortHandler)
				}
				site.ServeHTTP(w, r)
			}))
			t.Cleanup(func() { server.CloseClientConnections(); server.Close() })

			p := use(t, name)
			p.Size(360, 640)
			p.Go(server.URL + "/")
			p.shows(".js-offline", p.word("offline.works"))
			gone.Store(true)

			p.Go(server.URL + "/")
			p.enterWrong()
			p.takeRepair()
			p.enter("#id", sampleID)
			p.SetFiles("#file", filepath.Join(files, "key.txt"))
			p.shows(".js-files-answer .js-title", p.word("match.one.title"))
			p.verdict("key-matches")
			p.Go(server.URL + "/hashes.txt")
			for _, lang := range []string{"en", "de", "es"} {
				p.Wait(fmt.Sprintf(`document.body.textContent.includes(%q)`, words(t, lang)("offline.absent")))
			}
			p.Go(server.URL + "/licences.txt")
			p.Wait(`document.body.textContent.includes("hackpadfs")`)
			for _, path := range []string{"/guide/", "/guide/typing/", "/de/"} {
				p.Go(server.URL + path)
				p.Wait(`document.querySelector("h1") && document.styleSheets.length > 0`)
			}
			p.shows(".js-offline", words(t, "de")("offline.works"))
		})
	})
}
