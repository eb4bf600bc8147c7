// Package door is how a program meets JavaScript: wasm/worker.js writes a
// message into the program's memory and reads the answer from there. It knows
// nothing of keys. It does without syscall/js, which weighs 20 kB on the wire
// and calls across the border for every field of an object.
//
//	reserve(n)  the place for a message of n bytes
//	call(n)     answers the message that stands there; returns the answer's length
//	answer()    the place of the answer, good until the next call
//
// A panic is caught here. The program then answers {"died":true} to this and
// every further call, since its state can no longer be trusted: whoever runs
// it replaces it.
package door

//lint:file-ignore U1000 JavaScript calls what wasmexport exports.

import (
	"unsafe"

	"fortyeight/wasm/bridge"
)

var (
	program bridge.Program
	message []byte
	answer  []byte
	dead    bool
)

// Open offers a program to JavaScript and never returns.
func Open(p bridge.Program) {
	program = p
	select {}
}

//go:wasmexport reserve
func reserve(n int32) unsafe.Pointer {
	if cap(message) < int(n) {
		message = make([]byte, n)
	}
	message = message[:n]
	return unsafe.Pointer(unsafe.SliceData(message))
}

//go:wasmexport call
func call(n int32) int32 {
	answer = append(answer[:0], respond(message[:n])...)
	// What was typed is not kept longer than its answer takes.
	clear(message[:n])
	return int32(len(answer))
}

//go:wasmexport answer
func answerAt() unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(answer)) }

func respond(message []byte) string {
	text := ""
	if !Alive(func() { text = program.Answer(message) }) {
		return `{"died":true}`
	}
	return text
}

// Alive calls do, as a program must that exports more than this package does.
// It returns false when do panicked, or the program had died before.
func Alive(do func()) bool {
	defer func() {
		if recover() != nil {
			dead = true
		}
	}()
	if !dead {
		do()
	}
	return !dead
}
