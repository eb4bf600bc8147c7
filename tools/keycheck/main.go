// Command keycheck checks recovery keys on the command line, for helpdesks and
// scripts. It says what the page says, in the same words. "keycheck -h" is its
// manual.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"unicode"
)

// Exit statuses.
const (
	found    = 0 // the key is well-formed; the file holds the key for the ID
	notFound = 1
	misused  = 2
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main with everything it touches as arguments.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, manual)
		return misused
	}
	env := env{stdin: stdin, stdout: stdout, stderr: stderr}
	if args[0] == "help" || slices.ContainsFunc(args, isHelp) {
		fmt.Fprint(stdout, manual)
		return found
	}
	switch args[0] {
	case "check":
		return env.check(args[1:])
	case "match":
		return env.match(args[1:])
	case "scan":
		return env.scan(args[1:])
	case "audit":
		return env.audit(args[1:])
	case "read":
		return env.readNoisy(args[1:])
	case "sheet":
		return env.sheet(args[1:])
	}
	// The word is not repeated: it could be a key.
	return env.misuse("there is no such command; the manual lists them")
}

func isHelp(arg string) bool { return arg == "-h" || arg == "-help" || arg == "--help" }

// env is what a command works with.
type env struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	json           bool
	id             string
}

// parse reads the flags that a command takes and returns the files.
func (e *env) parse(args []string, withID bool) ([]string, bool) {
	flags := flag.NewFlagSet("keycheck", flag.ContinueOnError)
	flags.BoolVar(&e.json, "json", false, "")
	if withID {
		flags.StringVar(&e.id, "id", "", "")
	}
	return e.parseFlags(flags, args)
}

// parseFlags fills the flags and returns the files after them.
func (e *env) parseFlags(flags *flag.FlagSet, args []string) ([]string, bool) {
	flags.SetOutput(io.Discard)
	if flags.Parse(args) != nil {
		e.misuse("there is no such flag, or it lacks its value")
		return nil, false
	}
	var files []string
	for _, name := range flags.Args() {
		// Not every shell expands patterns.
		if matches, _ := filepath.Glob(name); len(matches) > 0 {
			files = append(files, matches...)
		} else {
			files = append(files, name)
		}
		if looksLikeKey(name) {
			e.misuse("a key is never an argument, since others can see arguments; put it into a file, or give it to standard input")
			return nil, false
		}
	}
	return files, true
}

func (e *env) misuse(why string) int {
	fmt.Fprintf(e.stderr, "keycheck: %s. Say keycheck -h for its manual.\n", why)
	return misused
}

// looksLikeKey reports whether an argument has a key's digits and is no file.
func looksLikeKey(name string) bool {
	digits := 0
	for _, r := range name {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	if digits < 30 {
		return false
	}
	_, err := os.Stat(name)
	return err != nil
}
