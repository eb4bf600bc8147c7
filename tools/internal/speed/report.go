package speed

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// The bounds of the design: times of the same round, one over the other. They bind the first
// verdict, which the rule alone gives, and the program's as well.
const (
	ColdRatio    = 1.15 // a verdict to the empty program's first answer
	OfflineRatio = 1.3  // the same, with the line cut
	TypingWait   = 200  // milliseconds from first paint until what is typed shows, cold
)

// A Report is what was seen in all rounds.
type Report struct {
	rounds []round
}

// median returns that of a figure over all rounds.
func (r *Report) median(of func(round) float64) float64 {
	var all []float64
	for _, one := range r.rounds {
		all = append(all, of(one))
	}
	return median(all)
}

func median(all []float64) float64 {
	slices.Sort(all)
	return all[len(all)/2]
}

// middle returns the marks of some visits, each the median of those that saw it.
func middle(visits []marks) marks {
	all := map[string][]float64{}
	for _, visit := range visits {
		for name, ms := range visit {
			all[name] = append(all[name], ms)
		}
	}
	one := marks{}
	for name := range all {
		one[name] = median(all[name])
	}
	return one
}

// A Verdict is one bound and what was found of it.
type Verdict struct {
	What  string
	Found float64
	Bound float64 // 0 for none
}

// Kept says whether the bound is kept.
func (v Verdict) Kept() bool { return v.Bound == 0 || v.Found <= v.Bound }

// Verdicts returns the bounds, with the median over the rounds of each.
//
// The program's own verdict is held against the empty program on a page that has nothing
// else where the line decides. Stored, such a page answers before any real page is
// painted: there the same page around the empty program is the measure, and what the
// bare one takes is said without a bound.
func (r *Report) Verdicts() []Verdict {
	ratio := func(mark, stored, other string) float64 {
		return r.median(func(one round) float64 { return one[checkPage][stored][mark] / one[other][stored]["ready"] })
	}
	wait := r.median(func(one round) float64 { return one[checkPage][cold]["typed"] - one[checkPage][cold]["paint"] })
	return []Verdict{
		{"first verdict to the empty program's first answer, cold", ratio("verdict", cold, emptyPage), ColdRatio},
		{"first verdict to the empty program's first answer, offline", ratio("verdict", offline, emptyPage), OfflineRatio},
		{"the program's verdict to the empty program's first answer, cold", ratio("answer", cold, emptyPage), ColdRatio},
		{"the program's verdict to the empty program's first answer on the same page, offline", ratio("answer", offline, shellPage), OfflineRatio},
		{"the program's verdict to the empty program's first answer, offline", ratio("answer", offline, emptyPage), 0},
		{"ms from first paint until what is typed shows, cold", wait, TypingWait},
	}
}

// columns are the marks in the order in which a person meets them.
var columns = []struct{ mark, title string }{
	{"paint", "first paint"},
	{"typed", "digits show"},
	{"verdict", "first verdict"},
	{"ready", "program runs"},
	{"answer", "its verdict"},
	{"match", "match, from the file"},
	{"sheet", "sheet, from the press"},
}

// Write prints medians in milliseconds, then the bounds, and says whether all are kept.
func (r *Report) Write(out io.Writer) (kept bool) {
	fmt.Fprintf(out, "\nMedians of %d rounds, in milliseconds; a line of %.1f Mbit/s with %d ms of delay.\n\n", len(r.rounds), Rate*8/1e6, Latency.Milliseconds())
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, c := range columns {
		fmt.Fprintf(w, "%s\t", c.title)
	}
	fmt.Fprintln(w)
	for _, page := range []string{emptyPage, plainPage, shellPage, checkPage} {
		for _, state := range []string{cold, warm, offline} {
			r.line(w, page, state, state)
		}
	}
	r.line(w, emptySlowed, cold, fmt.Sprintf("processor %d times slower, line open", Slowdown))
	r.line(w, checkSlowed, cold, fmt.Sprintf("processor %d times slower, line open", Slowdown))
	w.Flush()
	fmt.Fprintln(out)
	kept = true
	for _, v := range r.Verdicts() {
		bound := ""
		if v.Bound > 0 {
			bound = fmt.Sprintf("at most %.2f, kept", v.Bound)
		}
		if !v.Kept() {
			bound, kept = fmt.Sprintf("at most %.2f, BROKEN", v.Bound), false
		}
		fmt.Fprintf(out, "%7.2f  %-22s  %s\n", v.Found, bound, v.What)
	}
	return kept
}

func (r *Report) line(w io.Writer, page, state, said string) {
	for _, c := range columns {
		if _, ok := r.rounds[0][page][state][c.mark]; !ok {
			fmt.Fprint(w, "\t")
			continue
		}
		fmt.Fprintf(w, "%.0f\t", r.median(func(one round) float64 { return one[page][state][c.mark] }))
	}
	fmt.Fprintf(w, "  %s, %s\n", page, said)
}
