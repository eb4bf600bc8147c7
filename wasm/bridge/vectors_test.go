package bridge

import (
	"testing"

	"fortyeight/keyformat/keytest"
)

func TestVectors(t *testing.T) {
	keytest.Run(t, func(t *testing.T, text string) keytest.Result {
		out := call(t, &Session{}, "check", values{"text": text, "id": ""})
		got := keytest.Result{State: out["state"].(string), Key: out["key"].(string), After: int(out["after"].(float64))}
		for _, g := range out["groups"].([]any) {
			got.Groups = append(got.Groups, g.(map[string]any)["state"].(string))
		}
		for _, id := range out["ids"].([]any) {
			got.IDs = append(got.IDs, id.(string))
		}
		return got
	})
}
