package camera

import (
	"encoding/json"
	"strconv"
	"testing"

	"fortyeight/keyformat"
	"fortyeight/wasm/bridge"
)

// FuzzCall hands over whatever pixels. The answer is a JSON object, its key is one,
// and what was read before changes nothing.
func FuzzCall(f *testing.F) {
	f.Add("2", "2", []byte("0123456789abcdef"))
	f.Add("4097", "1", []byte{})
	f.Add("99999999999999999999", "-1", []byte{1})
	f.Add("1000000", "1000000", []byte{1})
	var kept Session
	f.Fuzz(func(t *testing.T, width, height string, pixels []byte) {
		w, _ := strconv.Atoi(width)
		if w > 0 && w <= 64 && len(pixels) > 0 { // as many lines as there are pixels for
			height = strconv.Itoa(len(pixels) / 4 / w)
			pixels = pixels[:len(pixels)/4/w*w*4]
		}
		message := bridge.Encode("readPicture", "width", width, "height", height, "pixels", string(pixels))
		answer := bridge.Program(kept.Call).Answer(message)
		var out map[string]any
		if err := json.Unmarshal([]byte(answer), &out); err != nil {
			t.Fatal(err)
		}
		if key, _ := out["key"].(string); key != "" && keyformat.Check(key).State != keyformat.Valid {
			t.Error("what it gives as a key is none")
		}
		var fresh Session
		if bridge.Program(fresh.Call).Answer(message) != answer {
			t.Error("a picture is read otherwise after another one")
		}
	})
}
