// Package bridge is what the programs for the browser offer, as ordinary Go:
// plain maps in, plain maps out. It is tested natively; the programs only
// convert to and from JavaScript. Field names and values are the contract that
// wasm/check.d.ts writes down.
//
// Values are strings, ints, bools, []any, map[string]any and nil; a value that
// comes in can also be []byte, from a Uint8Array. Places in a text count
// UTF-16 code units, as JavaScript does.
package bridge

// A Call takes one object and returns one object. A call that is used wrongly
// returns {usage: what it wants} and changes nothing.
type Call func(in map[string]any) map[string]any

func usage(wants string) map[string]any { return map[string]any{"usage": wants} }

// text returns a field that must be a string.
func text(in map[string]any, field string) (string, bool) {
	s, ok := in[field].(string)
	return s, ok
}
