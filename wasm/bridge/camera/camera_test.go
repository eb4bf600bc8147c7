package camera

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/skip2/go-qrcode"

	"fortyeight/wasm"
	"fortyeight/wasm/bridge"
)

const sample = "042647-302313-590458-071500-554323-116567-412181-516978" // cryptsetup's test image bitlk-aes-cbc-128

// pictureOf draws a code of four pixels a module.
func pictureOf(t *testing.T, text string) (side int, pixels string) {
	t.Helper()
	code, err := qrcode.New(text, qrcode.Highest)
	if err != nil {
		t.Fatal(err)
	}
	const scale = 4
	rows := code.Bitmap()
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for _, dark := range row {
			v := byte(255)
			if dark {
				v = 0
			}
			line.WriteString(strings.Repeat(string([]byte{v, v, v, 255}), scale))
		}
		b.WriteString(strings.Repeat(line.String(), scale))
	}
	return len(rows) * scale, b.String()
}

// see makes a call as the worker does.
func see(t *testing.T, s *Session, side int, pixels string) map[string]any {
	t.Helper()
	n := strconv.Itoa(side)
	var out map[string]any
	in := bridge.Encode("read", "width", n, "height", n, "pixels", pixels)
	if err := json.Unmarshal([]byte(bridge.Program(s.Call).Answer(in)), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestRead(t *testing.T) {
	var s Session
	for _, tt := range []struct {
		reason, text, key string
		codes             float64
	}{
		{"the digits of a sheet", strings.ReplaceAll(sample, "-", ""), sample, 1},
		{"a key as Windows writes it", sample, sample, 1},
		{"an address", "https://example.org", "", 1},
		{"a digit that breaks the rule", strings.Replace(strings.ReplaceAll(sample, "-", ""), "590458", "590459", 1), "", 1},
	} {
		side, pixels := pictureOf(t, tt.text)
		if got := see(t, &s, side, pixels); got["codes"] != tt.codes || got["key"] != tt.key {
			t.Errorf("%s: %v codes, the key is found: %v", tt.reason, got["codes"], got["key"] == tt.key)
		}
	}
	if got := see(t, &s, 100, strings.Repeat("\xff", 40_000)); got["codes"] != 0.0 || got["key"] != "" {
		t.Error("something is seen on white paper")
	}
}

func TestUsage(t *testing.T) {
	var s Session
	for reason, in := range map[string][]byte{
		"no such call":     bridge.Encode("look"),
		"nothing":          bridge.Encode("read"),
		"too few pixels":   bridge.Encode("read", "width", "2", "height", "2", "pixels", "abc"),
		"no size":          bridge.Encode("read", "width", "0", "height", "0", "pixels", ""),
		"larger than ever": bridge.Encode("read", "width", strconv.Itoa(MaxSide+1), "height", "1", "pixels", strings.Repeat("x", 4*(MaxSide+1))),
	} {
		if answer := bridge.Program(s.Call).Answer(in); !strings.Contains(answer, "usage") {
			t.Errorf("%s: the program does not say how it is used", reason)
		}
	}
}

// TestContract compares the names of camera.d.ts with what Go gives.
func TestContract(t *testing.T) {
	data, err := wasm.Scripts.ReadFile("camera.d.ts")
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(data), "interface Seen {\n")
	body, _, _ = strings.Cut(body, "\n}")
	side, pixels := pictureOf(t, "1")
	got := see(t, new(Session), side, pixels)
	names := regexp.MustCompile(`(?m)^  (\w+):`).FindAllStringSubmatch(body, -1)
	if len(names) != len(got) {
		t.Errorf("camera.d.ts has %d members, Go gives %d", len(names), len(got))
	}
	for _, name := range names {
		if _, ok := got[name[1]]; !ok {
			t.Errorf("Go gives no %s", name[1])
		}
	}
}
