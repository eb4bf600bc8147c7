package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"fortyeight/tools/internal/export"
)

// writeExport makes the large export that reading is measured with.
func writeExport(_ context.Context, args []string, out io.Writer) error {
	flags := options("export", `Makes a CSV of made-up keys that is as large as a large organisation's: the same
bytes on every machine. Reading is measured with it.
`, out)
	name := flags.String("o", filepath.Join(os.TempDir(), "fortyeight-export.csv"), "the file to write")
	rows := flags.Int("rows", export.Rows, "how many keys")
	padded := flags.Bool("padded", false, "add columns until it is ten times as large")
	if err := parse(flags, args); err != nil {
		return err
	}
	padding := 0
	if *padded {
		padding = export.Padding
	}
	file, err := os.Create(*name)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := export.Write(file, *rows, padding); err != nil {
		return err
	}
	info, err := file.Stat()
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s: %d keys, %.1f MB\n", *name, *rows, float64(info.Size())/1e6)
	return file.Close()
}
