package engine_test

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"fortyeight/tools/internal/engine"
)

func TestMain(m *testing.M) { os.Exit(engine.Main(m)) }

// strict serves one page under a policy as strict as the site's: whatever a driver
// does must work there.
func strict(t *testing.T, html string) string {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'")
		fmt.Fprint(w, "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'><title>"+r.URL.Path+"</title>"+html)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func TestDriver(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a name.txt")
	if err := os.WriteFile(file, []byte("text"), 0o600); err != nil {
		t.Fatal(err)
	}
	engine.Each(t, func(t *testing.T, name engine.Name) {
		address := strict(t, `<input id=field><button id=press>Press</button><input type=file id=files multiple hidden>`)
		page := engine.Open(t, name)
		page.Go(address + "/one")
		for _, size := range [][2]int{{360, 640}, {1280, 800}} {
			page.Size(size[0], size[1])
			if got := engine.Eval[[2]int](page, `[innerWidth, innerHeight]`); got != size {
				t.Errorf("the page is %v, want %v", got, size)
			}
			picture, err := png.DecodeConfig(bytes.NewReader(page.Screenshot()))
			if err != nil || picture.Width != size[0] || picture.Height != size[1] {
				t.Errorf("the picture is %d × %d, want %v; %v", picture.Width, picture.Height, size, err)
			}
		}
		page.Do(`window.trusted = [], document.onkeydown = document.onclick = (event) => trusted.push(event.type + event.isTrusted)`)
		page.Click("#field")
		page.Type("47" + engine.Backspace + "8" + engine.Left + "1")
		page.Wait(`document.querySelector("#field").value === "418"`)
		page.Click("#press")
		page.Wait(`trusted.join() === "clicktrue,keydowntrue,keydowntrue,keydowntrue,keydowntrue,keydowntrue,keydowntrue,clicktrue"`)
		page.SetFiles("#files", file, file)
		if got := engine.Eval[string](page, `(async () => [...document.querySelector("#files").files].map(({ name }) => name).join() + await document.querySelector("#files").files[0].text())()`); got != "a name.txt,a name.txttext" {
			t.Errorf("chosen files: %s", got)
		}
		page.Do(`setTimeout(() => location.assign("/two"), 0)`)
		page.Wait(`document.title === "/two"`)
		pdf, err := page.PDF()
		if ok := bytes.HasPrefix(pdf, []byte("%PDF-")); !ok && !(name == engine.WebKit && errors.Is(err, engine.ErrCannot)) {
			t.Errorf("no PDF: %v", err)
		}
	})
}

// TestPagesShareNoStorage: what WebKit's pages share, another origin keeps apart.
func TestPagesShareNoStorage(t *testing.T) {
	engine.Each(t, func(t *testing.T, name engine.Name) {
		address := strict(t, "")
		for i := range 2 {
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				if name == engine.WebKit {
					address = strict(t, "")
				}
				page := engine.Open(t, name)
				page.Go(address + "/")
				if got := engine.Eval[string](page, `(() => { const before = localStorage.getItem("a") ?? ""; localStorage.setItem("a", "b"); return before; })()`); got != "" {
					t.Errorf("the second page finds %q of the first", got)
				}
			})
		}
	})
}
