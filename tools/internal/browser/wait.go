package browser

import (
	"errors"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/chromedp"
)

// Wait returns as soon as the JavaScript expression is true, also when the page
// goes elsewhere meanwhile. It looks before each frame, and in a hidden page,
// which has no frames, from time to time.
//
// It is not chromedp's Poll, because that compiles its expression inside the page, which
// the site's policy forbids.
func (tab *Tab) Wait(expression string) {
	tab.t.Helper()
	script := fmt.Sprintf(`new Promise((done, fail) => {
		const look = () => {
			try {
				if (%s) return done(true);
			} catch (problem) {
				return fail(problem);
			}
			let again = () => { again = () => {}; look(); };
			requestAnimationFrame(() => again());
			setTimeout(() => again(), 50);
		};
		look();
	})`, expression)
	for {
		_, err := chromedp.Run(tab.Ctx, chromedp.Evaluate[bool](script, chromedp.EvalAwaitPromise))
		if err == nil {
			return
		}
		if !isNavigation(err) || tab.Ctx.Err() != nil {
			tab.fatal(err, "waiting for "+expression)
		}
	}
}

// isNavigation reports whether an evaluation ended because its page did.
func isNavigation(err error) bool {
	var said *cdproto.Error
	return errors.As(err, &said) &&
		(strings.Contains(said.Message, "navigated") || strings.Contains(said.Message, "context was destroyed") ||
			strings.Contains(said.Message, "Cannot find default execution context") || strings.Contains(said.Message, "Promise was collected"))
}
