// Package filedoor is how a program that reads files meets JavaScript beside
// package door: wasm/slices.js hands it bytes of files and the browser's
// decoders, and wasm/worker.js calls for its work, step by step.
//
//	step()  works for as long as due says; returns a files.Standing, or -1 when
//	        the program has died
package filedoor

//lint:file-ignore U1000 JavaScript calls what wasmexport exports.

import (
	"fortyeight/wasm/bridge"
	"fortyeight/wasm/bridge/files"
	"fortyeight/wasm/door"
)

var session *files.Session

// Open offers the program that is made for this browser to JavaScript, and
// never returns. The session is the part of the program that reads files.
func Open(made func(files.Browser) (*files.Session, bridge.Program)) {
	var program bridge.Program
	session, program = made(new(browser))
	door.Open(program)
}

//go:wasmexport step
func step() int32 {
	var standing files.Standing
	if !door.Alive(func() { standing = session.Step() }) {
		return -1
	}
	return int32(standing)
}
