// Package kit is what the kit program offers: backup sheets, and the comparison
// with what is read back from them. It stands beside package bridge and not in
// it, because a sheet's QR brings what the check program must not carry.
//
// Field names and values are the contract that wasm/kit.d.ts writes down. A
// program that offers more adds its calls to [Call].
package kit

import (
	"fortyeight/keyformat"
	"fortyeight/wasm/bridge"
)

// calls are the calls of this package by name.
var calls = map[string]func(bridge.Fields) string{
	"sheet":    sheetOf,
	"text":     textOf,
	"readBack": readBack,
}

// Call makes a call; it is a [bridge.Program].
func Call(name string, in bridge.Fields) string {
	call, ok := calls[name]
	if !ok {
		return bridge.Usage("the kit has the calls sheet, text and readBack")
	}
	return call(in)
}

// Names returns the names of all calls, in any order.
func Names() []string {
	var names []string
	for name := range calls {
		names = append(names, name)
	}
	return names
}

// key reads the field that must hold a well-formed key: what is not well-formed
// gets no sheet.
func key(in bridge.Fields) (keyformat.Key, bool) {
	text, ok := in.Text("key")
	if !ok {
		return keyformat.Key{}, false
	}
	key, err := keyformat.ParseKey(text)
	return key, err == nil
}
