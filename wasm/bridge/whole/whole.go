// Package whole offers the calls of all programs. No two of them have a call of
// the same name, so a call says by itself whose it is.
package whole

import (
	"slices"

	"fortyeight/wasm/bridge"
	"fortyeight/wasm/bridge/camera"
	"fortyeight/wasm/bridge/files"
	"fortyeight/wasm/bridge/kit"
)

// A part is one of the programs.
type part struct {
	names []string
	call  bridge.Program
}

// New returns all programs as one, and of them the session that reads files.
func New(b files.Browser) (*files.Session, bridge.Program) {
	session := files.New(b)
	parts := []part{
		{new(bridge.Session).Names(), new(bridge.Session).Call},
		{kit.Names(), kit.Call},
		{camera.Names(), new(camera.Session).Call},
		{files.Names(), session.Call},
	}
	return session, func(name string, in bridge.Fields) string {
		for _, p := range parts {
			if slices.Contains(p.names, name) {
				return p.call(name, in)
			}
		}
		return bridge.Usage("there is no such call")
	}
}
