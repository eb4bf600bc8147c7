// Command dev does everything that is done with this project: it serves, builds,
// tests and measures. Run it from any folder of the project:
//
//	go run ./tools/dev serve    (from the top)
//	go run fortyeight/tools/dev serve    (from elsewhere)
//
// Without a command it lists what there is. A command is a file of this package with
// one function, and a line in the table below.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"fortyeight/tools/internal/wasmbuild"
)

// A command is one thing to do.
type command struct {
	name string
	line string // what it does, for the list
	run  func(ctx context.Context, args []string, out io.Writer) error
}

var commands = []command{
	{"serve", "build everything and serve it at http://" + defaultAddr, serve},
	{"build", "build everything into the folder " + defaultFolder, build},
	{"test", "run the gate: everything that must hold before a change goes in", test},
	{"sizes", "print what the programs and the page weigh on the wire", printSizes},
	{"audit", "let Lighthouse, axe and other judges look at the site", auditSite},
	{"licences", "print whose code is used, under which licence and what for", printLicences},
	{"verify", "compare a running site or a folder with what the source builds", verifySite},
	{"speed", "measure how long somebody on a poor line waits", measureSpeed},
	{"ocr", "measure how well noisy texts are read", measureOCR},
	{"differential", "compare the rule for keys with that of dislocker", compareWithDislocker},
	{"fuzz", "try every fuzz target in turn, and keep what makes one fail", fuzzAll},
	{"export", "make the large export that reading is measured with", writeExport},
}

// errTold is the error of a command that has said all there is to say.
var errTold = errors.New("it failed, as told above")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run returns the exit status: 0 done, 1 failed, 2 wrong use.
func run(ctx context.Context, args []string, out, errs io.Writer) int {
	if len(args) == 0 || args[0] == "help" || args[0] == "-h" || args[0] == "-help" || args[0] == "--help" {
		usage(out)
		return 0
	}
	for _, c := range commands {
		if c.name != args[0] {
			continue
		}
		err := c.start(ctx, args[1:], out)
		switch {
		case err == nil, errors.Is(err, flag.ErrHelp):
			return 0
		case errors.Is(err, errTold):
			return 1
		case errors.Is(err, errUse):
			fmt.Fprintf(errs, "dev %s: %v\n", c.name, err)
			return 2
		default:
			fmt.Fprintf(errs, "dev %s: %v\n", c.name, err)
			return 1
		}
	}
	fmt.Fprintf(errs, "dev: there is no command %q. These are the commands:\n\n", args[0])
	usage(errs)
	return 2
}

// start runs a command at the top of the project, so that every path in it and
// in what it prints is one from there.
func (c command) start(ctx context.Context, args []string, out io.Writer) error {
	root, err := wasmbuild.Root(ctx)
	if err != nil {
		return err
	}
	if err := os.Chdir(root); err != nil {
		return err
	}
	return c.run(ctx, args, out)
}

func usage(out io.Writer) {
	fmt.Fprint(out, `Builds, serves, tests and measures Fortyeight.

usage: go run ./tools/dev COMMAND [-h] [options]

`)
	for _, c := range commands {
		fmt.Fprintf(out, "  %-13s %s\n", c.name, c.line)
	}
	fmt.Fprint(out, `
dev COMMAND -h says what a command takes. It needs Go and nothing else; the
gate also needs Chromium or Chrome, and gets Debian's where it may.

Exit status: 0 done, 1 failed, 2 wrong use.
`)
}
