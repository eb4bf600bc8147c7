package audit

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fortyeight/site"
)

// The judges themselves come from npm, so no test asks them; what is read from
// their answers is tested with answers of theirs, cut short.

func TestNuFaultsAreRead(t *testing.T) {
	got, known, err := parseNu([]byte(`{"messages":[
		{"type":"error","url":"file:/site/guide/index.html","lastLine":3,"message":"Stray end tag “p”.","extract":"</p>"},
		{"type":"info","subType":"warning","url":"file:/site/a.html","message":"Section lacks heading.","extract":""},
		{"type":"error","url":"file:/site/fortyeight.de.html","message":"CSS: Unrecognized at-rule “@container”","extract":"@container (min-"},
		{"type":"error","url":"file:/site/a.html","message":"CSS: Unrecognized at-rule “@container”","extract":"elsewhere"},
		{"type":"error","url":"file:/site/fortyeight.html","message":"CSS: “width”: Unknown dimension.","extract":"{width: 3foo}"},
		{"type":"info","url":"file:/site/a.html","message":"Trailing slash on void elements has no effect."}]}`), "/site")
	want := []string{"/guide/index.html: error: Stray end tag “p”.: </p>", "/a.html: info: Section lacks heading.: ",
		"/a.html: error: CSS: Unrecognized at-rule “@container”: elsewhere", "/fortyeight.html: error: CSS: “width”: Unknown dimension.: {width: 3foo}"}
	if err != nil || known != 1 || !slices.Equal(got, want) {
		t.Errorf("the faults are %q and %d that are known, %v; want %q", got, known, err, want)
	}
	for _, broken := range []string{"", "Exception in thread"} {
		if _, _, err := parseNu([]byte(broken), ""); err == nil {
			t.Errorf("%q is taken for an answer without faults", broken)
		}
	}
}

const report = `{
	"environment": {"benchmarkIndex": 1012.5},
	"categories": {
		"performance": {"score": 0.965, "auditRefs": [{"id": "slow", "weight": 30}, {"id": "told", "weight": 0}]},
		"accessibility": {"score": 1, "auditRefs": []},
		"best-practices": {"score": 0.999, "auditRefs": []},
		"seo": {"score": 1, "auditRefs": []}
	},
	"audits": {"slow": {"title": "Slow", "score": 0.5, "displayValue": "4 s"}, "told": {"title": "Told", "score": 0}}
}`

func TestLighthouseIsRead(t *testing.T) {
	m, err := parseLighthouse([]byte(report))
	if err != nil {
		t.Fatal(err)
	}
	row := m.row(Judge{Name: "lighthouse"}, "/")
	if want := "performance 97, accessibility 100, best-practices 100, seo 100"; row.Figures != want {
		t.Errorf("the figures are %q, want %q", row.Figures, want)
	}
	if want := []string{"performance is 97, and 98 is the least", "slow: Slow 4 s"}; !slices.Equal(row.Problems, want) {
		t.Errorf("the problems are %q, want %q", row.Problems, want)
	}
	for _, broken := range []string{
		``, `{}`, `{"runtimeError": {"message": "NO_FCP"}}`,
		strings.Replace(report, `"score": 1, "auditRefs": []}`, `"score": null, "auditRefs": []}`, 1),
	} {
		if m, err := parseLighthouse([]byte(broken)); err == nil {
			t.Errorf("%q is taken for a report: %v", broken, m)
		}
	}
}

// On a busy machine the figures say so.
func TestBusyMachineIsTold(t *testing.T) {
	m, err := parseLighthouse([]byte(strings.Replace(report, "1012.5", "867", 1)))
	if row := m.row(Judge{}, "/"); err != nil || !strings.Contains(row.Figures, "gave 867") {
		t.Errorf("the figures are %q, %v", row.Figures, err)
	}
}

// A run without a report is begun again, a few times; the others give the median.
func TestRunsWithoutReport(t *testing.T) {
	var log bytes.Buffer
	begun := 0
	run := func() (measure, error) {
		begun++
		if begun == 2 {
			return measure{}, errors.New("NO_NAVSTART")
		}
		return measure{scores: map[string]int{"performance": 90 + begun}}, nil
	}
	m, err := median(3, func() (measure, error) { return again(t.Context(), &log, "/", run) })
	if err != nil || m.scores["performance"] != 93 || begun != 4 || !strings.Contains(log.String(), "NO_NAVSTART") {
		t.Errorf("%d runs gave %v, %v and told %q", begun, m, err, &log)
	}
	failing := func() (measure, error) { begun++; return measure{}, errors.New("NO_NAVSTART") }
	begun = 0
	if _, err := again(t.Context(), &log, "/", failing); err == nil || begun != tries {
		t.Errorf("after %d runs without a report it says %v", begun, err)
	}
}

// A judge that cannot be asked is told of; where none can be, nothing was judged.
func TestMissingJudgesAreTold(t *testing.T) {
	before := Judges
	defer func() { Judges = before }()
	files := []site.File{{Path: "index.html", Data: []byte("<!doctype html>")}}
	missing := Judge{Name: "missing", ask: func(context.Context, *subject, Judge) ([]Row, error) {
		return nil, errors.New("it is not here")
	}}
	there := Judge{Name: "there", ask: func(_ context.Context, s *subject, j Judge) ([]Row, error) {
		return []Row{{Judge: j.Name, Page: strings.Join(s.pages(), " ")}}, nil
	}}
	Judges = []Judge{missing, there}
	r, err := Run(t.Context(), &site.Output{Files: files}, Options{Log: new(bytes.Buffer)})
	if err != nil || len(r.Rows) != 1 || r.Rows[0].Page != "/" || !slices.Equal(r.Missing, []string{"missing: it is not here"}) {
		t.Errorf("the report is %+v, %v", r, err)
	}
	Judges = []Judge{missing}
	if _, err := Run(t.Context(), &site.Output{Files: files}, Options{Log: new(bytes.Buffer)}); err == nil {
		t.Error("a site that nobody looked at passes")
	}
}

func TestEveryPageHasStates(t *testing.T) {
	for page, least := range map[string]int{"/": len(everyState) + len(checkStates), "/de/": len(everyState) + len(checkStates), "/guide/": len(everyState), "/404.html": len(everyState)} {
		if got := len(statesOf(page)); got != least {
			t.Errorf("%s is looked at in %d states, want %d", page, got, least)
		}
	}
}

// What only some pages have is looked at in every language of theirs.
func TestStatesOfPages(t *testing.T) {
	for page, want := range map[string]string{
		"/": "type it", "/de/": "type it",
		"/find/": "a result", "/es/find/": "a question in the middle",
		"/embed/": "a slip", "/embed/de/": "a slip",
		"/developers/":   "a setting",
		"/guide/typing/": "all open",
	} {
		states := statesOf(page)
		if !slices.ContainsFunc(states, func(s state) bool { return s.name == want }) {
			t.Errorf("%s is not looked at in the state %q", page, want)
		}
		if !slices.ContainsFunc(states, func(s state) bool { return s.script == "" && s.wide }) {
			t.Errorf("%s is not looked at as it comes on a wide screen", page)
		}
	}
}
