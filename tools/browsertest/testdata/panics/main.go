// Command panics is the check program with faults: it panics when the text has
// an exclamation mark, ends when it has two, and never answers when it has
// three.
package main

import (
	"os"
	"strings"

	"fortyeight/wasm/bridge"
	"fortyeight/wasm/door"
)

func main() {
	var session bridge.Session
	door.Open(func(name string, in bridge.Fields) string {
		text, _ := in.Text("text")
		if strings.Contains(text, "!!!") {
			for {
			}
		}
		if strings.Contains(text, "!!") {
			os.Exit(1)
		}
		if strings.Contains(text, "!") {
			panic("a fault made for the test")
		}
		return session.Call(name, in)
	})
}
