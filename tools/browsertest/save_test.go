package browsertest

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"

	"fortyeight/keyformat"
	"fortyeight/keyformat/sheet"
	"fortyeight/tools/internal/browser"
)

// TestSavedFiles saves each kind of file and reads it back.
func TestSavedFiles(t *testing.T) {
	tab := openPrinting(t, fullOrder)
	folder := t.TempDir()
	context := chromedp.FromContext(tab.Ctx).BrowserContextID
	if _, err := chromedp.CallBrowser(tab.Ctx, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{
		Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, BrowserContextID: context, DownloadPath: folder,
	}); err != nil {
		t.Fatal(err)
	}
	click(tab, ".js-save summary")
	for button, name := range map[string]string{
		".js-save-text": "BitLocker Recovery Key " + sampleID + ".TXT", ".js-save-svg": "Recovery key QR 3FD763F9.svg", ".js-save-png": "Recovery key QR 3FD763F9.png",
	} {
		click(tab, button)
		data := arrives(t, filepath.Join(folder, name))
		switch button {
		case ".js-save-text":
			report := keyformat.CheckFile(name, string(data))
			if len(report.Found) != 1 || report.Found[0].Key.String() != sample || report.Found[0].ID.String() != sampleID || !strings.Contains(string(data), say("sheet.device")+": LAPTOP-7\r\n") {
				t.Error("the text file does not read back")
			}
		case ".js-save-svg":
			if string(data) != sheet.QR(keyformat.MustParseKey(sample)).SVG() {
				t.Error("the SVG is not the QR of the key")
			}
		case ".js-save-png":
			comparePNG(t, data, sheet.QR(keyformat.MustParseKey(sample)))
		}
	}
}

// arrives waits for a download: it has its name only once it is whole.
func arrives(t *testing.T, path string) []byte {
	t.Helper()
	for deadline := time.Now().Add(browser.Patience); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if data, err := os.ReadFile(path); err == nil && len(data) > 0 {
			return data
		}
	}
	t.Fatalf("%s was never saved", filepath.Base(path))
	return nil
}

func comparePNG(t *testing.T, data []byte, code sheet.Code) {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	side := picture.Bounds().Dx() / len(code)
	for y, row := range code {
		for x, dark := range row {
			if r, _, _, _ := picture.At(x*side+side/2, y*side+side/2).RGBA(); (r == 0) != dark {
				t.Fatalf("the PNG differs from the QR at %d, %d", x, y)
			}
		}
	}
}
