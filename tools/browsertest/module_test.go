package browsertest

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"fortyeight/keyformat/keytest"
	whole "fortyeight/site"
	"fortyeight/tools/internal/browser"
)

// scenario uses every call of the module, and returns what came of it as JSON. It
// is the same in a browser and in Node.
const scenario = `async ({ load, FortyeightError }, sample, id, other) => {
	const reasonOf = (promise) => promise.then(() => "none", (error) => (error instanceof FortyeightError ? error.reason : String(error)));
	const f = await load();
	const typed = sample.replace("590458", "59O458");
	const said = [];
	said.push((await f.check(sample)).state, (await f.check(sample.slice(0, 20))).state);
	said.push((await f.read(typed)).candidates[0].key === sample);
	said.push((await f.matchId(id + "\n" + sample, id.slice(0, 8))).match, (await f.matchId(id + "\n" + sample, other)).match, (await f.matchId(sample, other)).match);
	const sheet = await f.sheet(sample, { id, device: "PC" });
	said.push(sheet.groups.join("-") === sample, sheet.qr.svg.includes("<svg"), sheet.bars.length > 0, sheet.device);
	said.push(await reasonOf(f.sheet("1-2-3")), await reasonOf(f.scan([{ data: new Uint8Array(1) }])));
	let progress = 0;
	const file = { name: "BitLocker Recovery Key.TXT", data: new TextEncoder().encode("Identifier:\n\n\t" + id + "\n\nRecovery Key:\n\n\t" + sample + "\n") };
	const found = await f.scan([file], { onProgress: () => progress++ });
	said.push(found.keys.length, found.keys[0].key === sample, found.keys[0].keyId === id, progress > 0);
	const stop = new AbortController();
	const stopped = f.scan([file], { signal: stop.signal });
	stop.abort(new Error("enough"));
	said.push(await reasonOf(stopped));
	const open = f.scan([file]);
	f.close();
	said.push(await reasonOf(open), await reasonOf(f.check(sample)));
	return JSON.stringify(said);
}`

const scenarioWant = `["valid","unfinished",true,"beginning","other","unknown",true,true,true,"PC","usage","usage",1,true,true,true,"Error: enough","closed","closed"]`

// moduleFolder writes the folder for hosting the module oneself, as a build does.
func moduleFolder(t *testing.T) string {
	t.Helper()
	folder, count := t.TempDir(), 0
	for _, f := range built.Site.Files {
		if name, ok := strings.CutPrefix(f.Path, "embed/v1/module/"); ok {
			count++
			if err := os.WriteFile(filepath.Join(folder, name), f.Data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	if count == 0 {
		t.Fatal("the build has no module")
	}
	return folder
}

func TestModuleInBrowser(t *testing.T) {
	tab := browser.Page(t)
	tab.Open(site.URL + "/trust/")
	if names := browser.Eval[string](tab, `import("/embed/v1/module/check.js").then((all) => Object.keys(all).sort().join(" "))`); names != "FortyeightError load" {
		t.Errorf("the module exports %s", names)
	}
	types, ok := built.Site.Find("embed/v1/module/check.d.ts")
	for _, name := range whole.Contract("module") {
		if !ok || !strings.Contains(string(types), name+"(") && !strings.Contains(string(types), "class "+name) {
			t.Errorf("check.d.ts says nothing of %s", name)
		}
	}
	got := browser.Eval[string](tab, `import("/embed/v1/module/check.js").then((module) => (`+scenario+`)(module, "`+sample+`", "`+sampleID+`", "`+otherID+`"))`)
	if got != scenarioWant {
		t.Errorf("the module says\n\t%s\nwant\n\t%s", got, scenarioWant)
	}
}

// inNode runs a script beside the module in Node.
func inNode(t *testing.T, folder, script string) []byte {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no node here, so the module is not tried in it")
	}
	name := filepath.Join(folder, "try.js")
	if err := os.WriteFile(name, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), node, name)
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	return out
}

func TestModuleInNode(t *testing.T) {
	out := inNode(t, moduleFolder(t), `
		import * as module from "./check.js";
		console.log(await (`+scenario+`)(module, "`+sample+`", "`+sampleID+`", "`+otherID+`"));
	`)
	if got := strings.TrimSpace(string(out)); got != scenarioWant {
		t.Errorf("in Node the module says\n\t%s\nwant\n\t%s", got, scenarioWant)
	}
}

// TestVectorsInNode gives the shared vectors to the module in Node, all in one go.
func TestVectorsInNode(t *testing.T) {
	var texts []string
	for _, v := range keytest.Vectors(t) {
		texts = append(texts, v.Text, "ID: "+v.ID+"\n"+v.Text) // the suite asks in both ways
	}
	folder := moduleFolder(t)
	asked, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "texts.json"), asked, 0o600); err != nil {
		t.Fatal(err)
	}
	out := inNode(t, folder, `
		import { readFileSync } from "node:fs";
		import { load } from "./check.js";
		const f = await load();
		const answers = {};
		for (const text of JSON.parse(readFileSync(new URL("texts.json", import.meta.url)))) answers[text] = await f.check(text);
		console.log(JSON.stringify(answers));
		f.close();
	`)
	var answers map[string]keytest.Answer
	if err := json.Unmarshal(out, &answers); err != nil {
		t.Fatal(err)
	}
	keytest.Run(t, func(t *testing.T, text string) keytest.Result { return answers[text].Result() })
}
