package speed

import (
	"context"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/systeminfo"
	"github.com/chromedp/chromedp"
)

// A browser is at rest when its processes together use no more of one core than
// restShare, over restLook.
const (
	restShare = 0.1
	restLook  = 200 * time.Millisecond
)

// rest returns once the browser is at rest: it closes a tab with all its workers long after it has
// said so, and whoever is visited meanwhile would pay for those before them.
func rest(browser context.Context) error {
	ctx, cancel := context.WithTimeout(browser, patience)
	defer cancel()
	before, err := usageNow(ctx)
	for err == nil {
		began := time.Now()
		select {
		case <-ctx.Done():
		case <-time.After(restLook):
		}
		var now usage
		if now, err = usageNow(ctx); err == nil && now.since(before) <= restShare*time.Since(began).Seconds() {
			return nil
		}
		before = now
	}
	return fmt.Errorf("waiting until the browser is at rest: %w", err)
}

// usage is the time that each process has used of a core, in seconds, by its number.
type usage map[int64]float64

func usageNow(ctx context.Context) (usage, error) {
	said, err := chromedp.CallBrowser(ctx, systeminfo.GetProcessInfo, cdp.Empty{})
	now := usage{}
	for _, p := range said.ProcessInfo {
		now[p.ID] = p.CPUTime
	}
	return now, err
}

// since returns the time used since an earlier look, by those that are still there.
func (u usage) since(before usage) (seconds float64) {
	for process, used := range u {
		seconds += used - before[process]
	}
	return seconds
}
