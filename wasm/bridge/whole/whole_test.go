package whole

import (
	"slices"
	"strings"
	"testing"

	"fortyeight/wasm/bridge"
	"fortyeight/wasm/bridge/camera"
	"fortyeight/wasm/bridge/files"
	"fortyeight/wasm/bridge/kit"
)

// A browser that has no files.
type browser struct{}

func (browser) Read(int, []byte, int64) (int, error) { return 0, nil }
func (browser) Decode(string, []byte) (string, bool) { return "", false }
func (browser) Due() bool                            { return true }

// Every call goes to the program that has it, and to no other.
func TestCallsReachTheirProgram(t *testing.T) {
	session, call := New(browser{})
	if session == nil {
		t.Fatal("there is no session to step")
	}
	seen := map[string]bool{}
	for _, program := range []struct {
		names []string
		call  bridge.Program
	}{
		{new(bridge.Session).Names(), new(bridge.Session).Call},
		{kit.Names(), kit.Call},
		{camera.Names(), new(camera.Session).Call},
		{files.Names(), files.New(browser{}).Call},
	} {
		for _, name := range program.names {
			if seen[name] {
				t.Errorf("two programs have a call %s; rename one, or the page in one file calls the wrong one", name)
			}
			seen[name] = true
			if got, want := call(name, nil), program.call(name, nil); got != want {
				t.Errorf("%s without fields: %s, and its own program says %s", name, got, want)
			}
		}
	}
	if len(seen) < 15 {
		t.Errorf("only %d calls were compared", len(seen))
	}
	if answer := call("nothing", nil); slices.Contains([]string{"", "{}"}, answer) || !strings.Contains(answer, "usage") {
		t.Errorf("a call that nobody has: %s", answer)
	}
}
