package audit

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"fortyeight/tools/internal/browser"
)

// patience is how long one page may take; it only ends what would hang.
const patience = 2 * time.Minute

// askAxe looks at every page as it comes and in each state of [states] that it
// has, light and dark.
func askAxe(ctx context.Context, s *subject, j Judge) ([]Row, error) {
	folder, err := j.folder(ctx)
	if err != nil {
		return nil, err
	}
	axe, err := os.ReadFile(filepath.Join(folder, "axe.min.js"))
	if err != nil {
		return nil, err
	}
	tab, cancel, err := browser.Start(ctx)
	if err != nil {
		return nil, err
	}
	defer cancel()
	var rows []Row
	for _, scheme := range []string{"light", "dark"} {
		all := Row{Judge: j.Name, Page: "every page, " + scheme}
		pages, looks := 0, 0
		for _, page := range s.pages() {
			pages++
			for _, state := range statesOf(page) {
				looks++
				problems, err := look(tab, s.address+page, scheme, state, string(axe))
				if err != nil {
					return rows, fmt.Errorf("%s, %s: %w", page, state.name, err)
				}
				for _, p := range problems {
					all.Problems = append(all.Problems, fmt.Sprintf("%s (%s): %s", page, state.name, p))
				}
			}
		}
		all.Figures = fmt.Sprintf("%d violations in %d looks at %d pages", len(all.Problems), looks, pages)
		rows = append(rows, all)
	}
	return rows, nil
}

// look opens a page, brings it into a state and returns axe's violations.
func look(parent context.Context, address, scheme string, s state, axe string) ([]string, error) {
	ctx, cancel := context.WithTimeout(parent, patience)
	defer cancel()
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}}
	err := chromedp.Do(ctx,
		chromedp.EmulateViewport(s.width(), 800),
		func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
			_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, media)
			return chromedp.Void{}, err
		},
		chromedp.Navigate("about:blank"), // so that an address with the same path loads anew
		chromedp.Navigate(address))
	if err != nil {
		return nil, err
	}
	if s.script != "" {
		if _, err := chromedp.Run(ctx, chromedp.Evaluate[any](prelude+"(async () => {"+s.script+"})()", chromedp.EvalAwaitPromise)); err != nil {
			return nil, err
		}
	}
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](axe+";0")); err != nil {
		return nil, err
	}
	found, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](
		`axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(({violations}) => violations.flatMap(({id, help, nodes}) =>
			nodes.map(({target, any, all}) => id + ": " + help + ": " + target.join(" ") + " " + [...any, ...all].map(({message}) => message).join("; "))))`,
		chromedp.EvalAwaitPromise))
	for i := range found {
		found[i] = strings.TrimSpace(found[i])
	}
	return found, err
}
