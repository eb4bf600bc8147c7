package browsertest

import (
	"fmt"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"fortyeight/tools/internal/browser"
	demo "fortyeight/tools/internal/portal"
)

// TestBareFrame: the frame alone does the job, in a sandbox and without one, on a
// page that allows nothing else and has no script of ours.
func TestBareFrame(t *testing.T) {
	for _, test := range []struct{ name, attributes string }{
		{"plain", ``},
		{"sandbox", `sandbox="allow-scripts"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			policy := fmt.Sprintf("default-src 'none'; connect-src 'self'; script-src 'self'; frame-src %s", site.URL)
			server := portal(t, policy, fmt.Sprintf(`<iframe id="bare" width="600" height="700" %s src="%s/embed/#key-id=%s&theme=dark&accent=c2410c"></iframe>`, test.attributes, site.URL, sampleID[:8]))
			tab := browser.Page(t)
			tab.Allow("data:,")
			tab.Size(800, 900)
			tab.Open(server.URL + "/")
			f := frame{tab, 0, `document.querySelector("#bare")`, nil}
			if test.attributes != "" {
				f = sandboxed(t, tab, f.in)
			}
			f.wait(`document.querySelector("#id").value === "` + sampleID[:8] + `"`)
			f.enter("#key", sampleID+"\n"+sample)
			f.wait(gives(say, "key-matches-beginning"))
			if got := f.eval(`origin`); (got == `"null"`) != (test.attributes != "") {
				t.Errorf("the frame's origin is %s", got)
			}
			if got := f.eval(`getComputedStyle(document.documentElement).colorScheme`); got != `"dark"` {
				t.Errorf("the frame's scheme is %s, want dark", got)
			}
			f.wait(`!document.querySelector(".js-type").closest("[hidden]")`)
			f.pressUntil(".js-type", shows(".js-now", sample[:6]))
			for _, r := range tab.Sent() {
				if strings.Contains(r.URL, sampleID[:8]) {
					t.Errorf("the Key ID was sent: %s", r)
				}
			}
		})
	}
}

// TestElementTells: a strict portal sets and hears all there is, and learns no digit.
func TestElementTells(t *testing.T) {
	tab, _ := openPortal(t, `<form><label for="check">The caller's key</label><fortyeight-check id="check" name="key" required></fortyeight-check></form>`)
	heard(tab, "ready", "true")
	if got := browser.Eval[string](tab, `document.querySelector("#check").value + document.querySelector("#check").validity.valueMissing + document.querySelector("form").checkValidity()`); got != "nonetruefalse" {
		t.Errorf("before anything is typed, value, valueMissing and the form's validity are %s", got)
	}
	if got := browser.Eval[string](tab, theFrame(tab, 0).in+`.title`); got != "The caller's key" {
		t.Errorf("the frame is named %q", got)
	}
	f := theFrame(tab, 0)
	f.wait(`document.querySelector(".js-verdict .js-title")`)
	f.enter("#key", sample[:20])
	heard(tab, "change", `detail.state === "unfinished" && detail.groups[0] === "right"`)
	f.eval(`document.querySelector("#key").select()`)
	f.enter("#key", "")
	f.eval(`document.querySelector("#key").select()`)
	insert(tab, sampleID+"\n"+sample)
	heard(tab, "change", `detail.state === "valid" && detail.match === "none"`)

	// The portal names the Key ID later, and sees that it is this key's.
	browser.Eval[any](tab, `void (document.querySelector("#check").keyId = "`+sampleID+`")`)
	heard(tab, "match", `detail.keyId === "`+sampleID+`" && detail.whole === true`)
	heard(tab, "change", `detail.match === "whole"`)
	if got := browser.Eval[string](tab, `new FormData(document.querySelector("form")).get("key") + document.querySelector("form").checkValidity()`); got != "validtrue" {
		t.Errorf("the form sends %s; want the state alone, and valid", got)
	}
	browser.Eval[any](tab, `void document.querySelector("#check").setAttribute("key-id", "`+otherID+`")`)
	heard(tab, "change", `detail.match === "other"`)
	if !browser.Eval[bool](tab, `document.querySelector("#check").validity.customError`) {
		t.Error("a key of another Key ID is taken for valid")
	}
	if leak := leaks(tab, sample); leak != "" {
		t.Errorf("the portal can read %s", leak)
	}

	// A reset empties the frame, and disabling locks it.
	browser.Eval[any](tab, `document.querySelector("form").reset()`)
	heard(tab, "change", `heard.at(-1).detail?.state === "none"`)
	f.wait(`document.querySelector("#key").value === ""`)
	browser.Eval[any](tab, `void (document.querySelector("#check").disabled = true)`)
	tab.Wait(f.in + `.inert`)
	browser.Eval[any](tab, `void (document.querySelector("#check").disabled = false)`)

	// A label's press puts the cursor into the field.
	click(tab, "label")
	f.wait(`document.hasFocus() && document.activeElement.id === "key"`)
}

// TestFrameSpeaks: lang takes the frame to its language, at once and later, and the
// element meets it again there.
func TestFrameSpeaks(t *testing.T) {
	tab, _ := openPortal(t, `<fortyeight-check id="check" lang="de"></fortyeight-check>`)
	heard(tab, "ready", "true")
	f := theFrame(tab, 0)
	f.wait(`document.documentElement.lang === "de"`)
	browser.Eval[any](tab, `void (document.querySelector("#check").lang = "es")`)
	f.wait(`document.documentElement.lang === "es"`)
	tab.Wait(`heard.filter(({ name }) => name === "ready").length >= 2`)
	browser.Eval[any](tab, `void (document.querySelector("#check").keyId = "`+sampleID+`")`)
	f.wait(`document.querySelector("#id").value === "` + sampleID + `"`)
}

// TestStrangersAreNotHeard: messages that come from another window or have another
// shape change nothing, on either side, however many there are.
func TestStrangersAreNotHeard(t *testing.T) {
	tab, _ := openPortal(t, `<fortyeight-check id="check"></fortyeight-check>`)
	heard(tab, "ready", "true")
	f := theFrame(tab, 0)
	f.enter("#key", sample)
	heard(tab, "change", `detail.state === "valid"`)
	before := browser.Eval[int](tab, `heard.length`)
	browser.Eval[any](tab, `(() => {
		const frame = `+f.in+`.contentWindow;
		for (let i = 0; i < 5000; i++) {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = ({ data }) => heard.push({ name: "stolen", detail: data, element: "" });
			frame.postMessage({ fortyeight: 1 }, "*", [port2]); // a second port is not taken
			frame.postMessage({ set: { return: "key", "key-id": String(i) }, reset: true }, "*");
			frame.postMessage([i, null, "x"], "*");
			postMessage({ fortyeight: 1 }, "*"); // from the portal to itself
		}
	})()`)
	f.wait(`document.querySelector("#key").value !== ""`)
	browser.Eval[any](tab, `void (document.querySelector("#check").keyId = "`+otherID+`")`)
	f.wait(`document.querySelector("#id").value === "` + otherID + `"`)
	if stolen := browser.Eval[int](tab, fmt.Sprintf(`heard.slice(%d).filter(({ name }) => name === "stolen").length`, before)); stolen > 0 {
		t.Errorf("%d messages went to a port that was put in later", stolen)
	}
	browser.Eval[any](tab, `void (messages.length = 0)`)
	if leak := leaks(tab, sample); leak != "" {
		t.Errorf("the portal can read %s", leak)
	}
}

// TestSizeAndFocusTellNothing: keys of the same state give the same height once
// all of an answer is there, and the focus inside is the frame's own.
func TestSizeAndFocusTellNothing(t *testing.T) {
	tab, _ := openPortal(t, `<fortyeight-check id="check"></fortyeight-check>`)
	heard(tab, "ready", "true")
	f := theFrame(tab, 0)
	answered := gives(say, "key-well-formed")
	heights := map[string]bool{}
	for _, key := range []string{sample, "111111-111111-111111-111111-111111-111111-111111-111111", "000011-000022-000033-000044-000055-000066-000077-000088"} {
		f.enter("#key", "")
		f.eval(`document.querySelector("#key").select()`)
		insert(tab, key)
		f.wait(fmt.Sprintf(`document.querySelector("#key").value === %q && document.querySelector(".js-group:last-child .js-digits").textContent === %q`, key, key[49:]))
		f.wait(answered + ` && !document.querySelector(".js-type").closest("[hidden]")`)
		tab.Wait(`document.activeElement.id === "check"`)
		// The element follows the frame by a message, which comes when it comes.
		height := f.eval(`Math.ceil(document.body.getBoundingClientRect().height / 16) * 16 + 2 + "px"`)
		tab.Wait(f.in + `.style.blockSize === ` + height)
		heights[height] = true
	}
	if len(heights) != 1 {
		t.Errorf("three well-formed keys give the heights %v", heights)
	}
}

// TestKeyIsGivenByHand: return="key" sends the key on a person's press only, and
// only to the page that the button names.
func TestKeyIsGivenByHand(t *testing.T) {
	tab, server := openPortal(t, `<fortyeight-check id="check" return="key"></fortyeight-check>`)
	heard(tab, "ready", "true")
	f := theFrame(tab, 0)
	f.enter("#key", sample)
	heard(tab, "change", `detail.state === "valid"`)
	f.wait(shows(".js-give", strings.Replace(say("embed.give"), "{origin}", server.URL, 1)))
	f.wait(`document.querySelector(".js-give").getClientRects().length > 0`)
	f.eval(`document.querySelector(".js-give").click()`) // a script's press
	f.wait(shows(".js-note", say("embed.covered")))
	if leak := leaks(tab, sample); leak != "" {
		t.Fatalf("before anybody presses, the portal can read %s", leak)
	}
	f.pressUntil(".js-give", shows(".js-note", strings.Replace(say("embed.given"), "{origin}", server.URL, 1)))
	heard(tab, "key", `detail.key === "`+sample+`"`)

	// Without the attribute there is no such button.
	browser.Eval[any](tab, `document.querySelector("#check").removeAttribute("return")`)
	f.wait(`document.querySelector(".js-give-part").hidden`)
}

// TestCoveredFrameWaits: what lies over the frame makes its buttons wait, those of
// a typed key and those of keys in files.
func TestCoveredFrameWaits(t *testing.T) {
	server := portal(t, "", fmt.Sprintf(`<script type="module" src="%s/embed/v1/fortyeight.js"></script>
		<style>#over { position: absolute; inset: 0; background: #fff; pointer-events: none }</style>
		<fortyeight-check id="check"></fortyeight-check>`, site.URL))
	tab := browser.Page(t)
	tab.Allow("data:,")
	tab.Size(800, 2400)
	tab.Open(server.URL + "/")
	heard(tab, "ready", "true")
	f := theFrame(tab, 0)
	f.enter("#key", sample)
	heard(tab, "change", `detail.state === "valid"`)
	f.eval(`(() => {
		const held = new DataTransfer();
		held.items.add(new File([` + quoted(keyFile(otherID, secret)+keyFile(sampleID, sample)) + `], "keys.txt"));
		const field = document.querySelector("#file");
		field.files = held.files;
		field.dispatchEvent(new Event("change", { bubbles: true }));
	})()`)
	f.wait(`!document.querySelector(".js-keys").hidden`)
	f.eval(`document.querySelector(".js-keys").open = true`)
	row := func(act string) string { return `.js-rows > [data-position="0"] [data-act="` + act + `"]` }
	f.wait(`document.querySelector('` + row("show") + `').checkVisibility()`)
	before := f.eval(`document.querySelector("#key").value`)

	browser.Eval[any](tab, `void (document.body.append(Object.assign(document.createElement("div"), { id: "over" })))`)
	for _, selector := range []string{".js-type", row("show"), row("type"), row("use")} {
		// Until the browser has seen what lies there, a press still counts; one of a script never does.
		f.eval(`document.querySelector('` + selector + `').click()`)
		f.wait(shows(".js-note", say("embed.covered")))
		f.eval(`new Promise((done) => new IntersectionObserver(([{ isVisible }], watch) => isVisible || (watch.disconnect(), setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 100)), { trackVisibility: true, delay: 100 }).observe(document.querySelector('` + selector + `')))`)
		f.eval(`document.querySelector(".js-note").textContent = ""`)
		f.press(selector)
		f.wait(shows(".js-note", say("embed.covered")))
		if f.eval(`document.querySelector(".js-typing").hidden && document.querySelector(".fe-keys__group") === null`) != "true" || f.eval(`document.querySelector("#key").value`) != before {
			t.Errorf("covered, %s shows digits", selector)
		}
	}
	browser.Eval[any](tab, `document.querySelector("#over").remove()`)
	f.pressShown(row("show"), `document.querySelectorAll(".fe-keys__group").length === 8`)
	f.pressShown(".js-type", shows(".js-now", sample[:6]))
}

// TestRefusedFrame: where the host forbids frames, a link takes its place and the
// console names the directive.
func TestRefusedFrame(t *testing.T) {
	policy := fmt.Sprintf("default-src 'none'; connect-src 'self'; script-src 'self' %s", site.URL)
	server := portal(t, policy, fmt.Sprintf(`<script type="module" src="%s/embed/v1/fortyeight.js"></script><fortyeight-check id="check"></fortyeight-check>`, site.URL))
	tab := browser.Page(t)
	tab.Allow("data:,", "frame-src", "Framing")
	tab.Open(server.URL + "/")
	heard(tab, "error", `detail.reason === "refused"`)
	if got := browser.Eval[string](tab, `document.querySelector("#check").shadowRoot.querySelector("a").href`); got != site.URL+"/embed/" {
		t.Errorf("the link leads to %q", got)
	}
}

// TestManyElements: fifty on one page, in shadow roots too; only those near the
// viewport load anything.
func TestManyElements(t *testing.T) {
	tab, _ := openPortal(t, strings.Repeat(`<fortyeight-check></fortyeight-check>`, 50))
	tab.Wait(`heard.filter(({ name }) => name === "ready").length >= 2`)
	loaded := browser.Eval[int](tab, `[...document.querySelectorAll("fortyeight-check")].filter((one) => one.shadowRoot.querySelector("iframe")).length`)
	if loaded < 2 || loaded > 10 {
		t.Errorf("%d of 50 elements have loaded their frame; those near the viewport should", loaded)
	}
	before := browser.Eval[int](tab, `heard.length`)
	browser.Eval[any](tab, `void (() => {
		const inner = document.createElement("div").attachShadow({ mode: "closed" });
		inner.append(document.createElement("fortyeight-check"));
		document.body.prepend(inner.host);
		scrollTo(0, 0);
	})()`)
	tab.Wait(fmt.Sprintf(`heard.slice(%d).some(({ name }) => name === "ready")`, before))
}

// TestDemoPortal: a helpdesk's page passes the Key ID on and writes what it hears,
// never a digit, and looks right at two widths.
func TestDemoPortal(t *testing.T) {
	server := httptest.NewServer(demo.New(site.URL))
	t.Cleanup(server.Close)
	tab := browser.Page(t)
	tab.Allow("favicon.ico")
	tab.Size(1280, 1800)
	tab.Open(server.URL + "/")
	tab.Wait(`document.querySelector(".js-heard").textContent.includes("fortyeight:ready")`)
	f := theFrame(tab, 0)
	enter(tab, "#screen", sampleID)
	f.wait(`document.querySelector("#id").value === "` + sampleID + `"`)
	f.enter("#key", sampleID+"\n"+sample)
	tab.Wait(`document.querySelector(".js-heard").textContent.includes("fortyeight:match")`)
	for _, width := range []int64{1280, 320} {
		tab.Size(width, 1800)
		if browser.Eval[bool](tab, `document.documentElement.scrollWidth > document.documentElement.clientWidth`) {
			t.Errorf("at %d px the portal is wider than the screen", width)
		}
		for _, scheme := range []string{"light", "dark"} {
			tab.Media("prefers-color-scheme", scheme, "prefers-reduced-motion", "reduce")
			tab.ScreenshotTo(os.Getenv("FORTYEIGHT_PICTURES"), fmt.Sprintf("portal-%d-%s", width, scheme))
		}
	}
	tab.Size(1280, 1800)
	click(tab, "form button")
	tab.Wait(`document.querySelector(".js-note").textContent.includes("matches: whole")`)
	for group := range strings.SplitSeq(sample, "-") {
		if browser.Eval[bool](tab, `document.body.innerHTML.includes("`+group+`")`) {
			t.Fatal("the portal's page holds digits of the key")
		}
	}
}
