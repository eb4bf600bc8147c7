// Command check is the program that a page loads for its first verdict: keys
// and Key IDs as they are typed, and one key file. It runs in a worker.
package main

import (
	"fortyeight/wasm/bridge"
	"fortyeight/wasm/door"
)

func main() {
	var session bridge.Session
	door.Open(session.Call)
}
