package enginetest

import (
	"fmt"
	"strings"
	"testing"

	"fortyeight/content"
	"fortyeight/tools/internal/engine"
)

// A driven page is driven from outside, where no scenario can be put into it.
type driven struct {
	*engine.Page
	word func(key string) string
}

func use(t *testing.T, name engine.Name) driven {
	t.Helper()
	return driven{engine.Open(t, name), words(t, "en")}
}

// words gives the sentences of a language.
func words(t *testing.T, lang string) func(key string) string {
	t.Helper()
	all, err := content.Words(lang)
	if err != nil {
		t.Fatal(err)
	}
	return func(key string) string {
		t.Helper()
		if all[key] == "" {
			t.Fatalf("there are no words for %s", key)
		}
		return all[key]
	}
}

// enter puts text into a field in place of what stands there.
func (p driven) enter(selector, text string) {
	p.Do(fmt.Sprintf(`(() => {
		const field = document.querySelector(%q);
		field.focus();
		field.select();
		document.execCommand("insertText", false, %q);
	})()`, selector, text))
}

// press presses a button wherever it is by then: answers move it.
func (p driven) press(selector string) {
	p.Do(fmt.Sprintf(`document.querySelector(%q).click()`, selector))
}

func (p driven) shows(selector, text string) {
	p.Wait(fmt.Sprintf(`document.querySelector(%q)?.textContent === %q`, selector, text))
}

func (p driven) verdict(answer string) {
	p.shows(".js-verdict .js-title", p.word("answer."+answer+".title"))
	p.Wait(fmt.Sprintf(`!document.querySelector(".js-verdict").textContent.includes(%q)`, p.word("program.loading")))
}

func (p driven) states(want string) {
	p.Wait(fmt.Sprintf(`[...document.querySelectorAll(".js-group")].map((group) => group.dataset.state).join(" ") === %q`, want))
}

// enterWrong enters the key with a wrong digit in its third group.
func (p driven) enterWrong() {
	p.enter("#key", strings.Replace(sample, "590458", "590468", 1))
	p.states("right right not-multiple-of-11 right right right right right")
}

// takeRepair takes what was meant from what is offered, which the program alone can do.
func (p driven) takeRepair() {
	const meant = `[...document.querySelectorAll(".fe-repair__row")].find((row) => row.textContent.includes("590458"))?.querySelector(".fe-repair__take")`
	p.Wait(meant)
	p.Do(meant + `.click()`)
	p.verdict("key-well-formed")
	p.Wait(fmt.Sprintf(`document.querySelector("#key").value === %q`, sample))
}
