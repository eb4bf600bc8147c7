// Command files is the program that a page loads when somebody chooses files: it
// reads keys out of any of them, out of whole folders and large exports, and
// finds the one for a Key ID. It runs in a worker of its own.
package main

//lint:file-ignore U1000 JavaScript calls what wasmexport exports.

import (
	"fortyeight/wasm/bridge/files"
	"fortyeight/wasm/door"
)

var session = files.New(new(browser))

func main() { door.Open(session.Call) }

// What step returns.
const (
	stepDied = -1
	stepDone = 0
	stepMore = 1
)

// step works on what was taken, for as long as due says.
//
//go:wasmexport step
func step() int32 {
	more := false
	switch {
	case !door.Alive(func() { more = session.Step() }):
		return stepDied
	case more:
		return stepMore
	}
	return stepDone
}
