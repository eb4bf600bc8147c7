package browser

import (
	"context"
	"sync"
	"testing"
)

// shared is the browser of this test process. It starts with the first tab, so
// that a run of tests which need none starts none.
var shared struct {
	once   sync.Once
	owned  bool // Main runs: somebody will end the browser
	ctx    context.Context
	cancel context.CancelFunc
	err    error
}

// Main runs the tests of a package and ends the browser that they shared. Call
// it from TestMain: os.Exit(browser.Main(m)).
func Main(m *testing.M) int {
	shared.owned = true
	code := m.Run()
	if shared.cancel != nil {
		shared.cancel()
	}
	return code
}

func sharedBrowser(t testing.TB) context.Context {
	t.Helper()
	if !shared.owned {
		t.Fatal("browser.Page needs browser.Main: add func TestMain(m *testing.M) { os.Exit(browser.Main(m)) } to this package's tests")
	}
	shared.once.Do(func() {
		shared.ctx, shared.cancel, shared.err = Start(context.Background())
	})
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.ctx
}
