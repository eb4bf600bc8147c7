package keyformat_test

import (
	"testing"

	"fortyeight/keyformat"
	"fortyeight/keyformat/keytest"
)

func TestVectors(t *testing.T) {
	keytest.Run(t, func(t *testing.T, text string) keytest.Result {
		report := keyformat.Check(text)
		got := keytest.Result{State: report.State.String(), After: report.After, Keys: len(report.Found), Damaged: len(report.Damaged)}
		if report.State == keyformat.Valid {
			got.Key = report.Key.String()
		}
		for _, g := range report.Groups {
			got.Groups = append(got.Groups, g.State.String())
		}
		for _, id := range report.IDs {
			got.IDs = append(got.IDs, id.String())
		}
		return got
	})
}
