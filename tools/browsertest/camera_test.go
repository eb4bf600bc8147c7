package browsertest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/skip2/go-qrcode"

	"fortyeight/tools/internal/browser"
)

// video writes a video of a code on white paper: two pictures in the format
// Y4M, which a browser's false camera shows over and over.
func video(t *testing.T, text string) string {
	t.Helper()
	const width, height, scale = 640, 480, 8
	code, err := qrcode.New(text, qrcode.Highest)
	if err != nil {
		t.Fatal(err)
	}
	rows := code.Bitmap()
	left, top := (width-scale*len(rows))/2, (height-scale*len(rows))/2
	bright := bytes.Repeat([]byte{220}, width*height)
	for y, row := range rows {
		for x, dark := range row {
			if !dark {
				continue
			}
			for line := range scale {
				at := (top+scale*y+line)*width + left + scale*x
				copy(bright[at:at+scale], bytes.Repeat([]byte{30}, scale))
			}
		}
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n", width, height)
	for range 2 {
		b.WriteString("FRAME\n")
		b.Write(bright)
		b.Write(bytes.Repeat([]byte{128}, width*height/2)) // no colour
	}
	name := filepath.Join(t.TempDir(), "paper.y4m")
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// spyCamera keeps the tracks that the page was given, and counts its requests.
const spyCamera = `
	window.asked = 0;
	window.tracks = [];
	const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
	navigator.mediaDevices.getUserMedia = async (wish) => {
		window.asked++;
		const stream = await real(wish);
		window.tracks.push(...stream.getTracks());
		return stream;
	};`

func openCamera(t *testing.T, text string) *browser.Tab {
	t.Helper()
	tab := browser.PageWithCamera(t, video(t, text))
	tab.Size(360, 640)
	if _, err := chromedp.Call(tab.Ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: spyCamera}); err != nil {
		t.Fatal(err)
	}
	tab.Open(site.URL + "/")
	return tab
}

func stopped(tab *browser.Tab) bool {
	return browser.Eval[bool](tab, `tracks.length > 0 && tracks.every((track) => track.readyState === "ended")`)
}

// TestCamera holds a sheet's code before the camera.
func TestCamera(t *testing.T) {
	digits := strings.ReplaceAll(sample, "-", "")
	t.Run("fills the field", func(t *testing.T) {
		tab := openCamera(t, digits)
		if browser.Eval[int](tab, `asked`) != 0 {
			t.Error("the camera is asked for before anybody pressed")
		}
		click(tab, ".js-camera-open")
		verdict(tab, "key-well-formed")
		if value(tab, "#key") != sample {
			t.Error("the field holds something else than the key")
		}
		if !stopped(tab) || browser.Eval[bool](tab, `document.querySelector(".js-camera").open`) {
			t.Error("the camera runs on after the key was read")
		}
	})
	t.Run("proves a sheet", func(t *testing.T) {
		tab := openCamera(t, digits)
		enter(tab, "#key", sample)
		verdict(tab, "key-well-formed")
		click(tab, ".js-compare")
		tab.Wait(`document.querySelector(".js-drill")?.open === true`)
		click(tab, ".js-drill-camera")
		tab.Wait(shows(".js-drill-answer", say("sheet.print.drill.same")))
		if !stopped(tab) {
			t.Error("the camera runs on after the drill")
		}
	})
	t.Run("another code, and Cancel", func(t *testing.T) {
		tab := openCamera(t, "https://example.org/help")
		click(tab, ".js-camera-open")
		tab.Wait(shows(".js-camera-said", say("camera.other-code")))
		click(tab, ".js-camera-stop")
		if browser.Eval[bool](tab, `document.querySelector(".js-camera").open`) || !stopped(tab) || value(tab, "#key") != "" {
			t.Error("Cancel leaves the dialog open, the camera on, or something in the field")
		}
	})
	// The browser tells of an end later: here, when the dialog is open again.
	for name, leave := range map[string]string{
		"Cancel": `document.querySelector(".js-camera-stop").click()`,
		"Escape": `document.querySelector(".js-camera").close()`,
	} {
		t.Run("a camera that is allowed too late stops at once, after "+name, func(t *testing.T) {
			tab := openCamera(t, digits)
			browser.Eval[any](tab, `(() => {
			const given = navigator.mediaDevices.getUserMedia;
			const allowed = new Promise((resolve) => (window.allow = resolve));
			navigator.mediaDevices.getUserMedia = async (wish) => {
				const first = window.asked === 0;
				const stream = await given(wish);
				if (first) await allowed;
				return stream;
			};
		})()`)
			click(tab, ".js-camera-open")
			tab.Wait(`tracks.length === 1`)
			browser.Eval[any](tab, leave+`; document.querySelector(".js-camera-open").click()`)
			tab.Wait(`tracks.length === 2`)
			browser.Eval[any](tab, `allow()`)
			verdict(tab, "key-well-formed")
			tab.Wait(`tracks.every((track) => track.readyState === "ended")`)
		})
	}
	t.Run("leaving for another tab stops it", func(t *testing.T) {
		tab := openCamera(t, "https://example.org/help")
		click(tab, ".js-camera-open")
		tab.Wait(shows(".js-camera-said", say("camera.other-code")))
		browser.Eval[any](tab, `(() => {
			Object.defineProperty(document, "hidden", { get: () => true });
			document.dispatchEvent(new Event("visibilitychange"));
		})()`)
		tab.Wait(`!document.querySelector(".js-camera").open`)
		if !stopped(tab) {
			t.Error("the camera runs on while nobody sees the page")
		}
	})
}

// TestWithoutCamera: each reason has its sentence, and a photo of the sheet
// does as well.
func TestWithoutCamera(t *testing.T) {
	for name, sentence := range map[string]string{
		"NotAllowedError":  "camera.denied",
		"NotFoundError":    "camera.no-camera",
		"NotReadableError": "camera.in-use",
	} {
		tab := openWith(t, site.URL, `navigator.mediaDevices.getUserMedia = async () => { throw new DOMException("", "`+name+`"); };`)
		click(tab, ".js-camera-open")
		tab.Wait(shows(".js-camera-said", say(sentence)))
		if name != "NotFoundError" {
			continue
		}
		chooseFor(t, tab, "#picture", "nothing.png", []byte("no picture"))
		tab.Wait(shows(".js-camera-said", say("camera.no-picture")))
		picture, err := qrcode.Encode(strings.ReplaceAll(sample, "-", ""), qrcode.Highest, 600)
		if err != nil {
			t.Fatal(err)
		}
		chooseFor(t, tab, "#picture", "sheet.png", picture)
		verdict(tab, "key-well-formed")
	}
}
