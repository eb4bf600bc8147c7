package main

import (
	"context"
	"fmt"
	"io"

	"fortyeight/tools/internal/licences"
	"fortyeight/tools/internal/pipeline"
)

// printLicences prints whose code is used, and why.
func printLicences(ctx context.Context, args []string, out io.Writer) error {
	flags := options("licences", `Prints a table of other people's code: its licence, whether it is in the
programs for the browser or only builds and tests them, and what it is for. README
holds the same table; a test says when it is no longer so.
`, out)
	if err := parse(flags, args); err != nil {
		return err
	}
	all, err := pipeline.Modules(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(out, licences.Table(all))
	return err
}
