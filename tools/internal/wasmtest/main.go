// Command wasmtest runs a test binary that was compiled for the browser, in a
// browser. The go command starts it:
//
//	go build -o wasmtest ./tools/internal/wasmtest
//	GOOS=js GOARCH=wasm go test -exec ./wasmtest -run '^(Test|Fuzz)' ./keyformat/...
//
// The tests of the field must hold in WebAssembly as they do natively: int has
// 64 bits there too, but the scheduler, the stack and the clock are others. There
// are no files in a browser: a test that wants one is told that there is none,
// vectors are embedded, and examples, which keep their output in a file, are left out.
package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/wasmbuild"
)

//go:embed run.js
var script []byte

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "wasmtest: the go command starts this, with -exec; see its documentation")
		os.Exit(2)
	}
	status, err := run(context.Background(), os.Args[1], os.Args[2:])
	if err != nil {
		fmt.Fprintf(os.Stderr, "wasmtest: %s did not run in the browser: %v\n", os.Args[1], err)
		status = 2
	}
	os.Exit(status)
}

// run returns the exit status of the test binary.
func run(ctx context.Context, binary string, args []string) (int, error) {
	server, err := serve(ctx, binary)
	if err != nil {
		return 0, err
	}
	defer server.Close()
	ctx, cancel, err := browser.Start(ctx)
	if err != nil {
		return 0, err
	}
	defer cancel()
	// The listener runs in the order of events, so all output is out before
	// the status arrives.
	if err := chromedp.Listen(ctx, show); err != nil {
		return 0, err
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(server.URL)); err != nil {
		return 0, err
	}
	list, err := json.Marshal(args)
	if err != nil {
		return 0, err
	}
	return chromedp.Run(ctx, chromedp.Evaluate[int]("runTests("+string(list)+")", chromedp.EvalAwaitPromise))
}

func serve(ctx context.Context, binary string) (*httptest.Server, error) {
	program, err := os.ReadFile(binary)
	if err != nil {
		return nil, err
	}
	glue, err := wasmbuild.Runtime(ctx)
	if err != nil {
		return nil, err
	}
	files := map[string]struct {
		kind string
		data []byte
	}{
		"/":             {"text/html", []byte(`<!doctype html><link rel="icon" href="data:,"><script src="/wasm_exec.js"></script><script src="/run.js"></script>`)},
		"/wasm_exec.js": {"text/javascript", glue},
		"/run.js":       {"text/javascript", script},
		"/test.wasm":    {"application/wasm", program},
	}
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		file := files[r.URL.Path]
		w.Header().Set("Content-Type", file.kind)
		w.Write(file.data)
	})), nil
}

// show prints what the tests print; run.js sends each line as one text.
func show(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		var line string
		if len(e.Args) == 1 && json.Unmarshal(e.Args[0].Value, &line) == nil {
			fmt.Println(line)
		}
	case *runtime.EventExceptionThrown:
		fmt.Println(e.ExceptionDetails.Text, e.ExceptionDetails.Exception)
	}
}
