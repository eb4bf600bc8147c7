package engine

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// webkit is WebKitGTK's driver, and the screen that its browser needs. The browser
// starts with a page and ends with it.
type webkit struct {
	screen, process *process
	folder          string // home of the browser
	env             []string
	driver          webdriver
	browser         string
	idle            *webkitPage // of an earlier test; to start a browser takes seconds
}

// webkitBrowsers are where distributions put WebKitGTK's small browser, newest first.
var webkitBrowsers = []string{
	"/usr/lib/*/webkitgtk-6.0/MiniBrowser", "/usr/lib*/webkitgtk-6.0/MiniBrowser",
	"/usr/lib/*/webkit2gtk-4.1/MiniBrowser", "/usr/lib*/webkit2gtk-4.1/MiniBrowser",
	"/usr/lib/*/webkit2gtk-4.0/MiniBrowser",
}

func findWebKit() error {
	for program, pkg := range map[string]string{"WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb"} {
		if _, err := exec.LookPath(program); err != nil {
			return fmt.Errorf("no %s found: install it (Debian: apt-get install %s)", program, pkg)
		}
	}
	_, err := lookWebKitBrowser()
	return err
}

func lookWebKitBrowser() (string, error) {
	for _, pattern := range webkitBrowsers {
		if found, _ := filepath.Glob(pattern); len(found) > 0 {
			return found[0], nil
		}
	}
	return "", errors.New("no MiniBrowser of WebKitGTK found: install it (Debian: apt-get install webkit2gtk-driver)")
}

// webkitStyle makes the window's own bar so small that a page can be as narrow as a phone.
const webkitStyle = `* { min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 1px; -gtk-icon-size: 1px; }
image { -gtk-icon-transform: scale(0.01); }`

func startWebKit(ctx context.Context) (_ engine, err error) {
	w := &webkit{}
	defer func() {
		if err != nil {
			w.end()
		}
	}()
	if w.browser, err = lookWebKitBrowser(); err != nil {
		return nil, err
	}
	if w.folder, err = os.MkdirTemp("", "fortyeight-webkit-"); err != nil {
		return nil, err
	}
	gtk := filepath.Join(w.folder, "gtk-3.0")
	if err := errors.Join(os.Mkdir(gtk, 0o700), os.WriteFile(filepath.Join(gtk, "gtk.css"), []byte(webkitStyle), 0o600)); err != nil {
		return nil, err
	}
	if w.screen, err = start(nil, "Xvfb", "-displayfd", "1", "-screen", "0", "1400x2400x24", "-nolisten", "tcp"); err != nil {
		return nil, err
	}
	display, err := w.screen.line(ctx, "", isNumber)
	if err != nil {
		return nil, fmt.Errorf("no screen: %w", err)
	}
	w.env = []string{
		"DISPLAY=:" + display, "GDK_BACKEND=x11", "LIBGL_ALWAYS_SOFTWARE=1",
		"HOME=" + w.folder, "XDG_CONFIG_HOME=" + w.folder, "XDG_CACHE_HOME=" + w.folder, "XDG_DATA_HOME=" + w.folder,
		"NO_AT_BRIDGE=1", // nobody listens on an accessibility bus here
		// The sandbox needs rights that root in a container has not. What is
		// opened here is our own.
		"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1",
	}
	return w, nil
}

// drive starts the driver.
func (w *webkit) drive(ctx context.Context) error {
	// It does not tell which port it took, so it is given one. Another program may
	// take that first; then the driver ends and another port is tried.
	for range 5 {
		address, err := freeAddress()
		if err != nil {
			return err
		}
		_, port, _ := net.SplitHostPort(address)
		if w.process, err = start(w.env, "WebKitWebDriver", "--port="+port); err != nil {
			return err
		}
		w.driver = webdriver{base: "http://" + address}
		for w.process.gone() == nil && ctx.Err() == nil {
			if w.driver.call(ctx, "GET", "/status", nil, nil) == nil {
				return nil
			}
			pause(ctx)
		}
		w.process.end()
	}
	return errors.New("the driver did not start: try WebKitWebDriver by hand")
}

func isNumber(word string) bool {
	_, err := strconv.Atoi(word)
	return err == nil
}

func freeAddress() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer listener.Close()
	return listener.Addr().String(), nil
}

func (w *webkit) end() {
	for _, p := range []*process{w.process, w.screen} {
		if p != nil {
			p.end()
		}
	}
	os.RemoveAll(w.folder)
}

// page opens a session, which is a browser of its own, or takes one that another
// test has left.
func (w *webkit) page(ctx context.Context) (driver, error) {
	if page := w.idle; page != nil {
		w.idle = nil
		return page, nil
	}
	// The driver waits for ever for a browser that did not find it: then both
	// are ended, and others started.
	var err error
	for range 4 {
		if w.process == nil {
			if err := w.drive(ctx); err != nil {
				return nil, err
			}
		}
		var page *webkitPage
		if page, err = w.session(ctx); err == nil {
			return page, nil
		}
		err = fmt.Errorf("%w; the driver said: %s", err, w.process.last())
		w.process.end()
		w.process = nil
	}
	return nil, err
}

func (w *webkit) session(ctx context.Context) (*webkitPage, error) {
	ctx, cancel := context.WithTimeout(ctx, Patience/4)
	defer cancel()
	var session struct{ SessionID string }
	err := w.driver.call(ctx, "POST", "/session", object{"capabilities": object{"alwaysMatch": object{
		"timeouts":                 object{"script": Patience.Milliseconds(), "pageLoad": Patience.Milliseconds()},
		"webkitgtk:browserOptions": object{"binary": w.browser, "args": []string{"--automation"}},
	}}}, &session)
	return &webkitPage{webdriver{w.driver.base + "/session/" + session.SessionID}, w}, err
}

type webkitPage struct {
	webdriver
	of *webkit
}

func (d *webkitPage) navigate(ctx context.Context, address string) error {
	return d.call(ctx, "POST", "/url", object{"url": address}, nil)
}

func (d *webkitPage) eval(ctx context.Context, expression string) (text string, err error) {
	err = d.call(ctx, "POST", "/execute/sync", object{"script": "return (" + expression + ")", "args": []any{}}, &text)
	return text, err
}

func (d *webkitPage) keys(ctx context.Context, keys string) error {
	return d.call(ctx, "POST", "/actions", object{"actions": keyActions(keys)}, nil)
}

func (d *webkitPage) press(ctx context.Context, x, y float64) error {
	return d.call(ctx, "POST", "/actions", object{"actions": pressActions(x, y)}, nil)
}

func (d *webkitPage) setFiles(ctx context.Context, framed bool, selector string, paths []string) (err error) {
	if framed {
		if err := d.call(ctx, "POST", "/frame", object{"id": 0}, nil); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, d.call(ctx, "POST", "/frame", object{"id": nil}, nil)) }()
	}
	var element map[string]string
	if err := d.call(ctx, "POST", "/element", object{"using": "css selector", "value": selector}, &element); err != nil {
		return err
	}
	// Files are added to those that have been chosen, where somebody would choose anew.
	if err := d.call(ctx, "POST", "/execute/sync", object{"script": "arguments[0].value = ''", "args": []any{element}}, nil); err != nil {
		return err
	}
	for _, id := range element { // its one key is a name that the standard gives
		return d.call(ctx, "POST", "/element/"+id+"/value", object{"text": strings.Join(paths, "\n")}, nil)
	}
	return fmt.Errorf("there is no %s", selector)
}

// size sets the size of the window so that its inside has the size. The window takes
// it when it likes, so it is asked until it has, each time with what its bar took the time before.
func (d *webkitPage) size(ctx context.Context, width, height int) error {
	ctx, cancel := context.WithTimeout(ctx, Patience/4)
	defer cancel()
	wide, high := width, height
	for {
		if err := d.call(ctx, "POST", "/window/rect", object{"x": 0, "y": 0, "width": wide, "height": high}, nil); err != nil {
			return err
		}
		var now [4]int
		for range 5 {
			if err := d.call(ctx, "POST", "/execute/sync", object{"script": "return [innerWidth, innerHeight, outerWidth, outerHeight]", "args": []any{}}, &now); err != nil {
				return fmt.Errorf("the window does not take %d × %d: %w", width, height, err)
			}
			if now[0] == width && now[1] == height {
				return nil
			}
			pause(ctx)
		}
		wide, high = width+max(0, now[2]-now[0]), height+max(0, now[3]-now[1])
	}
}

// screenshot takes pictures until two are the same, once the page paints: the first ones can be
// black, or show the page at its size of before.
func (d *webkitPage) screenshot(ctx context.Context) ([]byte, error) {
	var data string
	const painted = `return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`
	if err := d.call(ctx, "POST", "/execute/sync", object{"script": painted, "args": []any{}}, nil); err != nil {
		return nil, err
	}
	for last := " "; last != data; {
		last = data
		if err := d.call(ctx, "GET", "/screenshot", nil, &data); err != nil {
			return nil, err
		}
	}
	return base64.StdEncoding.DecodeString(data)
}

func (d *webkitPage) pdf(context.Context) ([]byte, error) { return nil, ErrCannot }

// close leaves the page empty for the next test; where that fails the browser ends.
func (d *webkitPage) close(ctx context.Context) error {
	if err := d.navigate(ctx, "about:blank"); err != nil {
		return errors.Join(err, d.call(ctx, "DELETE", "", nil, nil))
	}
	d.of.idle = d
	return nil
}
