// Package wasm holds the JavaScript that brings the programs into a page: the
// loader, which runs in the page, and the worker, in which a program runs.
//
// The folders beside it are the programs (check, kit, files, camera), what they
// offer (bridge and a folder in it for each) and how a program meets JavaScript
// (door). The contracts between page and programs are the files *.d.ts; tests compare them with
// what the bridges give.
package wasm

import "embed"

// Scripts holds the JavaScript modules of this folder, for the site's bundler.
//
//go:embed *.js *.d.ts
var Scripts embed.FS
