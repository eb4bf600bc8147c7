package engine

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

type firefox struct {
	process *process
	profile string
	bidi    *bidi
}

// firefoxNames are for PATH and, on a Mac, in full. What Debian calls firefox-esr goes
// first, since it is what the gate installs.
var firefoxNames = []string{"firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"}

func lookFirefox() (string, error) {
	for _, name := range firefoxNames {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("no Firefox found: install one (Debian: apt-get install firefox-esr)")
}

func findFirefox() error {
	_, err := lookFirefox()
	return err
}

// firefoxPrefs keep the browser from doing anything on its own account. The rest of what a
// test wants it sets itself as soon as it is driven.
const firefoxPrefs = `
user_pref("app.update.disabledForTesting", true);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("toolkit.telemetry.enabled", false);
`

func startFirefox(ctx context.Context) (engine, error) {
	path, err := lookFirefox()
	if err != nil {
		return nil, err
	}
	f := &firefox{}
	if f.profile, err = os.MkdirTemp("", "fortyeight-firefox-"); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(f.profile, "user.js"), []byte(firefoxPrefs), 0o600); err != nil {
		return nil, err
	}
	f.process, err = start([]string{"HOME=" + f.profile, "MOZ_CRASHREPORTER_DISABLE=1"},
		path, "--headless", "--no-remote", "--profile", f.profile,
		"--remote-debugging-port", "0", "--remote-allow-origins", bidiOrigin)
	if err != nil {
		f.end()
		return nil, err
	}
	address, err := f.process.line(ctx, "WebDriver BiDi listening on ", func(word string) bool { return strings.HasPrefix(word, "ws://") })
	if err != nil {
		f.end()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if f.bidi, err = dialBidi(ctx, address+"/session"); err != nil {
		f.end()
		return nil, err
	}
	return f, nil
}

func (f *firefox) end() {
	if f.process != nil {
		f.process.end()
	}
	os.RemoveAll(f.profile)
}

// page opens a page in a user context of its own, which shares no storage.
func (f *firefox) page(ctx context.Context) (driver, error) {
	d := firefoxPage{bidi: f.bidi}
	var user struct{ UserContext string }
	if err := f.bidi.call(ctx, "browser.createUserContext", object{}, &user); err != nil {
		return nil, err
	}
	var tab struct{ Context string }
	err := f.bidi.call(ctx, "browsingContext.create", object{"type": "tab", "userContext": user.UserContext}, &tab)
	d.user, d.context = user.UserContext, tab.Context
	return d, err
}

type firefoxPage struct {
	bidi          *bidi
	user, context string
}

func (d firefoxPage) navigate(ctx context.Context, address string) error {
	return d.bidi.call(ctx, "browsingContext.navigate", object{"context": d.context, "url": address, "wait": "complete"}, nil)
}

type firefoxValue struct {
	Type             string
	ExceptionDetails struct{ Text string }
	Result           struct {
		Type, SharedID string
		Value          any
	}
}

func (d firefoxPage) evaluate(ctx context.Context, expression string) (v firefoxValue, err error) {
	err = d.bidi.call(ctx, "script.evaluate", object{
		"expression": expression, "target": object{"context": d.context}, "awaitPromise": true,
	}, &v)
	if err == nil && v.Type != "success" {
		err = errors.New(v.ExceptionDetails.Text)
	}
	return v, err
}

func (d firefoxPage) eval(ctx context.Context, expression string) (string, error) {
	v, err := d.evaluate(ctx, expression)
	if err != nil {
		return "", err
	}
	text, ok := v.Result.Value.(string)
	if !ok {
		return "", fmt.Errorf("the value is of type %s", v.Result.Type)
	}
	return text, nil
}

func (d firefoxPage) perform(ctx context.Context, actions []object) error {
	return d.bidi.call(ctx, "input.performActions", object{"context": d.context, "actions": actions}, nil)
}

func (d firefoxPage) keys(ctx context.Context, keys string) error {
	return d.perform(ctx, keyActions(keys))
}

func (d firefoxPage) press(ctx context.Context, x, y float64) error {
	return d.perform(ctx, pressActions(x, y))
}

func (d firefoxPage) setFiles(ctx context.Context, framed bool, selector string, paths []string) error {
	if framed {
		var tree struct {
			Contexts []struct{ Children []struct{ Context string } }
		}
		if err := d.bidi.call(ctx, "browsingContext.getTree", object{"root": d.context}, &tree); err != nil {
			return err
		}
		d.context = tree.Contexts[0].Children[0].Context
	}
	v, err := d.evaluate(ctx, fmt.Sprintf(`document.querySelector(%q)`, selector))
	if err != nil {
		return err
	}
	return d.bidi.call(ctx, "input.setFiles", object{
		"context": d.context, "element": object{"sharedId": v.Result.SharedID}, "files": paths,
	}, nil)
}

func (d firefoxPage) size(ctx context.Context, width, height int) error {
	return d.bidi.call(ctx, "browsingContext.setViewport", object{
		"context": d.context, "viewport": object{"width": width, "height": height},
	}, nil)
}

func (d firefoxPage) data(ctx context.Context, method string, params object) ([]byte, error) {
	var answer struct{ Data string }
	if err := d.bidi.call(ctx, method, params, &answer); err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(answer.Data)
}

func (d firefoxPage) screenshot(ctx context.Context) ([]byte, error) {
	return d.data(ctx, "browsingContext.captureScreenshot", object{"context": d.context})
}

func (d firefoxPage) pdf(ctx context.Context) ([]byte, error) {
	return d.data(ctx, "browsingContext.print", object{
		"context": d.context, "page": object{"width": a4Width, "height": a4Height}, "shrinkToFit": false,
	})
}

func (d firefoxPage) close(ctx context.Context) error {
	return d.bidi.call(ctx, "browser.removeUserContext", object{"userContext": d.user}, nil)
}
