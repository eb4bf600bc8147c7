package audit

import (
	"slices"
	"strings"
)

// A state is what somebody has done on a page before it is looked at.
type state struct {
	name   string
	script string // body of an async function, with the helpers of prelude
	wide   bool   // on a screen of 1280 px and not of 360
}

func (s state) width() int64 {
	if s.wide {
		return 1280
	}
	return 360
}

// prelude has what the scripts of states need. Waiting ends with the page's time.
const prelude = `
	const find = (selector) => document.querySelector(selector);
	const until = (done) => new Promise((resolve) => {
		const look = () => done() ? resolve() : setTimeout(look, 20);
		look();
	});
	const enter = (selector, text) => {
		find(selector).value = text;
		find(selector).dispatchEvent(new Event("input", { bubbles: true }));
	};
	const tone = (selector, tone) => until(() => find(selector).dataset.tone === tone);
	const shown = (selector) => until(() => find(selector)?.checkVisibility());
	const key = "042647-302313-590458-071500-554323-116567-412181-516978"; // published for testing
`

// openAll opens whatever opens by itself.
const openAll = `for (const one of document.querySelectorAll("main details, .fe-language")) one.open = true;`

// pasteTable pastes a table of two keys beside the fields.
const pasteTable = `
	const clipboardData = new DataTransfer();
	clipboardData.setData("text/plain", "Device\tKey ID\tRecovery key\nPC-1\t3FD763F9\t" + key + "\nPC-2\tABC7C7A1\t111111-111111-111111-111111-111111-111111-111111-111111\n");
	document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
`

// Every page is looked at in the first of these; Check, Find, the frame and the
// page for developers also in what somebody brings them to.
var (
	everyState = []state{
		{name: "as it comes"},
		{name: "as it comes, wide", wide: true},
		{name: "all open", script: openAll},
	}
	findStates = []state{
		{name: "a question in the middle", script: `location.hash = "owner=me&accounts=microsoft&setup=no"; await shown('[data-question="screen"]');`},
		{name: "a result", script: `location.hash = "owner=other&accounts=unknown&setup=unknown&screen=unknown&running=unknown&copies=unknown"; await shown("#result"); ` + openAll},
		{name: "all places", script: `location.hash = "printout"; await shown("#printout"); ` + openAll},
	}
	embedStates = []state{
		{name: "a slip", script: `enter("#key", key.replace("590458", "590468")); await shown(".fe-repair__take");`},
		{name: "a key", script: `enter("#key", key); await shown(".js-actions");`},
	}
	developersStates = []state{
		{name: "a setting", script: `await shown(".js-heard li"); enter('[data-name="key-id"]', "3FD763F9"); await until(() => find(".js-snippet").textContent.includes("3FD763F9"));`},
	}
	checkStates = []state{
		{name: "a slip", script: `enter("#key", key.replace("590458", "590468")); await shown(".fe-repair__take"); ` + openAll},
		{name: "a key", script: `enter("#key", key); await shown(".js-actions");`},
		{name: "a key and a wrong ID", script: `enter("#key", key); await shown(".js-actions"); enter("#id", "3FD763FX"); await until(() => find(".js-id").ariaInvalid === "true");`},
		{name: "keys of a table", script: pasteTable + `await shown(".js-rows [data-act]"); find('.js-rows [data-act="show"]').click(); await shown(".js-rows .fe-keys__digits");`},
		{name: "the key of a table", script: pasteTable + `enter("#id", "3FD763F9"); await shown('.js-answer-rows [data-act="show"]'); ` + openAll},
		{name: "type it", script: `enter("#key", key); await shown(".js-type"); find(".js-type").click(); await shown(".js-typing");`},
		{name: "print it", script: `enter("#key", key); await shown(".js-print-it"); find(".js-print-it").click(); await shown(".js-print .fe-sheet, .js-print [class*=sheet]"); ` + openAll},
	}
)

// statesOf returns the states to look at a page in.
func statesOf(page string) []state {
	trimmed := strings.Trim(page, "/")
	name := trimmed[strings.LastIndex(trimmed, "/")+1:]
	switch {
	case strings.HasPrefix(trimmed, "embed"): // "embed", "embed/de"
		return slices.Concat(everyState, embedStates)
	case name == "find":
		return slices.Concat(everyState, findStates)
	case name == "developers":
		return slices.Concat(everyState, developersStates)
	case len(trimmed) <= 2: // "", "de"
		return slices.Concat(everyState, checkStates)
	}
	return everyState
}
