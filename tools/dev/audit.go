package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"fortyeight/tools/internal/audit"
	"fortyeight/tools/internal/pipeline"
)

// auditPages are the pages that Lighthouse measures, where they are there: the
// front page, the way to one's key, and three of the guide's that differ most.
var auditPages = []string{"/", "/find/", "/guide/why-it-asks/", "/guide/is-it-on/", "/guide/helpdesk/"}

// auditSite lets Lighthouse, axe and the Nu HTML checker judge the site.
func auditSite(ctx context.Context, args []string, out io.Writer) error {
	flags := options("audit", `Builds everything and lets other people's judges look at it: csp_evaluator,
govulncheck, the Nu HTML checker, axe and Lighthouse. They come from npm into the user's cache, outside
the project; what is missing for one (npm, Java, a browser) is said, and the
others run. It fails where one of them finds fault.
`, out)
	only := flags.String("only", "", "one judge only: csp, vulnerabilities, vnu, axe or lighthouse")
	runs := flags.Int("runs", 3, "how often Lighthouse measures a page; the median counts")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *only != "" && !slices.ContainsFunc(audit.Judges, func(j audit.Judge) bool { return j.Name == *only }) {
		return fmt.Errorf("there is no judge %q: %w", *only, errUse)
	}
	built, err := pipeline.Run(ctx, out)
	if err != nil {
		return err
	}
	var pages []string
	for _, page := range auditPages {
		if _, ok := built.Site.Find(strings.TrimPrefix(page, "/") + "index.html"); ok {
			pages = append(pages, page)
		}
	}
	report, err := audit.Run(ctx, built.Site, audit.Options{Log: out, Only: *only, Runs: *runs, Pages: pages})
	if err != nil {
		return err
	}
	return writeAudit(out, report)
}

// writeAudit prints the table, then every fault, then what could not be asked.
func writeAudit(out io.Writer, report *audit.Report) error {
	fmt.Fprintln(out)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	faults := 0
	for _, row := range report.Rows {
		faults += len(row.Problems)
		fmt.Fprintf(w, "%s\t%s\t%s\n", row.Judge, row.Page, row.Figures)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for _, row := range report.Rows {
		for _, problem := range row.Problems {
			fmt.Fprintf(out, "\n%s, %s: %s", row.Judge, row.Page, problem)
		}
	}
	for _, missing := range report.Missing {
		fmt.Fprintf(out, "\nCould not be asked: %s", missing)
	}
	fmt.Fprintln(out)
	if faults > 0 {
		fmt.Fprintf(out, "%d faults.\n", faults)
		return errTold
	}
	return nil
}
