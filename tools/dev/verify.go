package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"fortyeight/tools/internal/pipeline"
	"fortyeight/tools/internal/verify"
)

// verifySite compares a published site with what the source builds.
func verifySite(ctx context.Context, args []string, out io.Writer) error {
	flags := options("verify ADDRESS|FOLDER", `Builds everything and compares it with a site as it is published: a running one
by its address, every file and every header, or the files in a folder. It names
each difference; the status is 1 if there is one.

The same commit and the same Go give the same bytes. Check out the commit that the
site names on its page Trust, or any that you have read.
`, out)
	target, err := parseOne(flags, args, "an address or a folder")
	if err != nil {
		return err
	}
	built, err := pipeline.Run(ctx, out)
	if err != nil {
		return err
	}
	var found []verify.Difference
	if strings.Contains(target, "://") {
		found, err = verify.Address(ctx, built.Site, target)
	} else {
		found, err = verify.Folder(built.Site, target)
	}
	if err != nil {
		return err
	}
	for _, difference := range found {
		fmt.Fprintln(out, difference)
	}
	if len(found) > 0 {
		fmt.Fprintf(out, "%d differences in %d files.\n", len(found), len(built.Site.Files))
		return errTold
	}
	fmt.Fprintf(out, "All %d files are what the source builds.\n", len(built.Site.Files))
	return nil
}
