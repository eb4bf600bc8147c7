// Package files is what the files program offers: it reads what a person chose,
// in steps between which the page is answered, and finds the key they need. It
// stands beside package bridge and not in it, because what reads key files is
// more than the check program may carry.
//
//	take, paste ──▶ jobs ──Step──▶ keyfile.Set ──▶ rows, match, key, …
//
// Field names and values are the contract that wasm/files.d.ts writes down.
// Answers hold a key only where somebody asked for one: in key and keys.
package files

import (
	"errors"
	"maps"
	"slices"

	"fortyeight/keyformat/keyfile"
	"fortyeight/keyformat/keyfile/legacy"
	"fortyeight/keyformat/keyfile/office"
	"fortyeight/keyformat/keyfile/pdf"
	"fortyeight/wasm/bridge"
	"fortyeight/wasm/browserfs"
)

// A Browser is what a session needs of the browser around it.
type Browser interface {
	// Read reads bytes of the file that has this number, from byte at on. It
	// fails when the file has changed or gone, and with [ErrLater].
	Read(file int, p []byte, at int64) (int, error)
	// Decode turns text in a legacy encoding into UTF-8.
	Decode(label string, text []byte) (string, bool)
	// Due reports whether a step has lasted long enough.
	Due() bool
}

// ErrLater says that the browser has these bytes before the next step. Where a call
// meets it, the answer is worth nothing, and the call is to be made again.
var ErrLater = errors.New("the bytes come later")

// A Session is what the files program knows in one worker. Ending the worker
// ends the session.
type Session struct {
	browser Browser
	fsys    *browserfs.FS
	scan    keyfile.Scanner
	index   keyfile.Index
	work    work
	told    told
}

// New returns a session without files.
func New(b Browser) *Session {
	s := &Session{browser: b, fsys: browserfs.New()}
	s.scan = keyfile.Scanner{
		Decode:   func(piece []byte) string { return legacy.Decode(piece, legacy.Decoder(b.Decode)) },
		Workbook: office.Workbook,
		PDF:      pdf.Text,
	}
	return s
}

// calls are the calls of a session by name. The first three begin or end work
// and are made by files.js; the others are for the page.
var calls = map[string]func(*Session, bridge.Fields) string{
	"take":     (*Session).take,
	"paste":    (*Session).paste,
	"stop":     (*Session).stop,
	"progress": (*Session).progress,
	"rows":     (*Session).rows,
	"match":    (*Session).match,
	"key":      (*Session).key,
	"keys":     (*Session).keys,
	"notices":  (*Session).notices,
}

// Names returns the names of all calls, in any order.
func Names() []string { return slices.Collect(maps.Keys(calls)) }

// ForThePage are the calls that wasm/files.d.ts offers.
var ForThePage = []string{"rows", "match", "key", "keys", "notices"}

// Call makes the call of that name; it is a [bridge.Program].
func (s *Session) Call(name string, in bridge.Fields) string {
	call, ok := calls[name]
	if !ok {
		return bridge.Usage("there is no such call")
	}
	return call(s, in)
}

// nothing is the answer of a call that has none.
func nothing() string {
	var a bridge.Answer
	return a.End()
}
