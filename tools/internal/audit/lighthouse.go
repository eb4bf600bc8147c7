package audit

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"fortyeight/tools/internal/browser"
)

// categories are what Lighthouse scores, with the least that is good enough.
var categories = []struct {
	id    string
	least int // of 100
}{
	{"performance", 98}, {"accessibility", 100}, {"best-practices", 100}, {"seo", 100},
}

// tries is how often a run is begun before a page is given up. Now and then, on
// any page and on a quiet machine too, the browser's record lacks the beginning
// of the load (NO_NAVSTART), which says nothing of the page.
const tries = 3

// quickEnough is the speed from which on Lighthouse trusts its own figures, in
// its benchmark's own unit.
const quickEnough = 1000

// A measure is one run of Lighthouse on one page.
type measure struct {
	scores  map[string]int // of 100, by category
	lost    []string       // audits that cost points
	machine int            // how quick the machine was in this run
}

// askLighthouse measures each page several times with its mobile settings, and
// takes the run with the median speed: one run on a busy machine says little. A
// page that cannot be measured does not keep it from the others.
func askLighthouse(ctx context.Context, s *subject, j Judge) ([]Row, error) {
	if _, err := exec.LookPath("node"); err != nil {
		return nil, errors.New("node is not in PATH: install Node 20 or later")
	}
	chrome, err := browser.Find()
	if err != nil {
		return nil, err
	}
	folder, err := j.folder(ctx)
	if err != nil {
		return nil, err
	}
	var rows []Row
	var given []error // up
	for _, page := range s.options.Pages {
		m, err := median(max(1, s.options.Runs), func() (measure, error) {
			return again(ctx, s.options.Log, page, func() (measure, error) { return lighthouse(ctx, folder, chrome, s.address+page) })
		})
		if err != nil {
			given = append(given, fmt.Errorf("%s: %w", page, err))
			continue
		}
		rows = append(rows, m.row(j, page))
	}
	return rows, errors.Join(given...)
}

// median returns the run with the median speed.
func median(count int, run func() (measure, error)) (measure, error) {
	var runs []measure
	for range count {
		m, err := run()
		if err != nil {
			return m, err
		}
		runs = append(runs, m)
	}
	slices.SortFunc(runs, func(a, b measure) int { return cmp.Compare(a.scores["performance"], b.scores["performance"]) })
	return runs[len(runs)/2], nil
}

// again begins a run until it ends with a report, and tells why it did not.
func again(ctx context.Context, log io.Writer, page string, run func() (measure, error)) (m measure, err error) {
	for range tries {
		if m, err = run(); err == nil || ctx.Err() != nil {
			return m, err
		}
		fmt.Fprintf(log, "  %s: no report: %v\n", page, err)
	}
	return m, fmt.Errorf("no report in %d tries: %w", tries, err)
}

// row says what a run scored, and what is not good enough.
func (m measure) row(j Judge, page string) Row {
	row := Row{Judge: j.Name, Page: page}
	var figures []string
	for _, c := range categories {
		figures = append(figures, fmt.Sprintf("%s %d", c.id, m.scores[c.id]))
		if m.scores[c.id] < c.least {
			row.Problems = append(row.Problems, fmt.Sprintf("%s is %d, and %d is the least", c.id, m.scores[c.id], c.least))
		}
	}
	row.Figures = strings.Join(figures, ", ")
	if m.machine < quickEnough {
		row.Figures += fmt.Sprintf(" (the machine was busy: its benchmark gave %d, and Lighthouse asks for %d)", m.machine, quickEnough)
	}
	if len(row.Problems) > 0 {
		row.Problems = append(row.Problems, m.lost...)
	}
	return row
}

// lighthouse runs it once. Its profile is its own, and goes with it.
func lighthouse(ctx context.Context, folder, chrome, address string) (measure, error) {
	written, err := os.MkdirTemp("", "fortyeight-audit-")
	if err != nil {
		return measure{}, err
	}
	defer os.RemoveAll(written)
	file := filepath.Join(written, "report.json")
	cmd := []string{
		filepath.Join(folder, "cli", "index.js"), address,
		"--output=json", "--output-path=" + file, "--quiet", "--no-enable-error-reporting",
		"--chrome-path=" + chrome, "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
	}
	if _, err := output(ctx, written, "node", cmd...); err != nil {
		return measure{}, err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return measure{}, err
	}
	return parseLighthouse(data)
}

// parseLighthouse reads a report.
func parseLighthouse(data []byte) (measure, error) {
	var report struct {
		RuntimeError struct{ Message string }
		Environment  struct{ BenchmarkIndex float64 }
		Categories   map[string]struct {
			Score     *float64
			AuditRefs []struct {
				ID     string
				Weight float64
			}
		}
		Audits map[string]struct {
			Title        string
			Score        *float64
			DisplayValue string
		}
	}
	if err := json.Unmarshal(data, &report); err != nil {
		return measure{}, fmt.Errorf("its report cannot be read: %w", err)
	}
	if report.RuntimeError.Message != "" {
		return measure{}, errors.New(report.RuntimeError.Message)
	}
	m := measure{scores: map[string]int{}, machine: int(report.Environment.BenchmarkIndex)}
	for _, c := range categories {
		category := report.Categories[c.id]
		if category.Score == nil {
			return m, fmt.Errorf("its report has no score for %s", c.id)
		}
		m.scores[c.id] = int(math.Round(*category.Score * 100))
		for _, ref := range category.AuditRefs {
			if a := report.Audits[ref.ID]; ref.Weight > 0 && a.Score != nil && *a.Score < 0.995 {
				m.lost = append(m.lost, strings.TrimSpace(fmt.Sprintf("%s: %s %s", ref.ID, a.Title, a.DisplayValue)))
			}
		}
	}
	return m, nil
}
