package engine

import (
	"context"
	"fmt"
	"io"
	"os"

	"fortyeight/tools/internal/browser"
)

// debian are the packages that bring an engine. Chromium has its own provider.
var debian = map[Name][]string{
	Firefox: {"firefox-esr"},
	WebKit:  {"webkit2gtk-driver", "xvfb"},
}

// Provide installs Firefox and WebKit where they are not and it may, as
// browser.Provide does for Chromium, and returns one line for each that is still missing.
// An engine that [Required] names and that cannot be had is an error.
func Provide(ctx context.Context, log io.Writer) (missing []string, err error) {
	for _, name := range []Name{Firefox, WebKit} {
		lacks := Installed(name)
		if lacks == nil {
			continue
		}
		if browser.MayInstall(ctx) == nil {
			fmt.Fprintf(log, "No %s found: installing Debian's packages %q.\n", name, debian[name])
			if err := browser.Install(ctx, log, debian[name]...); err != nil {
				fmt.Fprintln(log, err)
			}
			lacks = Installed(name)
		}
		if lacks != nil {
			missing = append(missing, lacks.Error())
		}
	}
	if os.Getenv(Required) != "" {
		_, err = Wanted()
	}
	return missing, err
}
