package audit

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strings"
)

// readPolicies prints what csp_evaluator finds in each of the policies that are its
// arguments: a list of lists.
const readPolicies = `
const { CspParser } = require("csp_evaluator/dist/parser.js");
const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
console.log(JSON.stringify(process.argv.slice(1).map((policy) => new CspEvaluator(new CspParser(policy).csp).evaluate())));
`

// informational is csp_evaluator's severity from which on a finding is only
// information; lower numbers are worse.
const informational = 60

// A finding is one of csp_evaluator's.
type finding struct {
	Severity         int
	Directive, Value string
	Description      string
}

// explained are findings that are true and mean nothing here, with the reason.
var explained = []struct {
	value  *regexp.Regexp // of the source that is found fault with
	reason string
}{
	{regexp.MustCompile(`^'self'$`), "this host serves the files of one build: no uploads, no answers made of a question, no library that runs text"},
	{regexp.MustCompile(`^http://localhost:\d+$`), "the site's own address while content/site.json names this machine; a public one has https"},
}

// explain returns why a finding means nothing here, or "".
func explain(f finding) string {
	for _, one := range explained {
		if one.value.MatchString(f.Value) {
			return one.reason
		}
	}
	return ""
}

// askCSP lets csp_evaluator read every policy that the site sends or carries.
func askCSP(ctx context.Context, s *subject, j Judge) ([]Row, error) {
	if _, err := exec.LookPath("node"); err != nil {
		return nil, errors.New("node is not in PATH: install Node 20 or later")
	}
	folder, err := j.folder(ctx)
	if err != nil {
		return nil, err
	}
	policies := s.policies()
	printed, err := output(ctx, path.Dir(path.Dir(folder)), "node", append([]string{"-e", readPolicies, "--"}, policies...)...)
	if err != nil {
		return nil, err
	}
	var all [][]finding
	if err := json.Unmarshal(printed, &all); err != nil || len(all) != len(policies) {
		return nil, fmt.Errorf("it gave no answer for each policy: %w", err)
	}
	row := Row{Judge: j.Name, Page: fmt.Sprintf("%d policies", len(policies))}
	known := 0
	for i, findings := range all {
		for _, f := range findings {
			switch {
			case f.Severity >= informational:
			case explain(f) != "":
				known++
			default:
				row.Problems = append(row.Problems, fmt.Sprintf("%s %s: %s In: %s", f.Directive, f.Value, f.Description, policies[i]))
			}
		}
	}
	row.Figures = fmt.Sprintf("%d findings above informational, and %d that are explained", len(row.Problems), known)
	return []Row{row}, nil
}

// carried finds a policy in a page.
var carried = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)"`)

// policies returns each policy once.
func (s *subject) policies() []string {
	var all []string
	for _, rule := range s.headers {
		for _, h := range rule.Headers {
			if h.Name == "Content-Security-Policy" {
				all = append(all, h.Value)
			}
		}
	}
	for _, f := range s.files {
		if path.Ext(f.Path) == ".html" {
			for _, m := range carried.FindAllSubmatch(f.Data, -1) {
				all = append(all, html.UnescapeString(strings.TrimSpace(string(m[1]))))
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
