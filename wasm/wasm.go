// Package wasm holds the JavaScript that brings the programs into a page: the
// loader, which runs in the page, and the worker, in which a program runs.
//
// The folders beside it are the programs (check), what they offer (bridge) and
// how a program meets JavaScript (door). The contract between page and program
// is check.d.ts; a test compares it with what the bridge gives.
package wasm

import "embed"

// Scripts holds the JavaScript modules of this folder, for the site's bundler.
//
//go:embed *.js *.d.ts
var Scripts embed.FS
