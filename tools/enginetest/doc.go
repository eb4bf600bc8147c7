// Package enginetest uses the built site in every engine that is installed. It has
// tests only.
//
//	go test ./tools/enginetest -v                         what each engine runs
//	go test ./tools/enginetest -run /firefox/typing       one scenario in one engine
//	FORTYEIGHT_ENGINES=chromium,firefox,webkit go test …  all three must be there
//	FORTYEIGHT_PICTURES=/tmp go test … -run TestLooks     pictures to look at
//
// A scenario is written once, in JavaScript, in the folder scenarios. The test's
// server puts it into each page that it hands out, before the page is parsed, and
// changes nothing else: policy, programs and headers are the site's own. The
// scenario does what can be done in a page, asks the server for what needs a real
// hand (typing, pressing, choosing files, another size of the screen), and reports how it
// went. So a driver of an engine has next to nothing to do.
//
// The page in one file, whose policy lets it speak to nobody, and the site without
// network, whose bytes the service worker knows, are driven from outside.
//
// A new scenario is a file there and a line in the table in scenarios_test.go.
// What it lacks from the engine is said there too: a script that takes it away runs
// before all others, in pages and workers.
package enginetest
