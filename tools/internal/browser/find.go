package browser

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// Variable names the environment variable that says which browser to use.
const Variable = "FORTYEIGHT_BROWSER"

// ErrNone is returned by Find where there is no browser.
var ErrNone = errors.New("no Chromium or Chrome found: install one (Debian: apt-get install chromium) or set " + Variable + " to its path")

// Find returns the path of a Chromium or Chrome: what FORTYEIGHT_BROWSER names,
// else the first that PATH knows, else the first in the usual places of
// this operating system.
func Find() (string, error) {
	if named := os.Getenv(Variable); named != "" {
		path, err := exec.LookPath(named)
		if err != nil {
			return "", fmt.Errorf("%s names %q, which cannot be run: set it to the path of a Chromium or Chrome, or unset it: %w", Variable, named, err)
		}
		return path, nil
	}
	for _, name := range candidates(runtime.GOOS) {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNone
}

// candidates lists names for PATH and full paths, best first. Chromium goes
// before Chrome because it is what Provide installs: where both are present,
// everybody tests with the same one.
func candidates(goos string) []string {
	switch goos {
	case "darwin":
		return []string{
			"chromium",
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		}
	case "windows":
		names := []string{"chrome.exe"}
		for _, variable := range []string{"ProgramFiles", "ProgramFiles(x86)", "LocalAppData"} {
			if base := os.Getenv(variable); base != "" {
				names = append(names,
					filepath.Join(base, "Chromium", "Application", "chrome.exe"),
					filepath.Join(base, "Google", "Chrome", "Application", "chrome.exe"),
					filepath.Join(base, "Microsoft", "Edge", "Application", "msedge.exe"))
			}
		}
		return names
	default:
		return []string{
			"chromium", "chromium-browser",
			"google-chrome", "google-chrome-stable", "chrome",
			"/snap/bin/chromium", "/opt/google/chrome/chrome",
			"headless-shell",
		}
	}
}
