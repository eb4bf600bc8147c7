// Package leak watches all that a page in a real browser can speak through, and
// finds a key there.
//
//	log := leak.NewLog(handler)               // the page's server, written down
//	watch := leak.Over(t, tab, leak.Canary(), log)
//	tab.Open(…)                               // a whole session with the canary's key
//	for _, s := range watch.Sightings() {     // there must be none
//		t.Error(s)
//	}
//
// # What is looked for
//
// A [Key] is looked for in pieces: every group, in digits, backwards, in hex,
// base64, percent, UTF-16 and more, every two groups whatever stands
// between their digits, and the key's own bytes. A message that was encrypted
// shows nothing of that. Therefore it is a sighting too when a page uses a way at all
// that it has no business with: an address that is not one of the site's files, a
// beacon, a socket, a form, anything stored, a title that changes, a line in the
// console, a word to another window. What remains is saying something by what is
// fetched when; no page of ours fetches anything while somebody types.
//
// # Who looks
//
// Inside: watch.js, which runs in every frame before the page's first script and
// stands before the first line of every worker, writes down each call of whatever
// speaks. Outside: the browser's own reports about requests, navigations,
// storage, titles and the console, the log of the page's server, and at the end all
// that is stored, be it by whomever. Most ways are seen by several.
//
// # What is allowed
//
// A key may stand where it is shown, and go to the page's own workers. For one file
// or one entry of the clipboard that somebody's press asks for there is [Watch.Asked], which
// also fails when none comes.
package leak
