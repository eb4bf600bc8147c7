package engine

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
)

// A Name names an engine.
type Name string

// The engines, in the order in which they are told of.
const (
	Chromium Name = "chromium"
	Firefox  Name = "firefox"
	WebKit   Name = "webkit"
)

// All are the engines that this package knows.
var All = []Name{Chromium, Firefox, WebKit}

// Required names the environment variable that says which engines must be there:
// their names, with commas. Without it those are used that are installed.
const Required = "FORTYEIGHT_ENGINES"

// An engine is one running browser.
type engine interface {
	// page opens a page, which lives until it is closed.
	page(ctx context.Context) (driver, error)
	end()
}

// A driver does what a page is asked to do, and returns when it is done.
type driver interface {
	navigate(ctx context.Context, address string) error
	// eval awaits an expression whose value is a string.
	eval(ctx context.Context, expression string) (string, error)
	keys(ctx context.Context, keys string) error
	press(ctx context.Context, x, y float64) error
	// setFiles chooses files in a field of the page or, if framed, of the one frame in it.
	setFiles(ctx context.Context, framed bool, selector string, paths []string) error
	size(ctx context.Context, width, height int) error
	screenshot(ctx context.Context) ([]byte, error)
	pdf(ctx context.Context) ([]byte, error)
	close(ctx context.Context) error
}

var kinds = map[Name]struct {
	find  func() error // nil if it is installed
	start func(ctx context.Context) (engine, error)
}{
	Chromium: {findChromium, startChromium},
	Firefox:  {findFirefox, startFirefox},
	WebKit:   {findWebKit, startWebKit},
}

// Installed returns nil if an engine is here, and otherwise an error that says in one
// line what to install.
func Installed(name Name) error { return kinds[name].find() }

// Wanted returns the engines that are used here: those that are required, else those
// that are installed. A required one that is missing, or has no such name, is an error.
func Wanted() ([]Name, error) {
	named := os.Getenv(Required)
	if named == "" {
		return slices.DeleteFunc(slices.Clone(All), func(name Name) bool { return Installed(name) != nil }), nil
	}
	var wanted []Name
	for part := range strings.SplitSeq(named, ",") {
		name := Name(strings.TrimSpace(part))
		if !slices.Contains(All, name) {
			return nil, fmt.Errorf("%s names %q, which is none of %q", Required, name, All)
		}
		if err := Installed(name); err != nil {
			return nil, fmt.Errorf("%s requires %s: %w", Required, name, err)
		}
		wanted = append(wanted, name)
	}
	return wanted, nil
}

// Each runs a test once in each engine that is used here, side by side.
func Each(t *testing.T, test func(t *testing.T, name Name)) {
	t.Helper()
	wanted, err := Wanted()
	if err != nil {
		t.Fatal(err)
	}
	if len(wanted) == 0 {
		t.Fatalf("no engine is installed, so nothing is tested: %v", Installed(Chromium))
	}
	for _, name := range wanted {
		t.Run(string(name), func(t *testing.T) {
			t.Parallel()
			test(t, name)
		})
	}
}

// running holds the engines of this test process. Each starts with its first page.
var running = struct {
	sync.Mutex
	known map[Name]*instance
}{known: map[Name]*instance{}}

type instance struct {
	once   sync.Once
	engine engine
	err    error
	turn   chan struct{} // holds one token: a page at a time
}

// Main runs the tests of a package and ends the engines that they used. Call it
// from TestMain: os.Exit(engine.Main(m)).
func Main(m *testing.M) int {
	defer End()
	return m.Run()
}

// End ends the engines that have been started.
func End() {
	running.Lock()
	defer running.Unlock()
	for _, one := range running.known {
		if one.engine != nil {
			one.engine.end()
		}
	}
	clear(running.known)
}

func share(name Name) *instance {
	running.Lock()
	one := running.known[name]
	if one == nil {
		one = &instance{turn: make(chan struct{}, 1)}
		running.known[name] = one
	}
	running.Unlock()
	one.once.Do(func() {
		ctx, cancel := context.WithTimeout(context.Background(), Patience)
		defer cancel()
		one.engine, one.err = kinds[name].start(ctx)
	})
	return one
}
