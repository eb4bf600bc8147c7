package camera

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/skip2/go-qrcode"

	"fortyeight/wasm/bridge"
	"fortyeight/wasm/contract"
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
	in := bridge.Encode("readPicture", "width", n, "height", n, "pixels", pixels)
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
		"no such call":   bridge.Encode("look"),
		"nothing":        bridge.Encode("readPicture"),
		"too few pixels": bridge.Encode("readPicture", "width", "2", "height", "2", "pixels", "abc"),
		"no size":        bridge.Encode("readPicture", "width", "0", "height", "0", "pixels", ""),
	} {
		if answer := bridge.Program(s.Call).Answer(in); !strings.Contains(answer, "usage") {
			t.Errorf("%s: the program does not say how it is used", reason)
		}
	}
}

// TestLongestSide: a picture may be so wide or so high, and no more.
func TestLongestSide(t *testing.T) {
	var s Session
	for side, want := range map[int]bool{MaxSide: true, MaxSide + 1: false} {
		for _, size := range [][2]int{{side, 1}, {1, side}} {
			in := bridge.Encode("readPicture", "width", strconv.Itoa(size[0]), "height", strconv.Itoa(size[1]), "pixels", strings.Repeat("\xff", 4*side))
			if got := !strings.Contains(bridge.Program(s.Call).Answer(in), "usage"); got != want {
				t.Errorf("a picture of %d × %d pixels is read: %v, want %v", size[0], size[1], got, want)
			}
		}
	}
}

// TestContract compares the names of camera.d.ts with what Go gives.
func TestContract(t *testing.T) {
	file := contract.Open(t, "camera.d.ts")
	side, pixels := pictureOf(t, "1")
	file.Members(t, "Seen", slices.Collect(maps.Keys(see(t, new(Session), side, pixels))))
	file.Members(t, "Calls", Names())
}
