package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/serviceworker"
	"github.com/chromedp/chromedp"

	whole "fortyeight/site"
	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/webserver"
)

// A release is a version of the site and a host that has it. The host compresses
// nothing, which spares the test the work.
type release struct {
	*whole.Output
	host *webserver.Server
}

var (
	old = sync.OnceValue(func() release { return release{built.Site, webserver.New(built.Site, webserver.Uncompressed)} })
	// newer has another check program: one that bears a name which does nothing.
	newer = sync.OnceValues(func() (release, error) {
		const section = "\x00\x06\x05newer"
		output, err := built.With(context.Background(), "check", append(slices.Clone(built.Programs["check"]), section...))
		if err != nil {
			return release{}, err
		}
		return release{output, webserver.New(output, webserver.Uncompressed)}, nil
	})
)

// releases returns the old version and the newer one, before a test opens its tab,
// whose time is measured.
func releases(t *testing.T) (before, after release) {
	t.Helper()
	after, err := newer()
	if err != nil {
		t.Fatal(err)
	}
	return old(), after
}

// scriptOf is the script of the Check page in a version.
func scriptOf(t *testing.T, output *whole.Output) string {
	t.Helper()
	for _, f := range output.Files {
		if strings.HasPrefix(f.Path, "assets/check.en.") {
			return "/" + f.Path
		}
	}
	t.Fatal("there is no script of the Check page")
	return ""
}

// loaded is the expression that the Check page is that of a version.
func loaded(t *testing.T, output *whole.Output) string {
	return fmt.Sprintf(`[...document.scripts].some((script) => script.getAttribute("src") === %q)`, scriptOf(t, output))
}

// onlyHas waits until the store holds the files of a version and no others.
func onlyHas(tab *browser.Tab, output *whole.Output) {
	var sums []string
	for _, file := range keptFiles(output) {
		sums = append(sums, file[0])
	}
	list, _ := json.Marshal(sums) // of texts: no error
	tab.Wait(`(() => {
		window.stored ??= { keys: [] };
		caches.open("fortyeight").then((kept) => kept.keys()).then((keys) => (window.stored.keys = keys.map((key) => new URL(key.url).pathname.slice(1))));
		const wanted = ` + string(list) + `;
		return wanted.every((sum) => stored.keys.includes(sum)) && stored.keys.length < wanted.length + 10;
	})()`)
}

// TestNewerVersionIsOffered is about one tab. The newer version waits while a key
// stands there, and is taken by a press.
func TestNewerVersionIsOffered(t *testing.T) {
	before, after := releases(t)
	host := newLine(t, before.host)
	tab := visit(t, host, "/")
	host.has(after.host)
	tab.Open(host.URL + "/")
	tab.Wait(`document.querySelector(".js-offline-use") !== null`)
	if !browser.Eval[bool](tab, loaded(t, before.Output)) {
		t.Error("the newer version is there unasked")
	}
	enter(tab, "#key", sample)
	verdict(tab, "key-well-formed") // the old one works as it did
	click(tab, ".js-offline-use")
	tab.Wait(shows(".js-offline span", say("offline.held")))
	if value(tab, "#key") != sample {
		t.Fatal("the key is gone")
	}
	click(tab, ".js-forget")
	tab.Wait(`document.querySelector("#key").value === ""`)
	click(tab, ".js-offline-use")
	tab.Wait(loaded(t, after.Output))
	works(tab)
	enter(tab, "#key", sample)
	verdict(tab, "key-well-formed")
	onlyHas(tab, after.Output)
	kits := 0
	for _, r := range tab.Sent() {
		if strings.Contains(r.URL, "/assets/kit.") && strings.HasSuffix(r.URL, ".gz") {
			kits++
		}
	}
	if kits != 1 {
		t.Errorf("the kit, which is the same in both versions, came %d times", kits)
	}
}

// TestAnotherTabIsNotHurt presses in one tab while another, of the old version, holds a key.
func TestAnotherTabIsNotHurt(t *testing.T) {
	before, after := releases(t)
	host := newLine(t, before.host)
	first := visit(t, host, "/")
	enter(first, "#key", sample)
	verdict(first, "key-well-formed")
	host.has(after.host)
	second := first.Beside()
	second.SaveData(false)
	second.Open(host.URL + "/trust/")
	second.Wait(`document.querySelector(".js-offline-use") !== null`)
	click(second, ".js-offline-use")
	second.Wait(shows(".js-offline span", say("offline.others")))
	if value(first, "#key") != sample || !browser.Eval[bool](first, loaded(t, before.Output)) {
		t.Error("the tab with the key has changed")
	}
	first.Open("about:blank")
	// The browser tells of a closed tab when it likes: press again after each refusal.
	second.Wait(fmt.Sprintf(`(() => {
		const text = document.querySelector(".js-offline span");
		if (text?.textContent !== %q) return !text;
		text.textContent = "…";
		document.querySelector(".js-offline-use").click();
		return false;
	})()`, say("offline.others")))
	second.Open(host.URL + "/")
	second.Wait(loaded(t, after.Output))
}

// TestNewerVersionComesByItself leaves all tabs of the old version and presses nothing.
func TestNewerVersionComesByItself(t *testing.T) {
	before, after := releases(t)
	host := newLine(t, before.host)
	tab := visit(t, host, "/")
	host.has(after.host)
	tab.Open(host.URL + "/trust/")
	tab.Wait(`document.querySelector(".js-offline-use") !== null`)
	changedOver := whenChangedOver(t, tab)
	tab.Open("about:blank")
	changedOver()
	tab.Open(host.URL + "/")
	tab.Wait(loaded(t, after.Output))
	works(tab)
	onlyHas(tab, after.Output)
}

// whenChangedOver returns a function that waits until the service worker that waits now
// is the one in use. When that is, once no tab is left, is for the browser to say; whoever
// looks in meanwhile is one more tab of the old version.
func whenChangedOver(t *testing.T, tab *browser.Tab) func() {
	t.Helper()
	waiting, used := map[string]bool{}, make(chan struct{})
	tab.Listen(func(event any) {
		updated, ok := event.(*serviceworker.EventWorkerVersionUpdated)
		if !ok {
			return
		}
		for _, version := range updated.Versions {
			switch {
			case version.Status == serviceworker.VersionStatusInstalled:
				waiting[version.VersionID] = true
			case version.Status == serviceworker.VersionStatusActivated && waiting[version.VersionID]:
				delete(waiting, version.VersionID)
				close(used)
			}
		}
	})
	if _, err := chromedp.Call(tab.Ctx, serviceworker.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	return func() {
		t.Helper()
		select {
		case <-used:
		case <-tab.Ctx.Done():
			t.Fatal("the newer version still waits, though every tab has left")
		}
	}
}

// TestLostAndGone loses a file of a version that the host no longer has: the
// service worker of that version gives up, and the next page is the host's.
func TestLostAndGone(t *testing.T) {
	before, after := releases(t)
	host := newLine(t, before.host)
	tab := visit(t, host, "/trust/")
	damage(t, tab, strings.TrimPrefix(scriptOf(t, before.Output), "/"), "lost")
	if _, err := chromedp.Call(tab.Ctx, network.ClearBrowserCache, cdp.Empty{}); err != nil {
		t.Fatal(err) // the browser's own copy would heal it
	}
	host.has(after.host)
	tab.Allow("404")
	tab.Open(host.URL + "/")
	for !browser.Eval[bool](tab, loaded(t, after.Output)) {
		tab.Open(host.URL + "/")
	}
	works(tab)
	enter(tab, "#key", sample)
	verdict(tab, "key-well-formed")
}

// TestNewPageWithOldServiceWorker loads a page past the service worker, as
// Shift and Reload do.
func TestNewPageWithOldServiceWorker(t *testing.T) {
	before, after := releases(t)
	host := newLine(t, before.host)
	tab := visit(t, host, "/")
	host.has(after.host)
	if _, err := chromedp.Call(tab.Ctx, page.Reload, page.ReloadParams{IgnoreCache: new(true)}); err != nil {
		t.Fatal(err)
	}
	tab.Wait(loaded(t, after.Output))
	enter(tab, "#key", sample)
	verdict(tab, "key-well-formed")
	tab.Wait(shows(".js-offline span", say("offline.newer"))) // and no promise
}
