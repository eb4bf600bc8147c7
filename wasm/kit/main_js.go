// Command kit is the program that a page loads when somebody first wants more
// than a verdict: a sheet to print, digits to scan. It runs in a worker of its
// own.
package main

import (
	"fortyeight/wasm/bridge/kit"
	"fortyeight/wasm/door"
)

func main() { door.Open(kit.Call) }
