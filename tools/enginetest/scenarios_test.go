package enginetest

import (
	"os"
	"testing"
	"time"

	"fortyeight/tools/internal/engine"
	"fortyeight/tools/internal/webserver"
)

// A scenario is one thing that somebody does.
type scenario struct {
	name    string
	path    string // where it begins
	script  string // in the folder scenarios, without .js
	without string // JavaScript that takes something away before all other scripts
	host    string // HTML of another site's page, in which it begins then; {site} is the site's address
	served  []webserver.Option
	allowed []string // complaints of the page that contain one of these are expected
}

const (
	bare     = `<iframe src="{site}/embed/#key-id=3FD763F9&theme=dark&accent=c2410c"></iframe>`
	boxed    = `<iframe sandbox="allow-scripts" src="{site}/embed/#key-id=3FD763F9&theme=dark&accent=c2410c"></iframe>`
	elements = `<script type="module" src="{site}/embed/v1/fortyeight.js"></script>` +
		`<script src="{site}/.stage/before.js"></script><script type="module" src="{site}/.stage/element.js"></script>` +
		`<form><fortyeight-check id="check" name="key" return="key" required></fortyeight-check></form>`

	// noStorage denies every store as browsers do whose owner forbids them.
	noStorage = `for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
		if (name in globalThis) Object.defineProperty(globalThis, name, { get() { throw new DOMException("denied", "SecurityError"); } });
	}
	if (globalThis.ServiceWorkerContainer) ServiceWorkerContainer.prototype.register = async () => { throw new DOMException("denied", "SecurityError"); }`
	noCamera    = `delete globalThis.Navigator?.prototype.mediaDevices`
	noWakeLock  = `delete globalThis.Navigator?.prototype.wakeLock`
	refusedLock = `if (globalThis.Navigator) Object.defineProperty(Navigator.prototype, "wakeLock", { value: { request: async () => { throw new DOMException("no", "NotAllowedError"); } } })`
	noFolders   = `delete globalThis.HTMLInputElement?.prototype.webkitdirectory`
	noUnpacking = `delete globalThis.DecompressionStream`
	noStreaming = `delete WebAssembly.compileStreaming; delete WebAssembly.instantiateStreaming`
	noWasm      = `delete globalThis.WebAssembly`
	noVisible   = `delete globalThis.IntersectionObserverEntry?.prototype.isVisible`
	noReading   = `if (globalThis.FileReaderSync) FileReaderSync.prototype.readAsArrayBuffer = () => { throw new DOMException("no", "NotReadableError"); }`
	noVoices    = `delete globalThis.speechSynthesis; delete globalThis.SpeechSynthesisUtterance`
)

var scenarios = []scenario{
	{name: "typed with keys, repaired, matched", path: "/", script: "check"},
	{name: "inserted and pasted", path: "/", script: "paste"},
	{name: "key files: text, workbook, archive", path: "/", script: "files"},
	{name: "a sheet", path: "/", script: "sheet"},
	{name: "typing view by keys", path: "/", script: "typing"},
	{name: "Forget", path: "/", script: "forget"},
	{name: "in German", path: "/de/", script: "german"},
	{name: "where is my key", path: "/find/", script: "find"},
	{name: "trust", path: "/trust/", script: "trust"},
	{name: "fits every screen", path: "/", script: "fits"},

	{name: "bare frame", script: "frame", host: bare},
	{name: "frame in a sandbox", script: "frame", host: boxed},
	{name: "element in a strict portal", script: "element", host: elements},
	{name: "element without IntersectionObserver 2", script: "element", host: elements, without: noVisible},
	{name: "frame without storage", script: "frame", host: bare, without: noStorage},

	{name: "without storage", path: "/", script: "check", without: noStorage},
	{name: "trust without storage", path: "/trust/", script: "denied", without: noStorage},
	{name: "without a camera", path: "/", script: "camera", without: noCamera},
	{name: "without WebAssembly's streaming", path: "/", script: "paste", without: noStreaming},
	{name: "host that does not compress", path: "/", script: "paste", served: []webserver.Option{webserver.Uncompressed}},
	{name: "the same without DecompressionStream", path: "/", script: "paste", without: noUnpacking, served: []webserver.Option{webserver.Uncompressed}},
	{name: "host that knows no WebAssembly", path: "/", script: "paste", served: []webserver.Option{webserver.WrongTypes}},
	{name: "without a wake lock", path: "/", script: "typing", without: noWakeLock},
	{name: "with a wake lock refused", path: "/", script: "typing", without: refusedLock},
	{name: "without voices", path: "/", script: "typing", without: noVoices},
	{name: "without folders to choose", path: "/", script: "files", without: noFolders},
	{name: "without workers that can read", path: "/", script: "files", without: noReading},
	{name: "without WebAssembly", path: "/", script: "without", without: noWasm},
}

// longest is how long a scenario may go without an answer. It bounds no speed.
const longest = 150 * time.Second

func TestScenarios(t *testing.T) {
	files := keyFiles(t)
	engine.Each(t, func(t *testing.T, name engine.Name) {
		for _, s := range scenarios {
			t.Run(s.name, func(t *testing.T) { play(t, name, s, files) })
		}
	})
}

// play runs one scenario in one engine.
func play(t *testing.T, name engine.Name, s scenario, files string) {
	st := newStage(t, s)
	address := st.server.URL + s.path
	if s.host != "" {
		address = newHost(t, st).URL + "/"
	}
	page := engine.Open(t, name)
	page.Size(360, 640)
	page.Go(address)
	close(st.begin)
	late := time.After(longest)
	for {
		select {
		case got := <-st.reports:
			if got.Problem != "" {
				t.Errorf("in %s, %q: %s", name, s.name, got.Problem)
				page.ScreenshotTo(os.Getenv("FORTYEIGHT_PICTURES"), "failed-"+s.script)
				return
			}
			if got.Checks == 0 {
				t.Fatalf("in %s, %q looked at nothing", name, s.name)
			}
			return
		case a := <-st.asks:
			lend(page, a, files)
			close(a.done)
		case <-late:
			t.Errorf("in %s, %q has not reported after %s", name, s.name, longest)
			page.ScreenshotTo(os.Getenv("FORTYEIGHT_PICTURES"), "failed-"+s.script)
			return
		}
	}
}
