package browsertest

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	cdpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"fortyeight/content"
	sitebuild "fortyeight/site"
	"fortyeight/site/find"
	"fortyeight/tools/internal/browser"
)

// mine is the address for somebody's own PC.
const mine = "#owner=me&accounts=microsoft&setup=no&screen=plain&running=no&copies=none"

func finder(t *testing.T) *find.Finder {
	t.Helper()
	f, _, err := find.Load(content.FS)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func openFind(t *testing.T, fragment string) *browser.Tab {
	t.Helper()
	tab := browser.Page(t)
	tab.Size(360, 640)
	tab.Open(site.URL + "/find/" + fragment)
	return tab
}

// asks waits until the page asks one question, and nothing else stands there.
func asks(tab *browser.Tab, question, progress string) {
	tab.Wait(fmt.Sprintf(`[...document.querySelectorAll(".js-question")].filter((one) => one.getClientRects().length).map((one) => one.dataset.question).join() === %q
		&& document.querySelector(".js-progress").textContent === %q && document.querySelector(".js-places").hidden`, question, progress))
}

// found waits until the page shows these places, in this order.
func found(tab *browser.Tab, places ...string) {
	tab.Wait(fmt.Sprintf(`[...document.querySelectorAll(".js-spots > li")].filter((one) => one.getClientRects().length).map((one) => one.dataset.place).join() === %q`, strings.Join(places, ",")))
}

func focused(tab *browser.Tab, id string) {
	tab.Wait(fmt.Sprintf(`document.activeElement.id === %q`, id))
}

// TestFindByKeyboard goes through all questions as somebody does without a mouse.
func TestFindByKeyboard(t *testing.T) {
	tab := openFind(t, "")
	asks(tab, "owner", "Question 1 of 6")
	if !browser.Eval[bool](tab, `document.querySelector(".js-back").hidden`) {
		t.Error("there is a way back from the first question")
	}
	// The first answer is one Tab and Space away from the heading; Enter goes on.
	tab.Do(chromedp.Focus(chromedp.CSS("#ask-owner")))
	tab.Do(chromedp.KeyEvent(kb.Tab))
	focused(tab, "owner-me")
	tab.Do(chromedp.KeyEvent(" "))
	tab.Do(chromedp.KeyEvent(kb.Enter))
	focused(tab, "ask-accounts")
	asks(tab, "accounts", "Question 2 of 6")
	if got := browser.Eval[string](tab, `location.hash`); got != "#owner=me" {
		t.Errorf("the address says %q", got)
	}
	// Several may be chosen; one that is alone takes the others away.
	tab.Do(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(" "), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(" "))
	chosen := `[...document.querySelectorAll("[data-question=accounts] .js-choice:checked")].map((one) => one.value).join()`
	tab.Wait(chosen + ` === "microsoft,work"`)
	tab.Do(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(" "))
	tab.Wait(chosen + ` === "local"`)
	tab.Do(chromedp.KeyEvent(kb.Tab+kb.Tab), chromedp.KeyEvent(kb.Enter)) // over “I don't know” to Back
	asks(tab, "owner", "Question 1 of 6")
	focused(tab, "ask-owner")
	if !browser.Eval[bool](tab, `document.querySelector("#owner-me").checked`) {
		t.Error("going back takes the answer away")
	}
	click(tab, ".js-ask [type=submit]")
	asks(tab, "accounts", "Question 2 of 6")
	for _, next := range []string{"setup", "screen", "running", "copies"} { // nothing chosen is “I don't know”
		click(tab, ".js-ask [type=submit]")
		focused(tab, "ask-"+next)
	}
	click(tab, ".js-ask [type=submit]")
	focused(tab, "result")
	want := finder(t).Order(find.Answers{"owner": {"me"}, "accounts": {"local"}})
	found(tab, want...)
	tab.Wait(shows(".js-said", fmt.Sprintf("%d places to look at, the likeliest first.", len(want)-1)))
	if got := browser.Eval[string](tab, `location.hash`); got != "#owner=me&accounts=local&setup=unknown&screen=unknown&running=unknown&copies=unknown" {
		t.Errorf("the address says %q", got)
	}
}

// TestFindAddress: the address alone brings back question or list, also by the
// browser's own Back and Forward, and what is no answer changes nothing.
func TestFindAddress(t *testing.T) {
	f := finder(t)
	own := f.Order(find.Answers{"owner": {"me"}, "accounts": {"microsoft"}, "setup": {"no"}, "screen": {"plain"}, "running": {"no"}, "copies": {"none"}})
	tab := openFind(t, mine)
	found(tab, own...)
	tab.Do(chromedp.Reload())
	found(tab, own...)
	// One answer is changed, and the list comes back with it.
	browser.Eval[any](tab, `document.querySelector(".fe-given__title").click()`)
	browser.Eval[any](tab, `document.querySelector(".js-given[data-question=owner] .js-change").click()`)
	asks(tab, "owner", "Question 1 of 6")
	tab.Wait(`document.querySelector("#owner-me").checked`)
	click(tab, "label[for=owner-work]")
	click(tab, ".js-ask [type=submit]")
	works := f.Order(find.Answers{"owner": {"work"}, "accounts": {"microsoft"}, "screen": {"plain"}, "running": {"no"}, "copies": {"none"}})
	found(tab, works...)
	if browser.Eval[bool](tab, `location.hash.includes("setup") || !document.querySelector(".js-given[data-question=setup]").hidden`) {
		t.Error("an answer to a question that is not asked is kept")
	}
	tab.Do(chromedp.NavigateBack())
	asks(tab, "owner", "Question 1 of 6")
	tab.Do(chromedp.NavigateBack())
	found(tab, own...)
	tab.Do(chromedp.NavigateForward())
	asks(tab, "owner", "Question 1 of 6")

	for _, hostile := range []string{
		"#<script>alert(1)</script>", "#owner", "#owner=", "#owner=me,work", "#accounts=local,work", "#accounts=work,work", "#owner=%00", "#%E0%A4%A",
		"#__proto__=x&constructor=y", "#owner=unknown,me", "#q=" + strings.Repeat("a", 5000), "#main",
	} {
		tab := openFind(t, hostile)
		asks(tab, "owner", "Question 1 of 6")
	}
	tab = openFind(t, "#owner=me&accounts=nonsense&evil=1&setup=no")
	asks(tab, "accounts", "Question 2 of 6")
	browser.Eval[any](tab, `void (location.hash = "#nonsense")`)
	asks(tab, "accounts", "Question 2 of 6")
}

// TestFindPlacesHaveAddresses: a link to a place shows all places and that one,
// and within a list it goes there without losing the list.
func TestFindPlacesHaveAddresses(t *testing.T) {
	tab := openFind(t, "#printout")
	focused(tab, "printout")
	if got := browser.Eval[int](tab, `[...document.querySelectorAll(".js-spots > li")].filter((one) => one.getClientRects().length).length`); got != len(finder(t).Places) {
		t.Errorf("%d places are shown, of %d", got, len(finder(t).Places))
	}
	click(tab, ".js-instead a")
	asks(tab, "owner", "Question 1 of 6")
	tab = openFind(t, mine)
	browser.Eval[any](tab, `document.querySelector(".fe-jumps__link[href='#printout']").click()`)
	focused(tab, "printout")
	if got := browser.Eval[string](tab, `location.hash`); got != mine {
		t.Errorf("the list is lost: %s", got)
	}
}

// TestFindSendsNothing: no request says what was answered.
func TestFindSendsNothing(t *testing.T) {
	tab := openFind(t, "")
	asks(tab, "owner", "Question 1 of 6")
	before, tried := len(tab.Sent()), len(tab.Tried())
	click(tab, "label[for=owner-work]")
	click(tab, ".js-ask [type=submit]")
	asks(tab, "accounts", "Question 2 of 5")
	for _, next := range []string{"ask-screen", "ask-running", "ask-copies", "result"} {
		click(tab, ".js-ask [type=submit]")
		focused(tab, next)
	}
	for _, request := range append(tab.Sent()[before:], tab.Tried()[tried:]...) {
		if request.URL != site.URL+"/favicon.svg" { // which browsers look up for each address of theirs
			t.Errorf("a request left the page: %v", request)
		}
	}
	tab.Do(chromedp.Reload())
	tab.Wait(`!document.querySelector("#result").hidden`)
	for _, sent := range tab.Sent() {
		if strings.Contains(fmt.Sprint(sent), "owner") {
			t.Errorf("a request says the answers: %v", sent)
		}
	}
	const nothing = `{"cookie":"","local":0,"session":0,"title":"Where is my BitLocker recovery key?"}`
	if got := browser.Eval[string](tab, `JSON.stringify({cookie: document.cookie, local: localStorage.length, session: sessionStorage.length, title: document.title})`); got != nothing {
		t.Errorf("the page keeps %s", got)
	}
}

// TestFindWithoutJavaScript: every question has its answers with links, and
// every place is there.
func TestFindWithoutJavaScript(t *testing.T) {
	tab := browser.Page(t)
	tab.Size(360, 640)
	if _, err := chromedp.Call(tab.Ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	tab.Open(site.URL + "/find/")
	got := browser.Eval[string](tab, `(() => {
		const seen = (name) => [...document.querySelectorAll(name)].filter((one) => one.getClientRects().length).length;
		return [seen(".js-question"), seen(".js-spots > li"), seen(".js-choice"), seen("button"), seen("#result"), seen(".js-fits a") > 25, seen(".fe-answer__fits:not(:has(a))")].join() })()`)
	if want := fmt.Sprintf("6,%d,0,0,0,true,0", len(finder(t).Places)); got != want {
		t.Errorf("questions, places, choices, buttons, results, links, answers without links are %s, want %s", got, want)
	}
	tab.ScreenshotTo(os.Getenv("FORTYEIGHT_PICTURES"), "find-noscript-360")
}

// TestFindPrints: on paper there are the places of the list with their steps.
func TestFindPrints(t *testing.T) {
	tab := openFind(t, mine)
	text := onPaper(tab)
	for _, want := range []string{"Look here, in this order", "aka.ms/myrecoverykey", "Is it the right one?", "It is nowhere"} {
		if !strings.Contains(text, want) {
			t.Errorf("the paper lacks %q", want)
		}
	}
	for _, never := range []string{"Whose PC is it", "What you answered", "Start again", "Print this list", "You have it?", "Company Portal on a"} {
		if strings.Contains(text, never) {
			t.Errorf("%q stands on the paper", never)
		}
	}
	if folder := os.Getenv("FORTYEIGHT_PICTURES"); folder != "" {
		pdf, err := chromedp.Call(tab.Ctx, cdpage.PrintToPDF, cdpage.PrintToPDFParams{})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "find-list.pdf"), pdf.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestFindLooks shows each question and a list at three widths.
func TestFindLooks(t *testing.T) {
	for name, fragment := range map[string]string{
		"1": "", "2": "#owner=me", "3": "#owner=me&accounts=work", "4": "#owner=me&accounts=work&setup=no",
		"5": "#owner=me&accounts=work&setup=no&screen=email", "6": "#owner=me&accounts=work&setup=no&screen=email&running=no", "list": mine, "all": "#places",
	} {
		lookAt(t, openFind(t, fragment), name, "find-"+name, 320, 360, 1280)
	}
}

// TestFinderAgrees holds the script to package find, in every case there is.
func TestFinderAgrees(t *testing.T) {
	f := finder(t)
	source, err := fs.ReadFile(sitebuild.Assets(), "find/finder.js")
	if err != nil {
		t.Fatal(err)
	}
	data, err := content.FS.ReadFile("find.json")
	if err != nil {
		t.Fatal(err)
	}
	tab := browser.Page(t)
	tab.Open("about:blank")
	browser.Eval[any](tab, fmt.Sprintf(`void (window.finder = (() => { %s; return new Finder(%s); })())`, strings.Replace(string(source), "export ", "", 1), data))
	var addresses, want []string
	compare := func() {
		list, _ := json.Marshal(addresses)
		got := browser.Eval[[]string](tab, fmt.Sprintf(`%s.map((address) => { const given = finder.read(address); return finder.write(given) + " " + finder.order(given).join() })`, list))
		for i := range want {
			if got[i] != want[i] {
				t.Fatalf("the script says %s, want %s", got[i], want[i])
			}
		}
		addresses, want = addresses[:0], want[:0]
	}
	cases := 0
	for answers := range f.All() {
		cases++
		addresses = append(addresses, f.String(answers))
		want = append(want, f.String(answers)+" "+strings.Join(f.Order(answers), ","))
		if len(want) == 4096 {
			compare()
		}
	}
	compare()
	t.Logf("%d cases", cases)
	if !slices.Contains(f.Order(nil), "nowhere") || cases == 0 {
		t.Fatal("nothing was compared")
	}
}
