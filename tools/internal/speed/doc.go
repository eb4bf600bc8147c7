// Package speed measures how long somebody with a poor phone on a poor line waits.
//
// A visit opens a page in Chromium and does what a person does: types a key once the field is
// drawn, gives a key file, prints a sheet. Two verdicts are marked: the first, which the
// rule alone gives, and that of the program. A visit begins when the browser is done
// with the one before. The local server is the slow line ([Rate], [Latency]), since what a
// browser throttles reaches neither what a worker downloads nor how fast it runs.
//
// Four pages are visited in turn, so that whatever else the machine does falls on all of them:
// the empty Go program in a worker with the site's own worker script, a page of plain
// JavaScript that knows the rule alone, the Check page around the empty program, with the
// same typing, and the Check page. In every round they are visited in this order cold, with
// nothing stored; then warm, with a service worker that has kept them; then offline,
// with the line cut; the last two three times over. Their service workers run on from
// visit to visit, as they do for somebody who goes from page to page or comes right back.
// What counts is the ratio of two times of the same round; the table has medians over the
// rounds.
//
// With the processor slowed down (by [Slowdown]), both Go programs also run on the main
// thread, the only place where a browser slows one: no page of the site does that, so
// these lines tell of the programs, not of the site.
//
//	subject, err := speed.Prepare(ctx, built)
//	report, err := speed.Run(ctx, subject, speed.Options{Rounds: 5, Log: os.Stdout})
//	report.Write(os.Stdout)
package speed
