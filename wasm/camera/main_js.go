// Command camera is the program that a page loads when somebody first holds a
// sheet before the camera or chooses a picture of one. It runs in a worker of
// its own.
package main

import (
	"fortyeight/wasm/bridge/camera"
	"fortyeight/wasm/door"
)

func main() {
	var session camera.Session
	door.Open(session.Call)
}
