package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/skip2/go-qrcode"

	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/webserver"
)

// faults makes what the page asks for next fail in the way that the variable
// fault names: "load" for a program that does not arrive, "compile" for one that
// is none, "start" for workers that end before they have begun, "die" for those
// that end over a call. No camera is there, so that pictures are asked for.
const faults = `
	window.fault = "";
	window.ready = 0; // workers that have begun
	const arrive = window.fetch;
	window.fetch = async (address, options) => {
		if (fault === "load" && String(address).includes(".wasm")) throw new TypeError("made for the test");
		return arrive(address, options);
	};
	for (const name of ["compile", "compileStreaming"]) {
		const real = WebAssembly[name];
		WebAssembly[name] = async (source) => {
			if (fault === "compile") throw new WebAssembly.CompileError("made for the test");
			return real(source);
		};
	}
	const Real = Worker;
	window.Worker = class extends Real {
		constructor(...args) {
			super(...args);
			this.addEventListener("message", ({ data }) => data.ready && ready++);
		}
		postMessage(message, ...more) {
			const ends = fault === "start" ? message.module : fault === "die" ? message.name : false;
			if (ends) setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data: { died: true } })));
			else super.postMessage(message, ...more);
		}
	};
	navigator.mediaDevices.getUserMedia = async () => { throw new DOMException("", "NotFoundError"); };
`

// A part of the page lives on a program. It is asked for something while that
// fails, says so, and does what was asked once nothing fails.
type part struct {
	ask   func(t *testing.T, tab *browser.Tab)
	says  map[string]string // words by fault, "" for all others
	where string            // what says it
	again func(t *testing.T, tab *browser.Tab, fault string)
	done  func(tab *browser.Tab)
}

var keepParts = map[string]part{
	"check": {
		ask:   func(_ *testing.T, tab *browser.Tab) { enter(tab, "#key", sampleID+"\n"+sample) },
		says:  map[string]string{"": "program.failed", "start": "program.broken", "die": "program.broken"},
		where: ".js-program-text",
		again: func(_ *testing.T, tab *browser.Tab, fault string) {
			if fault == "die" { // the text is not asked about again until it changes
				press(tab, "#key", kb.End+"\r")
			} else {
				click(tab, ".js-program-retry")
			}
		},
		done: func(tab *browser.Tab) { verdict(tab, "key-matches") },
	},
	"files": {
		ask:   func(t *testing.T, tab *browser.Tab) { choose(t, tab, "k.txt", []byte(keyFile(sampleID, sample))) },
		says:  map[string]string{"": "program.files-failed", "start": "program.files-broken", "die": "program.files-broken"},
		where: ".js-trouble",
		again: func(_ *testing.T, tab *browser.Tab, _ string) { click(tab, ".js-again") },
		done:  func(tab *browser.Tab) { answered(tab, "match.one.title") },
	},
	"sheet": {
		ask: func(_ *testing.T, tab *browser.Tab) {
			click(tab, ".js-print-it")
			tab.Wait(`!document.querySelector(".js-print").hidden`)
			enter(tab, `[data-field="device"]`, "PC 7")
		},
		says:  map[string]string{"": "sheet.print.failed"},
		where: ".js-print-note",
		again: func(_ *testing.T, tab *browser.Tab, _ string) {
			click(tab, ".js-print .js-stage-close") // as the sentence says
			click(tab, ".js-print-it")
		},
		done: func(tab *browser.Tab) {
			tab.Wait(`!document.querySelector(".js-go").disabled && document.querySelector(".js-paper").textContent.includes("PC 7")`)
		},
	},
	"scanner": {
		ask: func(_ *testing.T, tab *browser.Tab) {
			click(tab, ".js-type")
			click(tab, ".js-scan")
		},
		says:  map[string]string{"": "typing.scan-failed"},
		where: ".js-scan-note",
		again: func(_ *testing.T, tab *browser.Tab, _ string) {
			tab.Do(chromedp.KeyEvent(kb.Escape))
			click(tab, ".js-scan")
		},
		done: func(tab *browser.Tab) { tab.Wait(`document.querySelector(".js-field path")`) },
	},
	"camera": {
		ask: func(t *testing.T, tab *browser.Tab) {
			click(tab, ".js-camera-open")
			tab.Wait(shows(".js-camera-said", say("camera.no-camera")))
			showPaper(t, tab)
		},
		says:  map[string]string{"": "camera.no-program"},
		where: ".js-camera-said",
		again: func(t *testing.T, tab *browser.Tab, _ string) { showPaper(t, tab) },
		done:  func(tab *browser.Tab) { tab.Wait(`!document.querySelector(".js-camera").open`) },
	},
}

// showPaper gives the camera's dialog a picture of a sheet.
func showPaper(t *testing.T, tab *browser.Tab) {
	t.Helper()
	picture, err := qrcode.Encode(strings.ReplaceAll(sample, "-", ""), qrcode.Highest, 600)
	if err != nil {
		t.Fatal(err)
	}
	chooseFor(t, tab, "#picture", "sheet.png", picture)
}

// TestItKeepsWorking: whatever happens to a program, what it was wanted for says
// so in a sentence, nothing that was entered is lost, and the next try works.
func TestItKeepsWorking(t *testing.T) {
	for name, part := range keepParts {
		for _, fault := range []string{"load", "compile", "start", "die"} {
			t.Run(name+" "+fault, func(t *testing.T) {
				script := faults
				if name == "check" && fault != "die" { // its program comes with the page
					script = strings.Replace(faults, `fault = ""`, `fault = `+quoted(fault), 1)
				}
				tab := openWith(t, site.URL, script)
				fail := func(fault string) { browser.Eval[any](tab, `void (window.fault = `+quoted(fault)+`)`) }
				enter(tab, "#id", sampleID)
				if script == faults {
					tab.Wait(`ready > 0`)
				}
				if name != "check" {
					enter(tab, "#key", sampleID+"\n"+sample)
					verdict(tab, "key-matches")
				}
				fail(fault)
				part.ask(t, tab)
				sentence, own := part.says[fault]
				if !own {
					sentence = part.says[""]
				}
				where := part.where
				if name == "check" && fault == "die" {
					where = ".js-verdict .js-title"
				}
				tab.Wait(shows(where, say(sentence)) + ` && document.querySelector(` + quoted(where) + `).checkVisibility()`)
				fail("")
				part.again(t, tab, fault)
				part.done(tab)
				if value(tab, "#id") != sampleID || !strings.Contains(value(tab, "#key"), sample) {
					t.Error("what was entered is lost")
				}
			})
		}
	}
}

// TestPartArrivesLate: the same of the parts of the page that come when they are
// first wanted.
func TestPartArrivesLate(t *testing.T) {
	for chunk, test := range map[string]struct{ button, opens string }{
		"/assets/sheet.*.js":  {".js-print-it", ".js-print"},
		"/assets/camera.*.js": {".js-camera-open", ".js-camera"},
	} {
		t.Run(chunk, func(t *testing.T) {
			host := webserver.New(built.Site)
			host.Fail(chunk, webserver.Unavailable, 1)
			server := serve(host)
			t.Cleanup(server.Close)
			tab := openWith(t, server.URL, faults)
			tab.Allow("503", chunk)
			enter(tab, "#key", sample)
			verdict(tab, "key-well-formed")
			click(tab, test.button)
			tab.Wait(shows(".js-copy-note", say("program.part-failed")))
			click(tab, test.button)
			tab.Wait(`document.querySelector(` + quoted(test.opens) + `).checkVisibility()`)
			if value(tab, "#key") != sample {
				t.Error("what was entered is lost")
			}
		})
	}
}
