package speed

import (
	"io"
	"strings"
	"testing"

	"fortyeight/tools/internal/pipeline"
)

// TestEveryMarkIsSeen visits everything once, as fast as the machine is: how long it took
// tells nothing here, that it was seen does.
func TestEveryMarkIsSeen(t *testing.T) {
	built, err := pipeline.Run(t.Context(), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	subject, err := Prepare(t.Context(), built)
	if err != nil {
		t.Fatal(err)
	}
	report, err := Run(t.Context(), subject, Options{Log: io.Discard, open: true})
	if err != nil {
		t.Fatal(err)
	}
	for page, marks := range map[string][]string{
		emptyPage: {"ready"}, plainPage: {"typed", "verdict"}, shellPage: {"ready"},
		checkPage: {"paint", "typed", "verdict", "ready", "answer", "match", "sheet"},
	} {
		for _, stored := range []string{cold, warm, offline} {
			for _, mark := range marks {
				if ms := report.rounds[0][page][stored][mark]; ms <= 0 {
					t.Errorf("%s, %s: %s after %v ms", page, stored, mark, ms)
				}
			}
		}
	}
	for page, mark := range map[string]string{emptySlowed: "ready", checkSlowed: "answer"} {
		if ms := report.rounds[0][page][cold][mark]; ms <= 0 {
			t.Errorf("%s: %s after %v ms", page, mark, ms)
		}
	}
}

func TestReport(t *testing.T) {
	r := &Report{}
	for _, slower := range []float64{1, 9, 2} { // a machine that was busy in one round
		of := func(ms ...float64) marks {
			m := marks{}
			for i, name := range []string{"paint", "typed", "ready", "answer", "verdict"} {
				m[name] = ms[i] * slower
			}
			return m
		}
		r.rounds = append(r.rounds, round{
			emptyPage: {cold: of(1, 0, 1000, 0, 0), warm: of(1, 0, 100, 0, 0), offline: of(1, 0, 100, 0, 0)},
			shellPage: {cold: of(1, 0, 1000, 0, 0), warm: of(1, 0, 100, 0, 0), offline: of(1, 0, 200, 0, 0)},
			checkPage: {cold: of(50, 150, 1050, 1100, 160), warm: of(1, 1, 1, 1, 1), offline: of(1, 1, 1, 240, 125)},
		})
	}
	var out strings.Builder
	if !r.Write(&out) {
		t.Errorf("a bound is broken:\n%s", &out)
	}
	for _, want := range []string{"0.16  at most 1.15, kept", "1.25  at most 1.30, kept", "1.10  at most 1.15, kept", "1.20  at most 1.30, kept", "2.40   ", "200.00  at most 200.00, kept"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in the report:\n%s", want, &out)
		}
	}
	r.rounds[0][checkPage][cold]["answer"] *= 1.1
	r.rounds[2][checkPage][cold]["answer"] *= 1.1
	out.Reset()
	if r.Write(&out) || !strings.Contains(out.String(), "1.21  at most 1.15, BROKEN") {
		t.Errorf("the bound is broken, and the report says:\n%s", &out)
	}
}
