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

const manual = `keycheck checks BitLocker recovery keys. It works on this computer alone and
writes nothing but its answer.

  keycheck check [-json] [FILE…]
        says of each text which of the eight groups are right, and why the
        others are not
  keycheck match [-json] -id ID FILE…
        says which files hold the key for the Key ID on the blue screen; its
        first 8 characters are enough
  keycheck sheet [-paper a4|letter|card|label] [-list] [-id ID]
                 [-device …] [-drive …] [-owner …] [-date …] [-note …]
                 [-svg] [-o FILE] FILE…|-
        writes a backup sheet of every key as one HTML page that prints: a
        browser's print dialog makes paper or PDF of it. -list puts the keys
        into a table, -id takes one of several, or says which ID the key has,
        and -svg writes the QR code alone
  keycheck sheet -blank [-paper a4|letter] [-o FILE]
        writes a sheet to be filled in by hand

A FILE of - is standard input, and check reads it when no file is named. Files
may be UTF-16, as Windows saves keys, or UTF-8, up to 1 MiB. A key is never an
argument: other users see arguments, and shells keep them.

With -json each answer is one object on a line of its own:

  check  {"state":"valid|unfinished|wrong|none","key":"…",
          "groups":[{"text":"…","state":"…"}],"ids":["…"]}
  match  {"answer":"file-matches|file-other|…","id":"…","key":"…"}

and "file" where a file was named. The state of a group is empty, unfinished,
right, not-multiple-of-11, above-720885, too-long or not-digits.

A well-formed key is not yet the right one: only the locked PC proves that.

Exit status: 0 all keys are well-formed, or a file holds the key for the ID;
1 not so; 2 keycheck was used wrongly or could not read a file.

Examples:
  keycheck check < typed.txt
  keycheck match -id 3FD763F9 E:\*.txt
  keycheck sheet -device LAPTOP-7 -o sheet.html key.txt
`

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
	if slices.ContainsFunc(args, isHelp) {
		fmt.Fprint(stdout, manual)
		return found
	}
	switch args[0] {
	case "check":
		return env.check(args[1:])
	case "match":
		return env.match(args[1:])
	case "sheet":
		return env.sheet(args[1:])
	}
	// The word is not repeated: it could be a key.
	return env.misuse("there is no such command; there are check, match and sheet")
}

func isHelp(arg string) bool {
	return arg == "-h" || arg == "-help" || arg == "--help" || arg == "help"
}

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
