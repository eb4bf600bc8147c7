package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"fortyeight/keyformat"
)

// An input is one text to look at.
type input struct {
	name  string // "" for standard input
	bytes []byte
}

var errTooLarge = errors.New("it is larger than 1 MiB; put the part with the key into a file of its own")

// read reads a named file, or standard input for "-".
func (e *env) read(name string) (input, error) {
	if name == "-" {
		data, err := readLimited(e.stdin)
		return input{bytes: data}, err
	}
	file, err := os.Open(name)
	if err != nil {
		var path *os.PathError
		if errors.As(err, &path) {
			err = path.Err // the name is said before it
		}
		return input{name: name}, err
	}
	defer file.Close()
	data, err := readLimited(file)
	return input{name, data}, err
}

func readLimited(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, keyformat.MaxText+1))
	if err == nil && len(data) > keyformat.MaxText {
		err = errTooLarge
	}
	return data, err
}

// unreadable tells that a file could not be read.
func (e *env) unreadable(in input, err error) {
	name := in.name
	if name == "" {
		name = "standard input"
	}
	fmt.Fprintf(e.stderr, "keycheck: %s cannot be read: %v\n", name, err)
}

// text decodes UTF-16 with or without its mark, and else UTF-8; what is
// malformed becomes U+FFFD.
func (in input) text() string {
	var decoder encoding.Encoding = unicode.UTF8
	switch zeros := in.zeros(); {
	case zeros[1] > 0 && zeros[0] == 0:
		decoder = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > 0 && zeros[1] == 0:
		decoder = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	text, _, err := transform.Bytes(unicode.BOMOverride(decoder.NewDecoder()), in.bytes)
	if err != nil {
		return string(in.bytes)
	}
	return string(text)
}

// zeros counts the zero bytes at even and odd places of the beginning, if they
// are many: Latin letters and digits have one in every pair of UTF-16.
func (in input) zeros() (count [2]int) {
	sample := in.bytes[:min(len(in.bytes), 512)]
	for i, b := range sample {
		if b == 0 {
			count[i%2]++
		}
	}
	for i := range count {
		if count[i] <= len(sample)/8 {
			count[i] = 0
		}
	}
	return count
}
