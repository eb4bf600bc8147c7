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
  keycheck scan [-json] [-id ID] PATH…
        lists every recovery key in files and folders of any kind and size,
        with Key ID, device, volume and date where they stand beside it, and
        names what is something else; -id finds the one for a Key ID
  keycheck audit [-json] PATH…
        checks an export of many keys: malformed ones, one key under two IDs,
        one ID with two keys, devices without any key
  keycheck read [-json|-lines] [-known FILE] [FILE…]
        says which keys noisy texts can have been, from a photo or with a slip,
        likeliest first, with what was changed; -known names a list of Key IDs,
        one a line, of which the nearest is told
  keycheck sheet [-paper a4|letter|card|label] [-list] [-id ID]
                 [-device …] [-drive …] [-owner …] [-date …] [-note …]
                 [-svg] [-o FILE] FILE…|-
        writes a backup sheet of every key as one HTML page that prints: a
        browser's print dialog makes paper or PDF of it. -list puts the keys
        into a table, -id takes one of several, or says which ID the key has,
        and -svg writes the QR code alone
  keycheck sheet -blank [-paper a4|letter] [-o FILE]
        writes a sheet to be filled in by hand

A FILE or PATH of - is standard input, and check reads it when no file is named.
For check and match a file may be UTF-16, as Windows saves keys, or UTF-8, up to
1 MiB; scan and audit take any encoding and any size. A key is never an argument: other users see arguments, and shells keep them.

With -json each answer is one object on a line of its own:

  check  {"state":"valid|unfinished|wrong|none","key":"…",
          "groups":[{"text":"…","state":"…"}],"ids":["…"]}
  match  {"answer":"file-matches|file-other|…","id":"…","key":"…"}
  read   {"state":"certain|likely|choice|none",
          "candidates":[{"key":"…","probability":0.93,"changes":[
            {"group":3,"kind":"look-alike","from":"…","to":"…"}]}],
          "ids":[{"id":"…","whole":true}],"diagnosis":"…",
          "unreadable":[5],"fits":65536,"known":"…"}
  scan   {"key":"…","id":"…","device":"…","volume":"…","created":"…",
          "format":"…","places":[{"file":"…","line":7}],
          "pairing":"labelled|same row|nearest|file name","repaired":false}
         or, for what is no recovery key, {"kind":"startup-key|…","id":"…",…}
         without "key"; a summary goes to standard error
  audit  {"finding":"malformed|key-two-ids|…","id":"…","device":"…",
          "places":[…]}

and "file" where a file was named. The state of a group is empty, unfinished,
right, not-multiple-of-11, above-720885, too-long or not-digits.

read -lines takes one JSON object a line, with the field text, and answers with
one line each, in order.

A well-formed key is not yet the right one: only the locked PC proves that.

Exit status: 0 all keys are well-formed, a file holds the key for the ID, scan
found a key, audit found nothing wrong; 1 not so; 2 keycheck was used wrongly or could not read a file.

Examples:
  keycheck check < typed.txt
  keycheck match -id 3FD763F9 E:\*.txt
  keycheck scan -id 3FD763F9 E:\
  keycheck audit export.csv
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
