// Command whole is all programs in one, for the page that has its program inside: what
// they share, Go's runtime before all, then stands there once. The page still
// runs a worker for each, with a memory of its own.
package main

import (
	"fortyeight/wasm/bridge/whole"
	"fortyeight/wasm/door/filedoor"
)

func main() { filedoor.Open(whole.New) }
