package browser

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// fakes makes PATH a folder with nothing but the programs given, and forgets
// FORTYEIGHT_BROWSER.
func fakes(t *testing.T, programs map[string]string) string {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("the stand-ins are shell scripts, and installing is for Debian")
	}
	folder := t.TempDir()
	for name, script := range programs {
		writeProgram(t, filepath.Join(folder, name), script)
	}
	t.Setenv("PATH", folder)
	t.Setenv(Variable, "")
	return folder
}

func writeProgram(t *testing.T, path, script string) {
	t.Helper()
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
}

func TestFindPrefersTheVariable(t *testing.T) {
	folder := fakes(t, map[string]string{"chromium": "", "mine": ""})
	t.Setenv(Variable, filepath.Join(folder, "mine"))
	if got, err := Find(); err != nil || got != filepath.Join(folder, "mine") {
		t.Errorf("Find: %q, %v; want what %s names", got, err, Variable)
	}
	t.Setenv(Variable, filepath.Join(folder, "missing"))
	if got, err := Find(); err == nil || !strings.Contains(err.Error(), Variable) {
		t.Errorf("Find: %q, %v; want an error that names %s, not another browser", got, err, Variable)
	}
}

func TestFindPrefersChromiumInPath(t *testing.T) {
	folder := fakes(t, map[string]string{"chromium": "", "google-chrome": ""})
	if got, err := Find(); err != nil || got != filepath.Join(folder, "chromium") {
		t.Errorf("Find: %q, %v; want chromium", got, err)
	}
}

func TestProvideInstalls(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("plays root, who needs no sudo")
	}
	folder := fakes(t, nil)
	if _, err := Find(); !errors.Is(err, ErrNone) {
		t.Skip("there is a browser outside PATH")
	}
	// This apt-get "installs" a browser by writing one, when asked for it.
	writeProgram(t, filepath.Join(folder, "apt-get"),
		`echo "apt-get $*"; case "$*" in *install*chromium*) : > "`+folder+`/chromium"; /bin/chmod +x "`+folder+`/chromium";; esac`)

	var log bytes.Buffer
	got, err := Provide(t.Context(), &log)
	if err != nil || got != filepath.Join(folder, "chromium") {
		t.Fatalf("Provide: %q, %v; log:\n%s", got, err, &log)
	}
	update, install := strings.Index(log.String(), "apt-get update"), strings.Index(log.String(), "apt-get install")
	if update < 0 || install < update {
		t.Errorf("want an update and then an installation on the log, got:\n%s", &log)
	}
}

func TestProvideSaysWhatToInstall(t *testing.T) {
	fakes(t, nil)
	if path, err := Find(); err == nil {
		t.Skipf("there is a browser outside PATH: %s", path)
	}
	_, err := Provide(t.Context(), new(bytes.Buffer))
	if err == nil || !strings.Contains(err.Error(), "install") || strings.Contains(err.Error(), "\n") {
		t.Errorf("want one line that says what to install, got %v", err)
	}
}
