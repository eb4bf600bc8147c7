package sheet

import (
	"strings"

	"fortyeight/keyformat"
)

// A Drill says how far digits that were read back from a paper agree with the
// key that was printed on it. Its name, from String, is fixed.
type Drill uint8

// How far a drill has come.
const (
	DrillUnfinished Drill = iota // what stands there so far is the same
	DrillDifferent               // something differs from the key
	DrillSame                    // all 48 digits are the same
	drillCount
)

var drillNames = [drillCount]string{"unfinished", "different", "same"}

// String returns the fixed name of the outcome, such as "same".
func (d Drill) String() string { return drillNames[d] }

// Drills returns every outcome, for tests that each has its words.
func Drills() []Drill { return []Drill{DrillUnfinished, DrillDifferent, DrillSame} }

// ReadBack compares text, typed from a paper, with the key that should stand on
// it. It returns the outcome, and the numbers of the groups that differ, from
// 1. Without such numbers a text differs when it holds more than a key.
func ReadBack(key keyformat.Key, text string) (Drill, []int) {
	report := keyformat.Check(text)
	for i, found := range report.Found {
		if found.Key == key {
			report.Show(i)
		}
	}
	want := Sheet{Key: key}.Groups()
	last := lastGroup(report)
	var differ []int
	for i, group := range report.Groups[:last+1] {
		same := group.Text == want[i]
		if i == last { // it may go on being typed
			same = strings.HasPrefix(want[i], group.Text)
		}
		if !same {
			differ = append(differ, i+1)
		}
	}
	switch {
	case len(differ) > 0 || report.After > 0:
		return DrillDifferent, differ
	case report.State == keyformat.Valid && report.Key == key:
		return DrillSame, nil
	}
	return DrillUnfinished, nil
}

// lastGroup returns the index of the last group that has anything, or -1.
func lastGroup(report keyformat.Report) int {
	for i := len(report.Groups) - 1; i >= 0; i-- {
		if report.Groups[i].Text != "" {
			return i
		}
	}
	return -1
}
