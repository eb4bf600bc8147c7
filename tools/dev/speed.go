package main

import (
	"context"
	"fmt"
	"io"

	"fortyeight/tools/internal/browser"
	"fortyeight/tools/internal/pipeline"
	"fortyeight/tools/internal/speed"
)

// measureSpeed measures how long somebody on a poor line waits.
func measureSpeed(ctx context.Context, args []string, out io.Writer) error {
	flags := options("speed", `Builds everything and visits the Check page over a slow line, with nothing stored,
with everything stored, and with the line cut; and in turn with it the empty Go
program in the same kind of worker, and a page of plain JavaScript that knows
the rule alone. It prints the times until a person sees the page, their digits, the
verdict, the match of a key file and a sheet; then the bounds, and fails
where one is broken. Another load on the machine falls on all pages alike, and the
ratios are those of one round; but leave it alone where you can.
`, out)
	rounds := flags.Int("rounds", 5, "how `times` everything is visited; medians count")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *rounds < 1 {
		return fmt.Errorf("-rounds takes one or more: %w", errUse)
	}
	built, err := pipeline.Run(ctx, out)
	if err != nil {
		return err
	}
	if _, err := browser.Provide(ctx, out); err != nil {
		return err
	}
	subject, err := speed.Prepare(ctx, built)
	if err != nil {
		return err
	}
	report, err := speed.Run(ctx, subject, speed.Options{Rounds: *rounds, Log: out})
	if err != nil {
		return err
	}
	if !report.Write(out) {
		return errTold
	}
	return nil
}
