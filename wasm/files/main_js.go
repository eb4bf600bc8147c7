// Command files is the program that a page loads when somebody chooses files: it
// reads keys out of any of them, out of whole folders and large exports, and
// finds the one for a Key ID. It runs in a worker of its own.
package main

import (
	"fortyeight/wasm/bridge"
	"fortyeight/wasm/bridge/files"
	"fortyeight/wasm/door/filedoor"
)

func main() {
	filedoor.Open(func(b files.Browser) (*files.Session, bridge.Program) {
		session := files.New(b)
		return session, session.Call
	})
}
