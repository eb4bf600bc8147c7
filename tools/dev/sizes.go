package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"fortyeight/tools/internal/pipeline"
	"fortyeight/tools/internal/sizes"
)

// printSizes prints what everything weighs, and what it may weigh.
func printSizes(ctx context.Context, args []string, out io.Writer) error {
	flags := options("sizes", `Builds everything and prints what it weighs: as it is, with gzip 9 and with
brotli 11. Programs are compared with the empty Go program, built with Go's
usual flags; the second line shows it without inlining, as check is built.
Bounds apply to brotli. The gate fails where a bound is broken.
`, out)
	if err := parse(flags, args); err != nil {
		return err
	}
	built, err := pipeline.Run(ctx, out)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "Weighing …")
	programs, page, err := pipeline.Budgets(ctx, built)
	if err != nil {
		return err
	}
	fmt.Fprintln(out)
	return writeSizes(out, programs, page)
}

func writeSizes(out io.Writer, tables ...[]pipeline.Budget) error {
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "raw\tgzip\tbrotli\tratio\tbound\t\t")
	for _, budgets := range tables {
		for _, b := range budgets {
			ratio, verdict := "", ""
			if b.Ratio > 0 {
				ratio = fmt.Sprintf("%.3f", b.Ratio)
			}
			if b.Bound != "" {
				verdict = "kept"
			}
			if b.Over {
				verdict = "BROKEN"
			}
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t  %s\n",
				sizes.Number(b.Sizes.Raw), sizes.Number(b.Sizes.Gzip), sizes.Number(b.Sizes.Brotli),
				ratio, b.Bound, verdict, b.Name)
		}
		fmt.Fprintln(w, "\t\t\t\t\t\t")
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for line := range strings.Lines(table.String()) {
		fmt.Fprintln(out, strings.TrimRight(line, " \n"))
	}
	return nil
}
