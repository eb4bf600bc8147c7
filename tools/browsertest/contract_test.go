package browsertest

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	whole "fortyeight/site"
	"fortyeight/tools/internal/browser"
)

// TestElementKeepsItsContract compares what is promised with what the scripts have:
// a name that goes, or comes without being written down, fails.
func TestElementKeepsItsContract(t *testing.T) {
	tab, _ := openPortal(t, `<fortyeight-check id="check"></fortyeight-check>`)
	heard(tab, "ready", "true")
	inherited := []string{"aria-label", "lang", "name", "disabled"}
	same := func(what string, got string, want ...string) {
		t.Helper()
		names := strings.Fields(got)
		slices.Sort(names)
		slices.Sort(want)
		if !slices.Equal(names, want) {
			t.Errorf("%s: the script has\n\t%q\nand the contract\n\t%q", what, names, want)
		}
	}
	observed := slices.DeleteFunc(whole.Contract("attributes"), func(name string) bool {
		return slices.Contains(inherited, name)
	})
	same("attributes", browser.Eval[string](tab, `customElements.get("fortyeight-check").observedAttributes.filter((name) => !["aria-label", "lang"].includes(name)).join(" ")`), observed...)
	own := `Object.entries(Object.getOwnPropertyDescriptors(customElements.get("fortyeight-check").prototype)).filter(([name, one]) => %s && !/^(constructor|connectedCallback|disconnectedCallback|attributeChangedCallback|form\w+Callback)$/.test(name)).map(([name]) => name).join(" ")`
	same("properties", browser.Eval[string](tab, fmt.Sprintf(own, "one.get")), whole.Contract("properties")...)
	same("methods", browser.Eval[string](tab, fmt.Sprintf(own, "one.value")), whole.Contract("methods")...)
	for _, file := range []string{"fortyeight.js", "element.js"} {
		same("exports of "+file, browser.Eval[string](tab, fmt.Sprintf(`import("%s/embed/v1/%s").then((all) => Object.keys(all).join(" "))`, site.URL, file)), whole.Contract("exports")...)
	}
	script, ok := built.Site.Find("embed/v1/fortyeight.js")
	if !ok {
		t.Fatal("there is no script")
	}
	for _, table := range []string{"events", "styles"} {
		for _, name := range whole.Contract(table) {
			part := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(name, "fortyeight:"), "::part("), ")")
			if !strings.Contains(string(script), part) {
				t.Errorf("the script knows nothing of %s", name)
			}
		}
	}
}

// TestPlayground: the page for developers shows the live element, writes what it
// hears, and gives a snippet that says what was set.
func TestPlayground(t *testing.T) {
	tab := browser.Page(t)
	tab.Size(1280, 2000)
	tab.Open(site.URL + "/developers/")
	tab.Wait(`document.querySelector(".js-heard").textContent.includes("fortyeight:ready")`)
	for _, size := range []int64{320, 1280} {
		tab.Size(size, 2000)
		if browser.Eval[bool](tab, `document.documentElement.scrollWidth > document.documentElement.clientWidth`) {
			t.Errorf("at %d px the page is wider than the screen", size)
		}
		for _, scheme := range []string{"light", "dark"} {
			tab.Media("prefers-color-scheme", scheme)
			tab.ScreenshotTo(os.Getenv("FORTYEIGHT_PICTURES"), fmt.Sprintf("developers-%d-%s", size, scheme))
		}
	}
	enter(tab, `[data-name="key-id"]`, sampleID)
	tab.Wait(fmt.Sprintf(`document.querySelector(".js-snippet").textContent.includes('key-id="%s"')`, sampleID))
	tab.Wait(fmt.Sprintf(`document.querySelector(".js-element").shadowRoot.querySelector("iframe").contentDocument.querySelector("#id").value === %q`, sampleID))
}
