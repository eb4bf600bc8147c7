package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"fortyeight/tools/internal/dislocker"
)

// compareWithDislocker compares the rule for keys with dislocker's.
func compareWithDislocker(ctx context.Context, args []string, out io.Writer) error {
	flags := options("differential", `Makes keys and near-keys and compares what this project says of each with what
libdislocker says, which other people wrote. Differences that have a reason are
counted beside it; any other is printed, and the status is 1.

It needs a C compiler and Debian's libdislocker0.7:
    apt-get install gcc libdislocker0.7
`, out)
	count := flags.Int("keys", 1_000_000, "how `many` texts are made")
	seed := flags.Uint64("seed", uint64(time.Now().Unix()), "which `texts` are made")
	record := flags.String("o", "", "write the texts and dislocker's answers to this `file` instead")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *count < 1 {
		return fmt.Errorf("-keys takes one or more: %w", errUse)
	}
	o, err := dislocker.Open(ctx)
	if err != nil {
		return err
	}
	defer o.Close()
	if *record != "" {
		var file bytes.Buffer
		if err := dislocker.Record(ctx, o, *seed, *count, &file); err != nil {
			return err
		}
		return os.WriteFile(*record, file.Bytes(), 0o666)
	}
	var r dislocker.Result
	if err := r.Run(ctx, o, *seed, *count); err != nil {
		return err
	}
	fmt.Fprintf(out, "%d texts, made with -seed %d\n", *count, *seed)
	fmt.Fprintf(out, "%9d  a key to both, and the same one\n", r.Both)
	fmt.Fprintf(out, "%9d  none to either\n", r.Neither)
	for i, known := range dislocker.Known {
		fmt.Fprintf(out, "%9d  %s: %s\n", r.Known[i], known.Name, known.Reason)
	}
	fmt.Fprintf(out, "%9d  that nothing explains\n", len(r.Left))
	for _, d := range r.Left[:min(len(r.Left), 20)] {
		fmt.Fprintf(out, "           %s: %q, here %v, there %v\n", d.Made, d.Text.Text, d.Ours.Key, d.Theirs.Key)
	}
	if len(r.Left) > 0 {
		return errTold
	}
	return nil
}
