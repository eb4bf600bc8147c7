package browser

import (
	"context"
	"fmt"
	"strings"

	"github.com/chromedp/chromedp"
)

// Start starts a headless browser with a fresh profile, which is removed when
// cancel is called, and with further flags. The context is a chromedp context with the browser's
// first tab; chromedp.NewContext makes more of them from it.
func Start(ctx context.Context, further ...chromedp.ExecAllocatorOption) (browser context.Context, cancel context.CancelFunc, err error) {
	path, err := Find()
	if err != nil {
		return nil, nil, err
	}
	ctx, cancelAllocator := chromedp.NewExecAllocator(ctx, append(flags(path), further...)...)
	ctx, cancelBrowser := chromedp.NewContext(ctx)
	cancel = func() { cancelBrowser(); cancelAllocator() }
	// The first Do starts the browser and binds its life to this context.
	if err := chromedp.Do(ctx); err != nil {
		cancel()
		return nil, nil, fmt.Errorf("%s did not start: try it by hand with --headless --version, or set %s to another browser: %w", path, Variable, err)
	}
	return ctx, cancel, nil
}

// flags are the browser's. chromedp adds two by itself: a fresh folder for the
// profile, and no-sandbox where this is root, whom Chromium's sandbox refuses.
func flags(path string) []chromedp.ExecAllocatorOption {
	return append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		// Test machines have no GPU, and software drawing is the same everywhere.
		chromedp.DisableGPU,
		// What the browser does on its own account would stand among
		// what the page does.
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-domain-reliability", true),
		chromedp.Flag("no-pings", true),
		chromedp.Flag("disable-features", strings.Join([]string{
			"Translate", "BlinkGenPropertyTrees", // chromedp's own two
			"OptimizationHints", "MediaRouter", "AutofillServerCommunication",
			"CertificateTransparencyComponentUpdater",
		}, ",")),
		// The recording proxy speaks HTTP: nothing may go round it.
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("force-webrtc-ip-handling-policy", "disable_non_proxied_udp"),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"),
	)
}
