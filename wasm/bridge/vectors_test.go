package bridge

import (
	"testing"

	"fortyeight/keyformat/keytest"
)

func TestVectors(t *testing.T) {
	keytest.Run(t, func(t *testing.T, text string) keytest.Result {
		var answer keytest.Answer
		ask(t, &Session{}, "check", values{"text": text, "id": ""}, &answer)
		return answer.Result()
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
