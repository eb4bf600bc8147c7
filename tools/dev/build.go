package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"fortyeight/tools/internal/pipeline"
)

// defaultFolder is what netlify.toml publishes.
const defaultFolder = "dist"

// build writes the site to a folder.
func build(ctx context.Context, args []string, out io.Writer) error {
	flags := options("build", `Builds the programs and the site, and writes them to a folder, ready to be
published as it is. The same sources and the same Go give the same bytes.
`, out)
	folder := flags.String("o", defaultFolder, "the folder, seen from the top of the project; "+defaultFolder+" is made anew, any other must be empty or not there yet")
	if err := parse(flags, args); err != nil {
		return err
	}
	built, err := pipeline.Run(ctx, out)
	if err != nil {
		return err
	}
	// Only the folder that belongs to this command is emptied: a slip of
	// the pen in -o must not cost anybody's files.
	if filepath.Clean(*folder) == defaultFolder {
		if err := os.RemoveAll(defaultFolder); err != nil {
			return fmt.Errorf("the old build cannot be removed: %w", err)
		}
	}
	if err := pipeline.Write(*folder, built.Site); err != nil {
		return err
	}
	fmt.Fprintf(out, "Wrote %d files to %s.\n", len(built.Site.Files), *folder)
	return nil
}
