package browsertest

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/pipeline"
	"fortyeight/tools/internal/webserver"
)

const (
	sample   = "042647-302313-590458-071500-554323-116567-412181-516978" // cryptsetup's test image bitlk-aes-cbc-128
	sampleID = "3FD763F9-74C7-4E90-8FA2-1F6A2E2B4E0C"
	otherID  = "ABC7C7A1-9BEE-4F1C-90F7-5AB6D66CD465"
	otherKey = canary
)

var (
	built *pipeline.Built
	site  *httptest.Server
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	var err error
	if built, err = pipeline.Run(context.Background(), os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	site = serve(webserver.New(built.Site))
	defer site.Close()
	return browser.Main(m)
}

// serve serves on the loopback interface, under a name of this machine.
func serve(s *webserver.Server) *httptest.Server { return httptest.NewServer(s) }

// open opens the Check page of a server and waits until it can be typed in.
func open(t *testing.T, server *httptest.Server) *browser.Tab {
	t.Helper()
	tab := browser.Page(t)
	tab.Size(360, 640)
	tab.Open(server.URL + "/")
	return tab
}

// enter puts text at the cursor of a field, as pasting, dictation and input
// methods do.
func enter(tab *browser.Tab, field, text string) {
	focus(tab, field)
	insert(tab, text)
}

// focus asks the page itself: chromedp loses sight of a page that comes back
// from the back-forward cache.
func focus(tab *browser.Tab, field string) {
	browser.Eval[any](tab, fmt.Sprintf(`document.querySelector(%q).focus()`, field))
}

func insert(tab *browser.Tab, text string) {
	if _, err := chromedp.Call(tab.Ctx, input.InsertText, input.InsertTextParams{Text: text}); err != nil {
		panic(err)
	}
}

// press presses keys, one after the other.
func press(tab *browser.Tab, field, keys string) {
	focus(tab, field)
	tab.Do(chromedp.KeyEvent(keys))
}

func click(tab *browser.Tab, selector string) {
	tab.Do(chromedp.Click(chromedp.CSS(selector)))
}

// verdict waits until the verdict about the key has the words' title for an
// answer.
func verdict(tab *browser.Tab, answer string) {
	tab.Wait(gives(say, answer))
}

// gives is the expression that the program has given an answer, or that there is none to
// wait for: until then it stands there as the rule alone gives it.
func gives(say func(key string) string, answer string) string {
	return shows(".js-verdict .js-title", say("answer."+answer+".title")) +
		fmt.Sprintf(` && !document.querySelector(".js-verdict").textContent.includes(%q)`, say("program.loading"))
}

// shows is the expression that an element's text is text.
func shows(selector, text string) string {
	return fmt.Sprintf(`document.querySelector(%q)?.textContent === %q`, selector, text)
}

// states returns the states of the eight groups as the page shows them.
func states(tab *browser.Tab) string {
	return browser.Eval[string](tab, `[...document.querySelectorAll(".js-group")].map((g) => g.dataset.state).join(" ")`)
}

// waitStates waits until the groups have these states; those not named are
// empty.
func waitStates(tab *browser.Tab, want ...string) {
	for len(want) < 8 {
		want = append(want, "empty")
	}
	tab.Wait(fmt.Sprintf(`[...document.querySelectorAll(".js-group")].map((g) => g.dataset.state).join(" ") === %q`, strings.Join(want, " ")))
}

func value(tab *browser.Tab, field string) string {
	return browser.Eval[string](tab, fmt.Sprintf(`document.querySelector(%q).value`, field))
}
