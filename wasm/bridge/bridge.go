// Package bridge is what the programs for the browser offer, as ordinary Go:
// the fields of one object in, one JSON object out. It is tested natively; the
// programs only pass both on. Names and values are the contract that
// wasm/check.d.ts writes down.
//
// Both ways it is bytes that cross the border to JavaScript, once each, where
// objects would cross it for every field. They are read and written by this
// package because encoding/json weighs 200 kB on the wire, and syscall/js 20.
// Places in a text count UTF-16 code units, as JavaScript does.
package bridge

// A Program makes the call that has this name and returns the answer, a JSON
// object. A call that is used wrongly answers {usage: what it wants} and
// changes nothing.
type Program func(name string, in Fields) string

// Answer makes the call that message asks for: its name, as the first part,
// and its fields.
func (p Program) Answer(message []byte) string {
	in := Fields(message)
	name := string(in.next())
	return p(name, in)
}
