//go:build unix

package engine

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// pipeOf names the variable that makes this process start something that holds the
// pipe of that path open, and then panic.
const pipeOf = "FORTYEIGHT_TEST_PIPE"

func init() {
	pipe := os.Getenv(pipeOf)
	if pipe == "" {
		return
	}
	p, err := start(nil, "sh", "-c", `exec 3>"$0"; echo here; sleep 1000 & wait`, pipe)
	if err != nil {
		panic(err)
	}
	if _, err := p.line(context.Background(), "here", anything); err != nil {
		panic(err)
	}
	panic("on purpose")
}

func anything(string) bool { return true }

// TestNothingOutlivesAPanic: what a test has started, and what that has started, ends with it.
func TestNothingOutlivesAPanic(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), pipeOf+"="+pipe)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	over := make(chan error, 1)
	go func() {
		// The end comes when the last who can write is gone.
		reader, err := os.Open(pipe)
		if err == nil {
			_, err = io.ReadAll(reader)
		}
		over <- err
	}()
	if cmd.Wait() == nil {
		t.Fatal("the process that should panic did not")
	}
	select {
	case err := <-over:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(Patience):
		t.Error("what the test had started is still there")
	}
}

func TestAProgramThatEndsIsTold(t *testing.T) {
	p, err := start(nil, "sh", "-c", "echo no luck")
	if err != nil {
		t.Fatal(err)
	}
	defer p.end()
	if _, err := p.line(t.Context(), "ready", anything); err == nil {
		t.Error("waiting for a line of a program that has ended succeeds")
	}
}
