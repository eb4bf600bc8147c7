package leak

import (
	"encoding/json"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
)

// stored gives all that a page has stored, as [[what, text, use], …]. A cache may
// hold the site's own files: those are read, and are no use of it by themselves.
const stored = `(async () => {
	const all = [];
	const add = (what, text, use = true) => all.push([what, String(text), use]);
	const kept = async (what, read) => { try { await read(); } catch (error) { if (error.name !== "SecurityError") add(what, error); } };
	for (const name of ["localStorage", "sessionStorage"]) await kept(name, () => { for (const entry of Object.entries(self[name])) add(name, entry.join(" ")); });
	await kept("databases", async () => {
		for (const { name } of await indexedDB.databases()) {
			add("a database", name);
			const base = await new Promise((done, fail) => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); r.onerror = () => fail(r.error); });
			for (const store of base.objectStoreNames) {
				const asked = base.transaction(store).objectStore(store).getAll();
				add("a database", store + JSON.stringify(await new Promise((done, fail) => { asked.onsuccess = () => done(asked.result); asked.onerror = () => fail(asked.error); })));
			}
			base.close();
		}
	});
	if (self.caches) await kept("caches", async () => {
		for (const name of await caches.keys()) {
			add("a cache", name, false);
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const own = request.url.startsWith(location.origin + "/") && !request.url.includes("?");
				add("a cache", request.url + await (await cache.match(request)).text(), !own);
			}
		}
	});
	if (navigator.storage?.getDirectory) await kept("files", async () => {
		const walk = async (folder) => { for await (const [name, one] of folder) { add("a file", name + (one.kind === "file" ? await (await one.getFile()).text() : "")); if (one.kind !== "file") await walk(one); } };
		await walk(await navigator.storage.getDirectory());
	});
	await kept("cookies", () => document.cookie && add("a cookie", document.cookie));
	if (self.name && self === parent) add("the window's name", self.name);
	if (history.state !== null) add("the state of the history", JSON.stringify(history.state));
	add("the title", document.title, false);
	add("the address", location.href, false);
	return JSON.stringify(all);
})()`

// left returns what is stored in the end, by whatever frame.
func (w *Watch) left() (all []record) {
	w.t.Helper()
	tree, err := chromedp.Call(w.tab.Ctx, page.GetFrameTree, cdp.Empty{})
	if err != nil {
		w.t.Fatal(err)
	}
	frames := []*page.FrameTree{tree.FrameTree}
	for len(frames) > 0 {
		one := frames[0]
		frames = append(frames[1:], one.ChildFrames...)
		all = append(all, w.leftIn(one.Frame)...)
	}
	cookies, err := chromedp.Call(w.tab.Ctx, storage.GetCookies, storage.GetCookiesParams{})
	if err != nil {
		w.t.Fatal(err)
	}
	for _, cookie := range cookies.Cookies {
		all = append(all, record{Storage, "left: a cookie", cookie.Domain, []string{cookie.Name, cookie.Value}, true})
	}
	visited, err := chromedp.Call(w.tab.Ctx, page.GetNavigationHistory, cdp.Empty{})
	if err != nil {
		w.t.Fatal(err)
	}
	for _, entry := range visited.Entries {
		all = append(all, record{History, "left: an entry of the history", "", []string{entry.URL, entry.UserTypedURL, entry.Title}, false})
	}
	return all
}

// leftIn looks from a world of its own, so that nothing of the page, and not our script
// either, stands between.
func (w *Watch) leftIn(frame *cdp.Frame) (all []record) {
	w.t.Helper()
	world, err := chromedp.Call(w.tab.Ctx, page.CreateIsolatedWorld, page.CreateIsolatedWorldParams{FrameID: frame.ID})
	if err != nil {
		w.t.Fatal(err)
	}
	yes := true
	got, err := chromedp.Call(w.tab.Ctx, runtime.Evaluate, runtime.EvaluateParams{Expression: stored, ContextID: world.ExecutionContextID, AwaitPromise: &yes, ReturnByValue: &yes})
	if err != nil {
		w.t.Fatal(err)
	}
	if got.ExceptionDetails != nil {
		w.t.Fatal("what is stored cannot be read: " + got.ExceptionDetails.Text + " " + got.ExceptionDetails.Exception.Description)
	}
	var text string
	var entries [][3]any
	if err := json.Unmarshal(got.Result.Value, &text); err != nil {
		w.t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(text), &entries); err != nil {
		w.t.Fatal(err)
	}
	for _, entry := range entries {
		way := Storage
		if entry[0] == "the title" || entry[0] == "the address" || entry[0] == "the state of the history" {
			way = History
		}
		all = append(all, record{way, "left: " + entry[0].(string), frame.URL, []string{entry[1].(string)}, entry[2].(bool)})
	}
	return all
}
