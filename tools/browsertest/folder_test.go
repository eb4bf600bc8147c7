package browsertest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"fortyeight/tools/internal/browser"
)

// stick makes a folder as a USB stick has it: a key file deep in it, a table
// beside programs and pictures.
func stick(t *testing.T) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), "STICK")
	for name, text := range map[string]string{
		"Documents/old PC/BitLocker Recovery Key " + sampleID + ".TXT": keyFile(sampleID, sample),
		"Documents/keys.csv":   "Device,Key ID,Key\nPC-2," + otherID + "," + otherKey + "\n",
		"Documents/letter.txt": "Dear all,\n",
		"Photos/IMG_1.jpg":     "\xFF\xD8\xFF\xE0 a picture",
		"Photos/IMG_2.jpg":     "\xFF\xD8\xFF\xE0 a picture",
		"setup.exe":            "MZ\x90\x00 a program",
		"empty.txt":            "",
	} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// wantStick waits until all of the stick has been read, and says what it has.
func wantStick(t *testing.T, tab *browser.Tab) {
	t.Helper()
	finished(tab)
	answered(tab, "match.found-several.title", "count", "2")
	tab.Wait(settled)
	places := browser.Eval[string](tab, `[...document.querySelectorAll(".js-rows .js-place")].map((place) => place.textContent).join("\n")`)
	for _, want := range []string{"STICK/Documents/old PC/BitLocker Recovery Key " + sampleID + ".TXT", "STICK/Documents/keys.csv"} {
		if !strings.Contains(places, want) {
			t.Errorf("no key of %s: %s", want, places)
		}
	}
	got := browser.Eval[string](tab, `[...document.querySelectorAll(".js-reasons li")].map((line) => line.textContent).sort().join("\n")`)
	want := strings.Join([]string{
		fillIn(say("skipped.empty"), "count", "1"),
		fillIn(say("skipped.program"), "count", "1"),
		fillIn(say("skipped.media"), "count", "2"),
	}, "\n")
	for line := range strings.Lines(want) {
		if !strings.Contains(got, strings.TrimSpace(line)) {
			t.Errorf("not said: %s said is: %s", line, got)
		}
	}
}

func TestFolder(t *testing.T) {
	tab := open(t, site)
	tab.Do(chromedp.SetUploadFiles(chromedp.CSS("#folder"), []string{stick(t)}))
	wantStick(t, tab)
}

// TestDrop drops a folder and a file onto the page, as a hand does.
func TestDrop(t *testing.T) {
	tab := open(t, site)
	tab.Wait(`document.querySelector(".js-folder").hidden === false`)
	drag := func(kind input.DispatchDragEventType, files ...string) {
		tab.Do(func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
			_, err := cdp.Call(ctx, target, input.DispatchDragEvent, input.DispatchDragEventParams{
				Type: kind, X: 100, Y: 100, Data: &input.DragData{Items: []*input.DragDataItem{}, Files: files, DragOperationsMask: 1},
			})
			return chromedp.Void{}, err
		})
	}
	folder := stick(t)
	drag(input.DispatchDragEventTypeDragEnter, folder)
	drag(input.DispatchDragEventTypeDragOver, folder)
	tab.Wait(`!document.querySelector(".js-drop").hidden`)
	drag(input.DispatchDragEventTypeDrop, folder)
	tab.Wait(`document.querySelector(".js-drop").hidden`)
	wantStick(t, tab)
	if path := browser.Eval[string](tab, `location.pathname`); path != "/" {
		t.Errorf("the browser went to %s", path)
	}

	// Into the text field as well.
	click(tab, ".js-files-remove")
	single := filepath.Join(folder, "Documents", "keys.csv")
	drag(input.DispatchDragEventTypeDragEnter, single)
	drag(input.DispatchDragEventTypeDragOver, single)
	tab.Wait(`!document.querySelector(".js-drop").hidden`) // only then does the browser know that it may be dropped
	drag(input.DispatchDragEventTypeDrop, single)
	answered(tab, "match.found-one.title")
	if value(tab, "#key") != "" {
		t.Error("the name or the text of a file came into the field")
	}
}

// tree makes a drop of a folder that no disk has: so many files, in folders
// that stand in one another, some of which cannot be opened.
const tree = `((files, depth, broken) => {
	const { port1, port2 } = new MessageChannel(); // timers would wait longer and longer
	const tasks = [];
	port1.onmessage = () => tasks.shift()();
	const later = (task) => (tasks.push(task), port2.postMessage(0));
	const file = (path, text) => ({ isFile: true, isDirectory: false, fullPath: path, file: (good, bad) => later(() => text === null ? bad(new Error()) : good(new File([text], path.split("/").pop()))) });
	const level = (n, path) => ({ isFile: false, isDirectory: true, fullPath: path, createReader: () => {
		let given = 0;
		return { readEntries: (good) => later(() => {
			const some = [];
			for (; given < files / depth && some.length < 100; given++) some.push(file(path + "/" + given + ".txt", given < broken ? null : "nothing"));
			if (given === files / depth) {
				some.push(n === depth ? file(path + "/key.txt", %q) : level(n + 1, path + "/deeper"));
				given++;
			}
			good(some);
		}) };
	} });
	const event = new Event("drop", { bubbles: true, cancelable: true });
	event.dataTransfer = { types: ["Files"], files: [], items: [{ kind: "file", webkitGetAsEntry: () => level(1, "/stick") }] };
	document.body.dispatchEvent(event);
})`

// TestDeepTree: no depth of folders and no number of files overflows, and what
// cannot be opened is said.
func TestDeepTree(t *testing.T) {
	tab := open(t, site)
	browser.Eval[any](tab, fmt.Sprintf(tree, keyFile(sampleID, sample))+`(3000, 1000, 1)`)
	answered(tab, "match.found-one.title")
	tab.Wait(shows(".js-trouble", fillIn(say("files.lost"), "count", "1,000")))
	finished(tab)
	if got := browser.Eval[string](tab, `document.querySelector(".js-answer-rows .js-place").textContent`); !strings.HasPrefix(got, "stick/deeper/deeper/") {
		t.Errorf("the key stands in %.60s…", got)
	}
}

// TestStopListing: Stop ends the listing of a folder, and Forget as well.
func TestStopListing(t *testing.T) {
	for _, button := range []string{".js-stop", ".js-forget"} {
		tab := open(t, site)
		enter(tab, "#id", sampleID) // so that there is something to forget
		browser.Eval[any](tab, fmt.Sprintf(tree, keyFile(sampleID, sample))+`(1e9, 1, 0)`)
		tab.Wait(`document.querySelector(".js-read").textContent.includes("200")`)
		click(tab, button)
		tab.Wait(`document.querySelector(".js-progress").hidden`)
	}
}

// TestPaste: files and tables that are pasted are read, and a text of one key
// goes where it was pasted.
func TestPaste(t *testing.T) {
	table := "Device name\tKey ID\tRecovery key\tDrive\nPC-1\t" + sampleID[:8] + "\t" + sample + "\tOSV\nPC-2\t" + otherID[:8] + "\t" + otherKey + "\tFDV\n"
	paste := func(tab *browser.Tab, target, fill string) bool {
		return browser.Eval[bool](tab, fmt.Sprintf(`(() => {
			const clipboardData = new DataTransfer();
			%s;
			return document.querySelector(%q).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
		})()`, fill, target))
	}
	text := func(text string) string { return fmt.Sprintf(`clipboardData.setData("text/plain", %q)`, text) }

	t.Run("a table beside the fields", func(t *testing.T) {
		tab := open(t, site)
		if paste(tab, "body", text(table)) {
			t.Error("the browser pastes it as well")
		}
		answered(tab, "match.found-several.title", "count", "2")
		enter(tab, "#id", sampleID)
		answered(tab, "match.one.title")
		if got := browser.Eval[string](tab, `document.querySelector(".js-answer-rows .js-place").textContent`); !strings.HasPrefix(got, say("files.pasted")) {
			t.Errorf("the key stands in %q", got)
		}
		digitless(t, tab)
	})
	t.Run("a long text in the field", func(t *testing.T) {
		tab := open(t, site)
		if paste(tab, "#key", text(strings.Repeat("a line\n", 1000)+table)) {
			t.Error("the browser pastes it as well")
		}
		answered(tab, "match.found-several.title", "count", "2")
	})
	t.Run("a key in the field", func(t *testing.T) {
		tab := open(t, site)
		if !paste(tab, "#key", text(sample)) {
			t.Error("the browser does not paste it")
		}
	})
	t.Run("a file", func(t *testing.T) {
		tab := open(t, site)
		paste(tab, "#key", fmt.Sprintf(`clipboardData.items.add(new File([%q], "k.txt"))`, keyFile(sampleID, sample)))
		answered(tab, "match.found-one.title")
	})
}
