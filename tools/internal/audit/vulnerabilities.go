package audit

import (
	"bytes"
	"context"
	"fmt"
	"strings"
)

// askVulnerabilities lets govulncheck compare the code that is used with the
// vulnerabilities that are known of it. It needs their database, which is on the
// network.
func askVulnerabilities(ctx context.Context, _ *subject, j Judge) ([]Row, error) {
	printed, err := output(ctx, ".", "go", "run", j.Package+"@"+j.Version, "./...")
	row := Row{Judge: j.Name, Page: "all code"}
	switch {
	case err == nil:
		row.Figures = "no vulnerability that is reached"
		return []Row{row}, nil
	case bytes.Contains(printed, []byte("Vulnerability #")):
		for line := range strings.Lines(string(printed)) {
			if strings.HasPrefix(line, "Vulnerability #") {
				row.Problems = append(row.Problems, strings.TrimSpace(line))
			}
		}
		row.Figures = fmt.Sprintf("%d vulnerabilities that are reached", len(row.Problems))
		return []Row{row}, nil
	}
	return nil, err
}
