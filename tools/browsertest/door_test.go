package browsertest

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"fortyeight/keyformat/keytest"
	"fortyeight/tools/internal/browser"
)

// resultOf reads what the check program answers, as JSON.
func resultOf(t *testing.T, answer string) keytest.Result {
	t.Helper()
	var out struct {
		State, Key string
		Groups     []struct{ State string }
		IDs        []string
		After      int
		Count      int
		Damaged    []struct{}
	}
	if err := json.Unmarshal([]byte(answer), &out); err != nil {
		t.Fatal(err)
	}
	got := keytest.Result{State: out.State, Key: out.Key, IDs: out.IDs, After: out.After, Keys: out.Count, Damaged: len(out.Damaged)}
	if len(out.IDs) == 0 {
		got.IDs = nil
	}
	for _, g := range out.Groups {
		got.Groups = append(got.Groups, g.State)
	}
	return got
}

// TestVectors gives the shared vectors to the program in its worker, as the
// page would. It runs in a page of text, which has no script of its own and so has
// not used up the policy's one right to start a worker.
func TestVectors(t *testing.T) {
	tab := browser.Page(t)
	tab.Open(site.URL + "/trust/")
	var wasm, worker string
	for _, f := range built.Site.Files {
		switch {
		case strings.HasPrefix(f.Path, "assets/check.") && strings.HasSuffix(f.Path, ".wasm"):
			wasm = "/" + f.Path
		case strings.HasPrefix(f.Path, "assets/worker."):
			worker = "/" + f.Path
		}
	}
	browser.Eval[any](tab, fmt.Sprintf(`(async () => {
		const policy = trustedTypes.createPolicy("fortyeight", { createScriptURL: (url) => url });
		const worker = new Worker(policy.createScriptURL(%q));
		const waiting = new Map();
		let number = 0;
		worker.onmessage = ({ data }) => waiting.get(data.n)?.(data.result ?? data);
		window.call = (name, args) => new Promise((resolve) => {
			waiting.set(++number, resolve);
			worker.postMessage({ n: number, name, args });
		});
		worker.postMessage({ module: await WebAssembly.compileStreaming(fetch(%q)) });
	})()`, worker, wasm))

	keytest.Run(t, func(t *testing.T, text string) keytest.Result {
		quoted, _ := json.Marshal(text)
		answer := browser.Eval[string](tab, fmt.Sprintf(`call("check", {text: %s, id: ""}).then(JSON.stringify)`, quoted))
		return resultOf(t, answer)
	})

	for reason, call := range map[string]string{
		"no such call":    `call("nothing", {})`,
		"a missing field": `call("check", {text: ""})`,
		"no object":       `call("check", 1)`,
	} {
		if usage := browser.Eval[string](tab, call+`.then((r) => r.usage ?? "")`); usage == "" {
			t.Errorf("%s: the program does not say how it is used", reason)
		}
	}
}
