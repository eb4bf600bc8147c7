// Package door is how a program meets JavaScript: one function, fortyeight,
// that takes the name of a call and one plain object and returns one plain
// object. It knows nothing of keys.
//
// A panic is caught here. The program then answers {died: true} to this and
// every further call, since its state can no longer be trusted: whoever runs
// it replaces it.
package door

import (
	"syscall/js"

	"fortyeight/wasm/bridge"
)

// Open offers calls to JavaScript and never returns.
func Open(calls map[string]bridge.Call) {
	dead := false
	js.Global().Set("fortyeight", js.FuncOf(func(_ js.Value, args []js.Value) (result any) {
		defer func() {
			if recover() != nil {
				dead = true
			}
			if dead {
				result = map[string]any{"died": true}
			}
		}()
		if dead {
			return nil
		}
		if len(args) != 2 || args[0].Type() != js.TypeString || args[1].Type() != js.TypeObject {
			return map[string]any{"usage": "fortyeight(name, object)"}
		}
		call, ok := calls[args[0].String()]
		if !ok {
			return map[string]any{"usage": "no such call"}
		}
		return call(object(args[1]))
	}))
	select {}
}

// object converts a plain object of strings, numbers, bools and Uint8Arrays;
// it leaves out what is none of these.
func object(v js.Value) map[string]any {
	keys := js.Global().Get("Object").Call("keys", v)
	in := make(map[string]any, keys.Length())
	for i := range keys.Length() {
		name := keys.Index(i).String()
		switch value := v.Get(name); value.Type() {
		case js.TypeString:
			in[name] = value.String()
		case js.TypeNumber:
			in[name] = value.Int()
		case js.TypeBoolean:
			in[name] = value.Bool()
		case js.TypeObject:
			if value.InstanceOf(js.Global().Get("Uint8Array")) {
				b := make([]byte, value.Length())
				js.CopyBytesToGo(b, value)
				in[name] = b
			}
		}
	}
	return in
}
