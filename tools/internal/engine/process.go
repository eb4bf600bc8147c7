package engine

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
)

// keeper starts a program and ends it, with all that it has started, when its own
// input ends: that is when the test ends in whatever way.
const keeper = `{ "$@"; kill -KILL 0; } & read -r _; kill -KILL 0`

// A process is a program that cannot outlive this one.
type process struct {
	cmd  *exec.Cmd
	life io.Closer

	mu      sync.Mutex
	said    []string // the last lines that it has written
	ended   bool
	changed *sync.Cond
}

// start starts a program in its own group of processes, with further variables.
func start(env []string, line ...string) (*process, error) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(sh, append([]string{"-c", keeper, "sh"}, line...)...)
	cmd.Env = append(os.Environ(), env...)
	ownGroup(cmd)
	life, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	output, input, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	cmd.Stdout, cmd.Stderr = input, input
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	input.Close()
	p := &process{cmd: cmd, life: life}
	p.changed = sync.NewCond(&p.mu)
	go p.listen(output)
	return p, nil
}

// listen keeps the last lines of what the program writes, for whoever waits for one
// and for the error of one that does not start.
func (p *process) listen(output io.ReadCloser) {
	defer output.Close()
	lines := bufio.NewScanner(output)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		p.mu.Lock()
		p.said = append(p.said, lines.Text())
		if len(p.said) > 100 {
			p.said = p.said[1:]
		}
		p.changed.Broadcast()
		p.mu.Unlock()
	}
	p.mu.Lock()
	p.ended = true
	p.changed.Broadcast()
	p.mu.Unlock()
}

// line waits for a line that begins with a text and goes on with one word of which accept
// is true, and returns that word. Programs write all kinds of warnings besides.
func (p *process) line(ctx context.Context, prefix string, accept func(word string) bool) (string, error) {
	stop := context.AfterFunc(ctx, func() { p.mu.Lock(); p.changed.Broadcast(); p.mu.Unlock() })
	defer stop()
	p.mu.Lock()
	defer p.mu.Unlock()
	for {
		for _, said := range p.said {
			if word, ok := strings.CutPrefix(said, prefix); ok && accept(strings.TrimSpace(word)) {
				return strings.TrimSpace(word), nil
			}
		}
		if err := errors.Join(ctx.Err(), p.goneLocked()); err != nil {
			return "", fmt.Errorf("%w; it said: %s", err, strings.Join(p.said, " | "))
		}
		p.changed.Wait()
	}
}

// last returns the last lines that the program has written.
func (p *process) last() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return strings.Join(p.said, " | ")
}

// gone returns an error if the program has ended.
func (p *process) gone() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.goneLocked()
}

func (p *process) goneLocked() error {
	if p.ended {
		return errors.New("it ended by itself")
	}
	return nil
}

// end ends the program and all that it has started.
func (p *process) end() {
	p.life.Close()
	p.cmd.Wait()
}
