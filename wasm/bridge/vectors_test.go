package bridge

import (
	"testing"

	"fortyeight/keyformat/keytest"
)

func TestVectors(t *testing.T) {
	keytest.Run(t, func(t *testing.T, text string) keytest.Result {
		var s Session
		out := s.Calls()["check"](map[string]any{"text": text, "id": ""})
		got := keytest.Result{State: out["state"].(string), Key: out["key"].(string), After: out["after"].(int)}
		for _, g := range out["groups"].([]any) {
			got.Groups = append(got.Groups, g.(map[string]any)["state"].(string))
		}
		for _, id := range out["ids"].([]any) {
			got.IDs = append(got.IDs, id.(string))
		}
		return got
	})
}
