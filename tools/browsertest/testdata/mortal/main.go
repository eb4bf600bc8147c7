// Command mortal is the files program with faults: it panics when it reads a
// file that begins so, and runs out of memory over another.
package main

import (
	"bytes"

	"fortyeight/wasm/bridge"
	"fortyeight/wasm/bridge/files"
	"fortyeight/wasm/door/filedoor"
)

type mortal struct{ files.Browser }

var kept [][]byte

func (m mortal) Read(file int, p []byte, at int64) (int, error) {
	n, err := m.Browser.Read(file, p, at)
	if bytes.HasPrefix(p[:n], []byte("panic")) {
		panic("a fault made for the test")
	}
	for bytes.HasPrefix(p[:n], []byte("memory")) {
		kept = append(kept, make([]byte, 1<<28))
	}
	return n, err
}

func main() {
	filedoor.Open(func(b files.Browser) (*files.Session, bridge.Program) {
		session := files.New(mortal{b})
		return session, session.Call
	})
}
