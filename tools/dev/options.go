package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
)

// errUse marks an error of whoever typed the command.
var errUse = errors.New("see -h")

// options returns the flags of a command, whose -h prints the text and then
// the flags.
func options(name, text string, out io.Writer) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(out)
	flags.Usage = func() {
		fmt.Fprintf(out, "usage: go run ./tools/dev %s [options]\n\n%s\n", name, text)
		flags.PrintDefaults()
	}
	return flags
}

// parse reads the arguments of a command that takes options only.
func parse(flags *flag.FlagSet, args []string) error {
	if err := parseOptions(flags, args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("it takes options only, not %q: %w", flags.Arg(0), errUse)
	}
	return nil
}

// parseOne reads the arguments of a command that takes one word behind its
// options.
func parseOne(flags *flag.FlagSet, args []string, what string) (string, error) {
	if err := parseOptions(flags, args); err != nil {
		return "", err
	}
	if flags.NArg() != 1 || flags.Arg(0) == "" {
		return "", fmt.Errorf("it takes %s: %w", what, errUse)
	}
	return flags.Arg(0), nil
}

func parseOptions(flags *flag.FlagSet, args []string) error {
	// The package flag would print the whole text for a slip of the pen.
	usage, out := flags.Usage, flags.Output()
	flags.Usage = func() {}
	flags.SetOutput(io.Discard)
	err := flags.Parse(args)
	flags.SetOutput(out)
	switch {
	case errors.Is(err, flag.ErrHelp):
		usage()
		return err
	case err != nil:
		return fmt.Errorf("%w: %w", err, errUse)
	}
	return nil
}
