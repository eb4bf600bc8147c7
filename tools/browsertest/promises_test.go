package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	whole "fortyeight/site"
	"fortyeight/tools/internal/browser"
)

// A keeper exercises what the contract promises under one name. It gets the portal, and the
// frame of its element.
type keeper func(t *testing.T, tab *browser.Tab, f frame)

// all of a table's rows are exercised on one page, in the order of the contract.
func keep(t *testing.T, table string, keepers map[string]keeper, tab *browser.Tab) {
	t.Helper()
	names := whole.Contract(table)
	if len(names) == 0 {
		t.Fatalf("the contract has no %s", table)
	}
	for _, name := range names {
		if keepers[name] == nil {
			t.Errorf("nobody keeps what is promised of %q in %s", name, table)
			continue
		}
		t.Run(strings.ReplaceAll(name, "/", "-"), func(t *testing.T) { keepers[name](t, tab, theFrame(tab, 0)) })
	}
	if len(keepers) != len(names) {
		t.Errorf("%d are kept of %s, and %d promised", len(keepers), table, len(names))
	}
}

const labelled = `<form><fieldset><label for="check">The caller's key</label><fortyeight-check id="check" name="key"></fortyeight-check></fieldset></form>`

// element runs a statement about the element and its form.
func element(tab *browser.Tab, statement string) {
	browser.Eval[any](tab, `((one, form) => { `+statement+`; })(document.querySelector("fortyeight-check"), document.querySelector("form"))`)
}

// holds waits until an expression about the element and its form is true.
func holds(tab *browser.Tab, expression string) {
	tab.Wait(`((one, form) => ` + expression + `)(document.querySelector("fortyeight-check"), document.querySelector("form"))`)
}

// set gives the element an attribute.
func set(tab *browser.Tab, name, value string) {
	element(tab, fmt.Sprintf(`one.setAttribute(%q, %q)`, name, value))
}

func TestAttributesAreKept(t *testing.T) {
	tab, _ := openPortal(t, labelled)
	heard(tab, "ready", "true")
	without := func(f frame, names string) {
		f.wait(`document.querySelector(".js-check").dataset.without === "` + names + `"`)
	}
	shown := func(selector string) string {
		return fmt.Sprintf(`document.querySelector(%q).getClientRects().length > 0`, selector)
	}
	keep(t, "attributes", map[string]keeper{
		"key-id": func(_ *testing.T, tab *browser.Tab, f frame) {
			set(tab, "key-id", sampleID)
			f.wait(`document.querySelector("#id").value === "` + sampleID + `"`)
			f.enter("#key", sampleID+"\n"+sample)
			heard(tab, "match", `detail.keyId === "`+sampleID+`" && detail.whole === true`)
			set(tab, "key-id", sampleID[:8])
			heard(tab, "match", `detail.whole === false`)
		},
		"theme": func(_ *testing.T, tab *browser.Tab, f frame) {
			for _, scheme := range []string{"dark", "light"} {
				set(tab, "theme", scheme)
				f.wait(`getComputedStyle(document.documentElement).colorScheme === "` + scheme + `"`)
			}
			set(tab, "theme", "auto")
			f.wait(`document.documentElement.style.colorScheme === ""`)
		},
		"accent": func(_ *testing.T, tab *browser.Tab, f frame) {
			for _, colour := range []string{"#7c2d12", "7c2d12"} {
				set(tab, "accent", colour)
				f.wait(`document.documentElement.style.getPropertyValue("--accent") === "rgb(124 45 18)"`)
				set(tab, "accent", "red; }")
				f.wait(`document.documentElement.style.getPropertyValue("--accent") === ""`)
			}
		},
		"features": func(_ *testing.T, tab *browser.Tab, f frame) {
			for features, left := range map[string]string{
				"check": "file sheet type", "check file": "sheet type", "sheet": "file type", "type,file": "sheet", "check file sheet type": "", "": "",
			} {
				set(tab, "features", features)
				without(f, left)
			}
			set(tab, "features", "")
			f.wait(shown(".js-files") + ` && ` + shown(".js-type") + ` && ` + shown(".js-print-it"))
			set(tab, "features", "check")
			f.wait(`!(` + shown(".js-files") + `) && !(` + shown(".js-type") + `) && !(` + shown(".js-print-it") + `) && ` + shown("#key"))
			element(tab, `one.removeAttribute("features")`)
			without(f, "")
		},
		"return": func(_ *testing.T, tab *browser.Tab, f frame) {
			set(tab, "return", "key")
			f.wait(`!document.querySelector(".js-give-part").hidden`)
			set(tab, "return", "anything else")
			f.wait(`document.querySelector(".js-give-part").hidden`)
		},
		"name": func(_ *testing.T, tab *browser.Tab, _ frame) {
			holds(tab, `new FormData(form).get("key") === "valid"`)
			set(tab, "name", "another")
			holds(tab, `new FormData(form).get("another") === "valid" && new FormData(form).get("key") === null`)
		},
		"required": func(_ *testing.T, tab *browser.Tab, _ frame) {
			element(tab, `form.reset()`)
			holds(tab, `one.value === "none" && one.validity.valid`)
			set(tab, "required", "")
			holds(tab, `one.validity.valueMissing && !form.checkValidity()`)
			element(tab, `one.removeAttribute("required")`)
			holds(tab, `form.checkValidity()`)
		},
		"disabled": func(_ *testing.T, tab *browser.Tab, f frame) {
			set(tab, "disabled", "")
			tab.Wait(f.in + `.inert`)
			holds(tab, `[...new FormData(form)].length === 0`)
			element(tab, `one.removeAttribute("disabled")`)
			tab.Wait(`!` + f.in + `.inert`)
			element(tab, `one.closest("fieldset").disabled = true`)
			tab.Wait(f.in + `.inert`)
			element(tab, `one.closest("fieldset").disabled = false`)
			tab.Wait(`!` + f.in + `.inert`)
		},
		"aria-label": func(_ *testing.T, tab *browser.Tab, f frame) {
			tab.Wait(f.in + `.title === "The caller's key"`)
			set(tab, "aria-label", "Key of the PC")
			tab.Wait(f.in + `.title === "Key of the PC"`)
		},
		"lang": func(_ *testing.T, tab *browser.Tab, f frame) {
			set(tab, "lang", "de-AT")
			f.wait(`document.documentElement.lang === "de" && document.querySelector("#id").value === "` + sampleID[:8] + `"`)
			set(tab, "lang", "xx")
			set(tab, "lang", "en")
			f.wait(`document.documentElement.lang === "en"`)
			// The frame is another one now, and empty.
			holds(tab, `one.value === "none"`)
			f.enter("#key", sample)
			holds(tab, `one.value === "valid"`)
		},
	}, tab)
}

func TestPropertiesAreKept(t *testing.T) {
	tab, _ := openPortal(t, labelled)
	heard(tab, "ready", "true")
	f := theFrame(tab, 0)
	f.enter("#key", sampleID+"\n"+sample)
	heard(tab, "change", `detail.state === "valid"`)
	mirrors := func(property, attribute string) keeper {
		return func(_ *testing.T, tab *browser.Tab, _ frame) {
			element(tab, fmt.Sprintf(`one[%q] = "first"`, property))
			holds(tab, fmt.Sprintf(`one.getAttribute(%q) === "first" && one[%q] === "first"`, attribute, property))
			set(tab, attribute, "second")
			holds(tab, fmt.Sprintf(`one[%q] === "second"`, property))
			element(tab, fmt.Sprintf(`one.removeAttribute(%q)`, attribute))
			holds(tab, fmt.Sprintf(`one[%q] === ""`, property))
		}
	}
	switches := func(name, also string) keeper {
		return func(_ *testing.T, tab *browser.Tab, _ frame) {
			for _, on := range []string{"true", "false"} {
				element(tab, fmt.Sprintf(`one[%q] = %s`, name, on))
				holds(tab, fmt.Sprintf(`one[%[1]q] === %[2]s && one.hasAttribute(%[1]q) === %[2]s && %[3]s === %[2]s`, name, on, also))
			}
		}
	}
	is := func(expression string) keeper {
		return func(_ *testing.T, tab *browser.Tab, _ frame) { holds(tab, expression) }
	}
	keep(t, "properties", map[string]keeper{
		"value":  is(`one.value === "valid" && Object.getOwnPropertyDescriptor(one.constructor.prototype, "value").set === undefined`),
		"groups": is(`one.groups.join() === Array(8).fill("right").join() && (one.groups[0] = "x", one.groups[0] === "right")`),
		"match":  is(`one.match === "none"`),
		"keyId": func(t *testing.T, tab *browser.Tab, f frame) {
			mirrors("keyId", "key-id")(t, tab, f)
			element(tab, `one.keyId = "`+otherID+`"`)
			holds(tab, `one.match === "other"`)
			element(tab, `one.keyId = "`+sampleID+`"`)
			holds(tab, `one.match === "whole"`)
		},
		"theme":    mirrors("theme", "theme"),
		"accent":   mirrors("accent", "accent"),
		"features": mirrors("features", "features"),
		"return":   mirrors("return", "return"),
		"name":     mirrors("name", "name"),
		"required": switches("required", `one.required`),
		"disabled": switches("disabled", `one.matches(":disabled")`),
		"type":     is(`one.type === "fortyeight-check"`),
		"form":     is(`one.form === form && document.createElement("fortyeight-check").form === null`),
		"labels":   is(`one.labels.length === 1 && one.labels[0] === document.querySelector("label")`),
		"validity": func(_ *testing.T, tab *browser.Tab, _ frame) {
			element(tab, `one.keyId = "`+otherID+`"`)
			holds(tab, `one.validity.customError && !one.validity.valid`)
			element(tab, `one.keyId = "`+sampleID+`"`)
			holds(tab, `one.validity.valid`)
		},
		"validationMessage": func(_ *testing.T, tab *browser.Tab, _ frame) {
			holds(tab, `one.validationMessage === ""`)
			element(tab, `one.keyId = "`+otherID+`"`)
			holds(tab, `one.validationMessage === `+quoted(say("element.other")))
			element(tab, `one.keyId = ""`)
		},
		"willValidate": func(_ *testing.T, tab *browser.Tab, _ frame) {
			holds(tab, `one.willValidate === true`)
			element(tab, `one.disabled = true`)
			holds(tab, `one.willValidate === false`)
			element(tab, `one.disabled = false`)
		},
	}, tab)
	if leak := leaks(tab, sample); leak != "" {
		t.Errorf("the portal can read %s", leak)
	}
}

func TestMethodsAreKept(t *testing.T) {
	tab, _ := openPortal(t, strings.Replace(labelled, `name=`, `required name=`, 1))
	heard(tab, "ready", "true")
	invalid := func(call string) keeper {
		return func(_ *testing.T, tab *browser.Tab, _ frame) {
			element(tab, `window.told = 0; one.addEventListener("invalid", (event) => { told++; event.preventDefault(); }, { once: true })`)
			holds(tab, fmt.Sprintf(`one.%s() === false && told === 1`, call))
		}
	}
	keep(t, "methods", map[string]keeper{
		"focus": func(_ *testing.T, tab *browser.Tab, f frame) {
			element(tab, `one.focus()`)
			f.wait(`document.hasFocus() && document.activeElement.id === "key"`)
			holds(tab, `document.activeElement === one`)
		},
		"checkValidity":  invalid("checkValidity"),
		"reportValidity": invalid("reportValidity"),
	}, tab)
}

func TestEventsAreKept(t *testing.T) {
	tab, server := openPortal(t, strings.Replace(labelled, `name=`, `return="key" name=`, 1))
	only := func(name, fields string) {
		heard(tab, name, `detail !== undefined`)
		tab.Wait(fmt.Sprintf(`heard.filter((one) => one.name === %q).every(({ detail, element }) => element === "check" && Object.keys(detail ?? {}).sort().join(" ") === %q)`, name, fields))
	}
	keep(t, "events", map[string]keeper{
		"fortyeight:ready": func(_ *testing.T, tab *browser.Tab, f frame) {
			heard(tab, "ready", `(detail ?? null) === null`)
			tab.Wait(`heard[0].name === "ready"`)
		},
		"fortyeight:change": func(_ *testing.T, tab *browser.Tab, f frame) {
			f.enter("#key", sample)
			heard(tab, "change", `detail.state === "valid" && detail.groups.join() === Array(8).fill("right").join() && detail.match === "none"`)
			only("change", "groups match state")
		},
		"fortyeight:match": func(_ *testing.T, tab *browser.Tab, f frame) {
			f.enter("#key", "\n"+sampleID)
			set(tab, "key-id", sampleID)
			heard(tab, "match", `detail.keyId === "`+sampleID+`" && detail.whole === true`)
			only("match", "keyId whole")
		},
		"fortyeight:key": func(_ *testing.T, tab *browser.Tab, f frame) {
			f.wait(`document.querySelector(".js-give").getClientRects().length > 0`)
			if browser.Eval[bool](tab, `heard.some(({ name }) => name === "key")`) {
				t.Error("the key comes before anybody presses")
			}
			f.pressShown(".js-give", shows(".js-note", strings.Replace(say("embed.given"), "{origin}", server.URL, 1)))
			heard(tab, "key", `detail.key === "`+sample+`" && detail.keyId === "`+sampleID+`"`)
			only("key", "key keyId")
		},
		"fortyeight:error": func(t *testing.T, _ *browser.Tab, _ frame) {
			tab := openRefused(t)
			heard(tab, "error", `detail.reason === "refused" && Object.keys(detail).length === 1`)
			tab.Wait(`warned.length === 1 && warned[0].includes("frame-src ` + site.URL + `")`)
		},
	}, tab)
}

// openRefused opens a portal whose policy forbids the frame, and keeps what the
// console is told.
func openRefused(t *testing.T) *browser.Tab {
	t.Helper()
	policy := fmt.Sprintf("default-src 'none'; connect-src 'self'; script-src 'self' %s", site.URL)
	server := portal(t, policy, fmt.Sprintf(`<script type="module" src="%s/embed/v1/fortyeight.js"></script><fortyeight-check id="check"></fortyeight-check>`, site.URL))
	tab := browser.Page(t)
	tab.Allow("data:,", "frame-src", "Framing")
	const keepWarnings = `window.warned = []; console.warn = (line) => warned.push(line)`
	if _, err := chromedp.Call(tab.Ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: keepWarnings}); err != nil {
		t.Fatal(err)
	}
	tab.Open(server.URL + "/")
	return tab
}

func TestStylesAreKept(t *testing.T) {
	tab, _ := openPortal(t, labelled)
	heard(tab, "ready", "true")
	rule := func(tab *browser.Tab, rule string) {
		browser.Eval[any](tab, fmt.Sprintf(`(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(%q); document.adoptedStyleSheets = [sheet]; })()`, rule))
	}
	styled := func(custom, property, value string) keeper {
		return func(_ *testing.T, tab *browser.Tab, f frame) {
			rule(tab, fmt.Sprintf(`fortyeight-check { %s: %s }`, custom, value))
			tab.Wait(fmt.Sprintf(`getComputedStyle(%s).%s === %q`, f.in, property, value))
		}
	}
	keep(t, "styles", map[string]keeper{
		"--fortyeight-height": func(_ *testing.T, tab *browser.Tab, _ frame) {
			rule(tab, `fortyeight-check { --fortyeight-height: 123px }`)
			element(tab, `one.remove(); window.far = document.body.appendChild(document.createElement("fortyeight-check")); far.style.marginTop = "9000px"`)
			tab.Wait(`getComputedStyle(far.shadowRoot.firstElementChild).blockSize === "123px" && far.shadowRoot.querySelector("iframe") === null`)
			element(tab, `far.style.marginTop = ""`)
			tab.Wait(`far.shadowRoot.querySelector("iframe")`)
		},
		"--fortyeight-border": styled("--fortyeight-border", "borderTop", "3px dashed rgb(1, 2, 3)"),
		"--fortyeight-radius": styled("--fortyeight-radius", "borderTopLeftRadius", "17px"),
		"::part(frame)": func(_ *testing.T, tab *browser.Tab, f frame) {
			rule(tab, `fortyeight-check::part(frame) { opacity: 0.75 }`)
			tab.Wait(`getComputedStyle(` + f.in + `).opacity === "0.75"`)
		},
		"::part(link)": func(t *testing.T, _ *browser.Tab, _ frame) {
			tab := openRefused(t)
			heard(tab, "error", `true`)
			rule(tab, `fortyeight-check::part(link) { color: rgb(1, 2, 3) }`)
			tab.Wait(`getComputedStyle(document.querySelector("#check").shadowRoot.querySelector("a")).color === "rgb(1, 2, 3)"`)
		},
	}, tab)
}

// TestBackToTheForm: a form that comes back by the Back button says what its frame
// holds, which is nothing.
func TestBackToTheForm(t *testing.T) {
	tab, server := openPortal(t, labelled)
	heard(tab, "ready", "true")
	theFrame(tab, 0).enter("#key", sample)
	heard(tab, "change", `detail.state === "valid"`)
	tab.Open(server.URL + "/?elsewhere")
	browser.Eval[any](tab, `void history.back()`)
	tab.Wait(`location.search === "" && document.readyState === "complete" && heard.some(({ name }) => name === "ready")`)
	holds(tab, `one.value === "none" && new FormData(form).get("key") === "none"`)
	theFrame(tab, 0).wait(`document.querySelector("#key").value === ""`)
}
