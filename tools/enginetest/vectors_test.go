package enginetest

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"fortyeight/keyformat/keytest"
	"fortyeight/tools/internal/engine"
)

// TestVectors gives the shared vectors to the check program in its worker, in each
// engine, and calls that are wrong. It runs in a page of text, whose script has not used up the policy's one
// right to start a worker.
func TestVectors(t *testing.T) {
	var wasm, worker string
	for _, f := range built.Site.Files {
		switch {
		case strings.HasPrefix(f.Path, "assets/check.") && strings.HasSuffix(f.Path, ".wasm"):
			wasm = "/" + f.Path
		case strings.HasPrefix(f.Path, "assets/worker."):
			worker = "/" + f.Path
		}
	}
	engine.Each(t, func(t *testing.T, name engine.Name) {
		st := newStage(t, scenario{script: "none"})
		page := engine.Open(t, name)
		page.Go(st.server.URL + "/trust/")
		page.Do(fmt.Sprintf(`(async () => {
			const policy = globalThis.trustedTypes?.createPolicy("fortyeight", { createScriptURL: (url) => url });
			const worker = new Worker(policy ? policy.createScriptURL(%[1]q) : %[1]q);
			const waiting = new Map();
			let number = 0;
			worker.onmessage = ({ data }) => waiting.get(data.n)?.(data.result ?? data);
			window.call = (name, args) => new Promise((resolve) => {
				waiting.set(++number, resolve);
				worker.postMessage({ n: number, name, args });
			});
			worker.postMessage({ module: await WebAssembly.compileStreaming(fetch(%[2]q)) });
			window.loaded = true;
		})()`, worker, wasm))
		page.Wait(`window.loaded`)
		keytest.Run(t, func(t *testing.T, text string) keytest.Result {
			quoted, err := json.Marshal(text)
			if err != nil {
				t.Fatal(err)
			}
			return engine.Eval[keytest.Answer](page, fmt.Sprintf(`call("check", { text: %s, id: "" })`, quoted)).Result()
		})
		for reason, call := range map[string]string{
			"no such call":    `call("nothing", {})`,
			"a missing field": `call("check", { text: "" })`,
			"no object":       `call("check", 1)`,
		} {
			if usage := engine.Eval[string](page, call+`.then((r) => r.usage ?? "")`); usage == "" {
				t.Errorf("%s: the program does not say how it is used", reason)
			}
		}
	})
}
