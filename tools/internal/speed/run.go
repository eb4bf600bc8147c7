package speed

import (
	"context"
	"fmt"
	"io"

	"fortyeight/site"
	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/pipeline"
	"fortyeight/tools/internal/wasmbuild"
)

// Slowdown is how many times slower the processor is where a line says so, as
// Lighthouse has it for a phone of the middle.
const Slowdown = 4

// A Subject is what is measured, and what it is measured with.
type Subject struct {
	Site  *site.Output
	Empty []byte       // the empty Go program
	Shell *site.Output // the site built with the empty program in the place of the check program
}

// Prepare makes the subject of what was built.
func Prepare(ctx context.Context, built *pipeline.Built) (Subject, error) {
	empty, err := wasmbuild.Empty(ctx)
	if err != nil {
		return Subject{}, err
	}
	shell, err := built.With(ctx, "check", empty)
	return Subject{Site: built.Site, Empty: empty, Shell: shell}, err
}

// Options say how to measure.
type Options struct {
	Rounds int       // how often everything is visited; at least once
	Log    io.Writer // told of what takes time
	open   bool      // a line as fast as the machine, for a test of the measure itself
}

// A round holds the marks of one round, by page and then by what was stored.
type round map[string]map[string]marks

// The pages, as a round names them.
const (
	emptyPage   = "the empty Go program"
	plainPage   = "plain JavaScript, the rule alone"
	shellPage   = "the Check page around the empty program"
	checkPage   = "the Check page"
	emptySlowed = "the empty Go program, main thread"
	checkSlowed = "the check program, main thread"
)

// What is stored, as a round names it.
const (
	cold    = "cold"
	warm    = "warm"
	offline = "offline"
)

// Run visits everything so many times.
func Run(ctx context.Context, s Subject, o Options) (*Report, error) {
	plan, end, err := s.plan(o)
	if err != nil {
		return nil, err
	}
	defer end()
	chromium, cancel, err := browser.Start(ctx)
	if err != nil {
		return nil, err
	}
	defer cancel()
	report := new(Report)
	for i := range max(1, o.Rounds) {
		fmt.Fprintf(o.Log, "Round %d of %d …\n", i+1, max(1, o.Rounds))
		r, err := visitAll(chromium, plan, o.open)
		if err != nil {
			return nil, err
		}
		report.rounds = append(report.rounds, r)
	}
	return report, nil
}

// again is how many times a stored page is visited in a round: such a visit takes tenths of a
// second, and whatever else the machine does shows in it.
const again = 3

// visitAll makes one round: all pages cold, then all of them warm, then offline, each page in a
// profile of its own. Pages that are not to be stored are visited cold only.
func visitAll(chromium context.Context, plan []visitor, fast bool) (round, error) {
	r := round{}
	profiles := make([]*profile, len(plan))
	for i, v := range plan {
		p, err := newProfile(chromium)
		if err != nil {
			return nil, err
		}
		defer p.close()
		profiles[i], r[v.page] = p, map[string]marks{}
	}
	for _, stored := range []string{cold, warm, offline} {
		times := again
		if stored == cold {
			times = 1
		}
		seen := map[string][]marks{}
		for range times {
			for i, v := range plan {
				if stored != cold && v.stores == "" {
					continue
				}
				v.at.set(v.line(stored, fast))
				one, err := profiles[i].visit(v, stored == cold)
				if err != nil {
					return nil, fmt.Errorf("%s, %s: %w", v.page, stored, err)
				}
				seen[v.page] = append(seen[v.page], one)
			}
		}
		for page, visits := range seen {
			r[page][stored] = middle(visits)
		}
	}
	return r, nil
}

// What makes a page keep itself, or waits until it has: conditions in JavaScript.
const (
	storesYardstick = `navigator.serviceWorker.register("/speed/sw.js").then(() => navigator.serviceWorker.ready)`
	storesItself    = `document.querySelector(".js-offline").hasChildNodes()`
)

// plan serves the sites, until end is called, and says what a round visits.
func (s Subject) plan(o Options) (plan []visitor, end func(), err error) {
	both, err := withYardstick(s.Site, s.Empty)
	if err != nil {
		return nil, nil, err
	}
	program, err := find(s.Site, "assets/check.*.wasm")
	if err != nil {
		return nil, nil, err
	}
	own, shell := newHost(both), newHost(s.Shell)
	if !o.open {
		fmt.Fprintln(o.Log, "Compressing what is sent, as well as brotli can …")
		pack(own.small, both)
		pack(shell.small, s.Shell)
	}
	typed := inputs{Key: publicKey, ID: publicID, File: keyFile}
	plan = []visitor{
		{page: emptyPage, at: own, path: "/speed/empty.html", wants: "ready", stores: storesYardstick},
		{page: plainPage, at: own, path: "/speed/plain.html", inputs: typed, wants: "verdict", stores: storesYardstick},
		{page: shellPage, at: shell, path: "/", inputs: typed, wants: "ready", stores: storesItself},
		{page: checkPage, at: own, path: "/", inputs: typed, wants: "sheet", stores: storesItself},
		{page: emptySlowed, at: own, path: "/speed/main.html", inputs: inputs{Program: "empty.wasm"}, wants: "ready", slower: Slowdown},
		{page: checkSlowed, at: own, path: "/speed/main.html", inputs: inputs{Program: "/" + program.Path, Key: publicKey, ID: publicID}, wants: "answer", slower: Slowdown},
	}
	return plan, func() { own.Close(); shell.Close() }, nil
}
