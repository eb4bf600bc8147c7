// Package site builds the website: a pure function from file systems to files.
//
//	content/  markdown, words, site.json ─┐
//	site/assets/  CSS, JS, a folder a     │
//	              component               ├─ Build ─▶ Output: the files of the site
//	wasm/*.js     loader and worker       │
//	programs      compiled elsewhere     ─┘
//
// [Build] reads only its [Input] and writes nothing. The same input gives the
// same bytes: no disk, no network, no clock, no order of a map.
//
// # Pages
//
// Every markdown file below content/<lang>/ is a page. It begins with front
// matter, which is a [FrontMatter]: a key that is missing or unknown is an
// error with file and line. Its place follows from its name: check.md is the
// front page with the checker, 404.md is the page for addresses that lead
// nowhere, guide.md begins the guide's table of contents, and guide/lost.md is
// /guide/lost/. content/guide.json says in which order the guide is read.
// content/README.md says what the text can hold: addresses and commands by name,
// drawings, notes. The views are in package view.
//
// # Languages
//
// English stands at the root and has every page; other languages stand below
// their own folder (/de/…), under the same names. A link is written as the
// English page's address in every language, and leads to the reader's own
// language where that has the page. What it lacks is shown in English, marked
// as such, and the switch between languages says so.
//
// # Bundles
//
// esbuild makes one style sheet from site/assets/site.css, one script a
// language from site/assets/check/page.js, one for pages of text with commands
// from site/assets/guide/page.js, and one worker from wasm/worker.js. The loader
// of programs is a file of its own, from site/assets/check/early.js: it runs
// before the page is there, so that the program is on its way.
// Modules come only from the input, never from the disk or npm:
//
//	./x.js, ../y/z.js      beside the importing file, in its own folder
//	wasm/loader.js         from the folder wasm
//	fortyeight:words       content/words/<lang>.json of the page's language
//	fortyeight:programs    {check: {wasm, gzip, worker, bytes}, kit: …}: where the
//	                       built programs stand, and how long each is when unpacked
//	                       (in the page that is one file: the program itself)
//	fortyeight:finder      content/find.json, for the page that asks where a key may be
//	fortyeight:kept        all files that work without network, for the service worker
//	fortyeight:offline     the words about that, of all languages
//	fortyeight:keeping     keep(), which loads the script that sees to that
//	fortyeight:runtime     wasm_exec.js of the Go that compiled the programs
//
// # Without network
//
// One more script, of site/assets/offline, stands on every page but the frame for
// other sites and the page for addresses that lead nowhere. It registers the
// service worker, /sw.js, which stores the whole site: pages, what they load, and
// programs, in all languages. The list inside has the SHA-256 of each file and
// the headers it is sent with, so a stored file is used only as it was built.
//
// # Names
//
// What stands under /assets/ has the hash of its content in its name, so hosts
// may let browsers keep it for ever ([Headers]). Everything else keeps its name
// and is asked for anew.
package site
