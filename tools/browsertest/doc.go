// Package browsertest uses the built site as people do, in a real browser. It
// has tests only.
//
// FORTYEIGHT_PICTURES names a folder for pictures of what the tests see:
//
//	FORTYEIGHT_PICTURES=/tmp go test ./tools/browsertest -run TestLooks
package browsertest
