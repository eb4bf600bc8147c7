package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"fortyeight/keyformat"
	"fortyeight/keyformat/keyfile"
	"fortyeight/keyformat/keyfile/charset"
)

// An input is one text to look at.
type input struct {
	name  string // "" for standard input
	bytes []byte
}

var errTooLarge = errors.New("it is larger than 1 MiB; put the part with the key into a file of its own")

// each gives the texts of files to one, and returns the worst of its statuses.
// A file that cannot be read is told of, and the others are still looked at.
// In words, what is said of a named file begins with its name.
func (e *env) each(files []string, one func(in input) int) int {
	status := found
	for i, name := range files {
		in, err := e.read(name)
		if err != nil {
			e.unreadable(in.name, err)
			status = misused
			continue
		}
		if i > 0 && !e.json {
			fmt.Fprintln(e.stdout)
		}
		if in.name != "" && !e.json {
			fmt.Fprintf(e.stdout, "%s: ", plain(in.name))
		}
		status = max(status, one(in))
	}
	return status
}

// orStdin returns the files that were named, or standard input if none was.
func orStdin(files []string) []string {
	if len(files) == 0 {
		return []string{"-"}
	}
	return files
}

// read reads a named file, or standard input for "-".
func (e *env) read(name string) (input, error) {
	source, done, err := e.stream(name)
	if err != nil {
		return input{name: name}, err
	}
	defer done()
	if name == "-" {
		name = ""
	}
	data, err := io.ReadAll(io.LimitReader(source, keyformat.MaxText+1))
	if err == nil && len(data) > keyformat.MaxText {
		err = errTooLarge
	}
	return input{name, data}, err
}

// stream opens a named file, or standard input for "-", to be read as it comes.
func (e *env) stream(name string) (source io.Reader, done func(), err error) {
	if name == "-" {
		return e.stdin, func() {}, nil
	}
	file, err := os.Open(name)
	if err != nil {
		var path *os.PathError
		if errors.As(err, &path) {
			err = path.Err // the name is said before it
		}
		return nil, nil, err
	}
	return file, func() { file.Close() }, nil
}

// unreadable tells that a file could not be read.
func (e *env) unreadable(name string, err error) {
	if name == "" || name == "-" {
		name = "standard input"
	}
	fmt.Fprintf(e.stderr, "keycheck: %s cannot be read: %v\n", plain(name), err)
}

// text returns the text as UTF-8, whatever encoding it is in.
func (in input) text() string { return charset.Decode(keyfile.UTF8(in.bytes)) }
