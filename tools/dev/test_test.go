package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestTheGateRunsEveryStepAndSums(t *testing.T) {
	steps := []step{
		{"good", "does well", func(_ context.Context, r *report) error {
			fmt.Fprintln(&r.details, "nobody wants to know")
			r.result = "3 files"
			return nil
		}},
		{"bad", "does badly", func(_ context.Context, r *report) error {
			fmt.Fprintln(&r.details, "all the details")
			return errors.New("how to correct it")
		}},
		{"last", "does well too", func(context.Context, *report) error { return nil }},
	}
	var out bytes.Buffer
	if err := runSteps(t.Context(), steps, &out); err == nil {
		t.Error("a gate with a failed step is open")
	}
	for _, want := range []string{"PASS good", "3 files", "FAIL bad", "all the details", "how to correct it", "PASS last", `Failed: ["bad"]`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in the output:\n%s", want, &out)
		}
	}
	if strings.Contains(out.String(), "nobody wants") {
		t.Errorf("the details of a passed step are in the output:\n%s", &out)
	}
	if !strings.HasSuffix(out.String(), "\n2 passed, 1 failed\n") {
		t.Errorf("the last line is not the plain sum:\n%s", &out)
	}

	out.Reset()
	if err := runSteps(t.Context(), steps[:1], &out); err != nil || !strings.HasSuffix(out.String(), "\n1 passed, 0 failed\n") {
		t.Errorf("a gate without a failed step: %v\n%s", err, &out)
	}
}

func TestReadTests(t *testing.T) {
	const events = `{"Action":"run","Package":"a","Test":"TestGood"}
{"Action":"output","Package":"a","Test":"TestGood","Output":"=== RUN   TestGood\n"}
{"Action":"output","Package":"a","Test":"TestGood","Output":"chatter\n"}
{"Action":"pass","Package":"a","Test":"TestGood"}
{"Action":"pass","Package":"a","Test":"TestGood/case"}
{"Action":"output","Package":"a","Test":"TestBad/case","Output":"    a_test.go:5: off by one\n"}
{"Action":"fail","Package":"a","Test":"TestBad/case"}
{"Action":"output","Package":"a","Test":"TestBad","Output":"--- FAIL: TestBad\n"}
{"Action":"fail","Package":"a","Test":"TestBad"}
{"Action":"output","Package":"a","Test":"TestLater","Output":"=== RUN   TestLater\n"}
{"Action":"output","Package":"a","Test":"TestLater","Output":"    a_test.go:9: no clone\n"}
{"Action":"skip","Package":"a","Test":"TestLater"}
{"Action":"output","Package":"a","Output":"FAIL\ta\n"}
{"Action":"fail","Package":"a","Elapsed":1.5}
{"Action":"skip","Package":"without tests"}
{"Action":"pass","Package":"b","Elapsed":0.5}
`
	var live bytes.Buffer
	r := &report{live: &live}
	count, err := readTests(strings.NewReader(events), r)
	if err != nil {
		t.Fatal(err)
	}
	if want := (tally{passed: 1, failed: 1, skipped: 1}); count != want {
		t.Errorf("counted %+v, want %+v", count, want)
	}
	for _, want := range []string{"off by one", "--- FAIL: TestBad"} {
		if !strings.Contains(r.details.String(), want) {
			t.Errorf("%q is not in the details:\n%s", want, &r.details)
		}
	}
	if strings.Contains(r.details.String(), "chatter") {
		t.Errorf("what a passed test said is in the details:\n%s", &r.details)
	}
	for _, want := range []string{"FAIL a ", "ok   b ", "skip a TestLater", "no clone"} {
		if !strings.Contains(live.String(), want) {
			t.Errorf("%q is not in what is shown at once:\n%s", want, &live)
		}
	}
}

// A package that does not compile has no test that could fail.
func TestReadTestsOfAPackageThatDoesNotCompile(t *testing.T) {
	const events = `{"ImportPath":"a [a.test]","Action":"build-output","Output":"a_test.go:5: undefined: x\n"}
{"ImportPath":"a [a.test]","Action":"build-fail"}
{"Action":"output","Package":"a","Output":"FAIL\ta [build failed]\n"}
{"Action":"fail","Package":"a","FailedBuild":"a [a.test]"}
`
	r := &report{live: new(bytes.Buffer)}
	count, err := readTests(strings.NewReader(events), r)
	if err != nil || count.failed == 0 || !strings.Contains(r.details.String(), "undefined: x") {
		t.Errorf("counted %+v, %v; details:\n%s", count, err, &r.details)
	}
}

func TestEngineTally(t *testing.T) {
	ran := engineTally{}
	for _, e := range []event{
		{Action: "pass", Test: "TestScenarios/firefox/trust"},
		{Action: "pass", Test: "TestScenarios/firefox"},
		{Action: "fail", Test: "TestScenarios/firefox/a sheet"},
		{Action: "pass", Test: "TestVectors/firefox/written/one"},
		{Action: "pass", Test: "TestOther/case/one"},
	} {
		ran.add(e)
	}
	var out bytes.Buffer
	ran.print(&report{live: &out})
	want := `       chromium  not run
       firefox   scenarios 1 passed, 1 failed; vectors 1 passed, 0 failed
       webkit    not run
`
	if out.String() != want {
		t.Errorf("the table is\n%swant\n%s", &out, want)
	}
}
