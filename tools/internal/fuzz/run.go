package fuzz

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"time"
)

// minimize is how long the go command may make one input smaller. Its own minute
// would go into a single workbook.
const minimize = 5 * time.Second

// A Result is what a run of one target came to.
type Result struct {
	Target      Target
	Took        time.Duration
	Executions  int64    // inputs that were tried
	Interesting int64    // inputs that reached code which none before had reached
	Finds       []string // new files of inputs that made it fail
	Err         error    // why it ended early; with a find, what the go command says
	Output      []byte   // what it said, for whoever mends the find
}

// Run tries one target for as long as it is told with so many workers, and shows a
// line of progress on live whenever the go command gives one.
func Run(ctx context.Context, t Target, long time.Duration, workers int, live io.Writer) Result {
	before := finds(t)
	began := time.Now()
	r := Result{Target: t}
	cmd := exec.CommandContext(ctx, "go", "test", "-vet=off", "-run=^$", "-fuzz=^"+t.Name+"$",
		"-fuzztime="+long.String(), "-fuzzminimizetime="+minimize.String(), "-parallel="+strconv.Itoa(workers), t.Package)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) } // it leaves its workers behind when killed
	cmd.WaitDelay = 10 * time.Second
	reads, writes := io.Pipe()
	cmd.Stdout, cmd.Stderr = writes, writes
	exit := make(chan error, 1)
	go func() {
		err := cmd.Run()
		writes.Close()
		exit <- err
	}()
	lines := bufio.NewReader(reads)
	for {
		line, err := lines.ReadBytes('\n')
		if !r.progress(line) {
			r.Output = append(r.Output, line...)
		} else if live != nil {
			fmt.Fprintf(live, "  %s", bytes.TrimPrefix(line, []byte("fuzz: ")))
		}
		if err != nil {
			break
		}
	}
	r.Err, r.Took = <-exit, time.Since(began)
	for _, file := range finds(t) {
		if !slices.Contains(before, file) {
			r.Finds = append(r.Finds, file)
		}
	}
	return r
}

// counted is a line of progress.
var counted = regexp.MustCompile(`^fuzz: elapsed: .*, execs: (\d+) .*?(?:new interesting: (\d+))?(?: \(total: \d+\))?\s*$`)

// progress takes the figures of a line of progress, and reports whether it was one.
func (r *Result) progress(line []byte) bool {
	m := counted.FindSubmatch(line)
	if m == nil {
		return bytes.HasPrefix(line, []byte("fuzz: elapsed: "))
	}
	r.Executions, _ = strconv.ParseInt(string(m[1]), 10, 64)
	if m[2] != nil {
		r.Interesting, _ = strconv.ParseInt(string(m[2]), 10, 64)
	}
	return true
}

// finds returns the inputs that have made a target fail so far.
func finds(t Target) []string {
	files, _ := filepath.Glob(filepath.Join(t.Dir, "testdata", "fuzz", t.Name, "*")) // the pattern is a good one
	return files
}
