package bridge

import (
	"testing"

	"fortyeight/keyformat/keytest"
)

func TestVectors(t *testing.T) {
	keytest.Run(t, func(t *testing.T, text string) keytest.Result {
		out := call(t, &Session{}, "check", values{"text": text, "id": ""})
		got := keytest.Result{State: out["state"].(string), Key: out["key"].(string), After: int(out["after"].(float64)), Keys: int(out["count"].(float64)), Damaged: len(out["damaged"].([]any))}
		for _, g := range out["groups"].([]any) {
			got.Groups = append(got.Groups, g.(map[string]any)["state"].(string))
		}
		for _, id := range out["ids"].([]any) {
			got.IDs = append(got.IDs, id.(string))
		}
		return got
	})
}

// TestDiagnoses holds that a page is told what is told of the same text
// elsewhere, and that it is let to ask.
func TestDiagnoses(t *testing.T) {
	keytest.RunDiagnoses(t, func(t *testing.T, text string) string {
		diagnosis := call(t, &Session{}, "read", values{"text": text})["diagnosis"].(string)
		if diagnosis != "nothing" && call(t, &Session{}, "check", values{"text": text, "id": ""})["unclear"] == "" {
			t.Error("nothing is unclear")
		}
		return diagnosis
	})
}
