package browser

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
)

// Provide returns the path of a browser, and installs Debian's chromium first
// where none is found and it may: there is apt-get, and this is root or somebody
// whom sudo does not ask. It tells on log what it does. Where it may not, the
// error is one line that says what to install.
func Provide(ctx context.Context, log io.Writer) (string, error) {
	path, err := Find()
	if !errors.Is(err, ErrNone) {
		return path, err
	}
	if err := MayInstall(ctx); err != nil {
		return "", err
	}
	fmt.Fprintln(log, "No Chromium or Chrome found: installing Debian's package chromium (about 100 MB).")
	// fonts-liberation is what a page without a font of its own is measured with.
	if err := Install(ctx, log, "chromium", "fonts-liberation"); err != nil {
		return "", fmt.Errorf("%w: install Chromium or Chrome by hand, or set %s to its path", err, Variable)
	}
	return Find()
}

// MayInstall returns nil where Debian's packages can be installed without asking
// anybody, and else ErrNone.
func MayInstall(ctx context.Context) error {
	_, err := aptGet(ctx)
	return err
}

// Install installs Debian's packages, without those that they recommend: these are
// for a desktop.
func Install(ctx context.Context, log io.Writer, packages ...string) error {
	apt, err := aptGet(ctx)
	if err != nil {
		return err
	}
	for _, args := range [][]string{
		{"update", "-qq"},
		append([]string{"install", "-qq", "--yes", "--no-install-recommends"}, packages...),
	} {
		if err := run(ctx, log, append(slices.Clone(apt), args...)); err != nil {
			return fmt.Errorf("apt-get %s failed, see above: %w", args[0], err)
		}
	}
	return nil
}

// aptGet returns the beginning of a command line that runs apt-get as root.
func aptGet(ctx context.Context) ([]string, error) {
	if _, err := exec.LookPath("apt-get"); err != nil {
		return nil, ErrNone
	}
	if os.Geteuid() == 0 {
		return []string{"apt-get"}, nil
	}
	// -n never asks for a password: a build that stops to ask is a build
	// that hangs where nobody watches.
	if exec.CommandContext(ctx, "sudo", "-n", "true").Run() == nil {
		return []string{"sudo", "-n", "apt-get"}, nil
	}
	return nil, ErrNone
}

func run(ctx context.Context, log io.Writer, line []string) error {
	cmd := exec.CommandContext(ctx, line[0], line[1:]...)
	cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
	cmd.Stdout, cmd.Stderr = log, log
	return cmd.Run()
}
