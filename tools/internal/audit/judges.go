package audit

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// A Judge is a program of other people's.
type Judge struct {
	Name    string
	Package string // on npm; the path of a Go program for govulncheck
	Version string
	Looks   string // what it looks at
	ask     func(ctx context.Context, s *subject, j Judge) ([]Row, error)
}

// Judges are asked in this order, the quickest first.
var Judges = []Judge{
	{"csp", "csp_evaluator", "1.1.8", "csp_evaluator, on every Content-Security-Policy", askCSP},
	{"vulnerabilities", "golang.org/x/vuln/cmd/govulncheck", "v1.1.4", "govulncheck, on all code that is used", askVulnerabilities},
	{"vnu", "vnu-jar", "26.9.27", "the Nu HTML checker, on every page and picture", askNu},
	{"axe", "axe-core", "4.14.1", "accessibility, on every page, light and dark, and with what opens open", askAxe},
	{"lighthouse", "lighthouse", "12.8.2", "speed and practice on a phone with a slow line", askLighthouse},
}

// folder returns where the judge is, after installing it if need be. Scripts of
// packages are not run.
func (j Judge) folder(ctx context.Context) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("there is no folder for it: %w", err)
	}
	home := filepath.Join(cache, "fortyeight", "audit", j.Package+"-"+j.Version)
	folder := filepath.Join(home, "node_modules", j.Package)
	if _, err := os.Stat(filepath.Join(folder, "package.json")); err == nil {
		return folder, nil
	}
	if _, err := exec.LookPath("npm"); err != nil {
		return "", errors.New("npm is not in PATH: install Node 20 or later")
	}
	if err := os.MkdirAll(home, 0o755); err != nil {
		return "", err
	}
	_, err = output(ctx, home, "npm", "install", "--prefix", home, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", j.Package+"@"+j.Version)
	if err != nil {
		return "", fmt.Errorf("npm could not install it: %w", err)
	}
	return folder, nil
}

// output runs a program in a folder and returns what it prints. The error ends
// with the last of what it complained about.
func output(ctx context.Context, folder, program string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = folder
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	printed, err := cmd.Output()
	if err != nil {
		text := bytes.TrimSpace(complaints.Bytes())
		return printed, fmt.Errorf("%w: %s", err, text[max(0, len(text)-400):])
	}
	return printed, nil
}
