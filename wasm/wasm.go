// Package wasm holds the JavaScript that brings the programs into a page: the
// loader, which runs in the page, and the worker, in which a program runs.
//
// Each program is loaded when it is first wanted. The folder check is for the
// first verdict, which everybody waits for, and may weigh next to nothing beside
// Go itself; kit makes sheets, files reads files, and camera pictures. What kit
// and files stand on, QR codes and the reader of key files, weighs half as much
// as Go for each, and together they are over the bound that either keeps.
//
// What the programs offer stands in bridge and a folder in it for each, the file
// system that files reads through in browserfs, and how a program meets
// JavaScript in door, for files also in door/filedoor and slices.js. The
// contracts between page and programs are the files *.d.ts; tests compare them
// with what the bridges give.
package wasm

import "embed"

// Scripts holds the JavaScript modules of this folder, for the site's bundler.
//
//go:embed *.js *.d.ts
var Scripts embed.FS
