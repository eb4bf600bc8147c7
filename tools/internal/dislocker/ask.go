// Package dislocker compares this project's rule for recovery keys with that of
// dislocker, a program that opens such drives, over generated keys and near-keys.
//
// Both were written by different people from the same facts, so where they differ
// one of them errs, or a difference has a reason: [Known] lists those. Dislocker's
// rule is the function is_valid_key of its library, which Debian has as
// libdislocker0.7; a program of thirty lines, compiled when it is wanted, asks it.
// Nothing of dislocker is in this project, and the module needs no C.
package dislocker

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed c/ask.c
var source []byte

// library is the file of Debian's package.
const library = "libdislocker.so.0.7"

// ErrMissing says that the library or a C compiler is not here.
var ErrMissing = errors.New("this wants a C compiler and " + library + ": apt-get install gcc libdislocker0.7")

// A Verdict is what a program says of a text: whether it is a key, and which.
type Verdict struct {
	Key   bool
	Bytes [16]byte // of a key; see keyformat.Key
}

// An Oracle is the compiled program. Close removes it.
type Oracle struct{ folder, program string }

// Open compiles the program. It fails with [ErrMissing] where that cannot be.
func Open(ctx context.Context) (*Oracle, error) {
	compiler, err := exec.LookPath("cc")
	if err != nil {
		return nil, ErrMissing
	}
	folder, err := os.MkdirTemp("", "fortyeight-dislocker-")
	if err != nil {
		return nil, err
	}
	o := &Oracle{folder, filepath.Join(folder, "ask")}
	compile := exec.CommandContext(ctx, compiler, "-O1", "-o", o.program, "-x", "c", "-", "-x", "none", "-l:"+library)
	compile.Stdin = bytes.NewReader(source)
	if said, err := compile.CombinedOutput(); err != nil {
		o.Close()
		if bytes.Contains(said, []byte(library)) {
			return nil, ErrMissing
		}
		return nil, fmt.Errorf("%s: %w\n%s", compiler, err, said)
	}
	return o, nil
}

// Close removes the program.
func (o *Oracle) Close() error { return os.RemoveAll(o.folder) }

// longest is how long a text may be: its length goes in one byte.
const longest = 255

// Ask returns the verdicts on texts, which have no zero byte and at most 255 bytes
// each.
func (o *Oracle) Ask(ctx context.Context, texts []string) ([]Verdict, error) {
	var question []byte
	for _, text := range texts {
		if len(text) > longest || strings.IndexByte(text, 0) >= 0 {
			return nil, errors.New("a text is too long, or has a zero byte")
		}
		question = append(append(question, byte(len(text))), text...)
	}
	cmd := exec.CommandContext(ctx, o.program)
	cmd.Stdin = bytes.NewReader(question)
	answer, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("the program that asks dislocker: %w", err)
	}
	const size = 1 + len(Verdict{}.Bytes)
	if len(answer) != size*len(texts) {
		return nil, fmt.Errorf("the program that asks dislocker answers %d bytes to %d texts", len(answer), len(texts))
	}
	verdicts := make([]Verdict, len(texts))
	for i := range verdicts {
		one := answer[i*size:][:size]
		verdicts[i] = Verdict{one[0] == 1, [16]byte(one[1:])}
	}
	return verdicts, nil
}
