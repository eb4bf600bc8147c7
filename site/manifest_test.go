package site

import (
	"bytes"
	"encoding/json"
	"image/png"
	"strings"
	"testing"
)

// The manifest of each language starts there, and names icons that are what it
// says of them.
func TestManifests(t *testing.T) {
	out := buildReal(t)
	for lang, start := range map[string]string{"en": "/", "de": "/de/", "es": "/es/"} {
		page := mustFind(t, out, strings.TrimPrefix(start, "/")+"index.html")
		_, rest, ok := strings.Cut(page, `<link rel="manifest" href="/`)
		if !ok {
			t.Fatalf("%s names no manifest", start)
		}
		path, _, _ := strings.Cut(rest, `"`)
		var m manifest
		if err := json.Unmarshal([]byte(mustFind(t, out, path)), &m); err != nil {
			t.Fatal(err)
		}
		if m.Name == "" || m.Description == "" || m.Lang != lang || m.Start != start || m.Scope != "/" || m.Display != "standalone" {
			t.Errorf("the manifest of %s is %+v", start, m)
		}
		for _, value := range out.Headers.For(start) {
			if value.Name == "Content-Security-Policy" && !strings.Contains(value.Value, "; manifest-src 'self'") {
				t.Errorf("the policy of %s forbids its manifest: %s", start, value.Value)
			}
		}
		purposes := map[string]int{}
		for _, icon := range m.Icons {
			purposes[icon.Purpose]++
			config, err := png.DecodeConfig(bytes.NewReader([]byte(mustFind(t, out, strings.TrimPrefix(icon.Source, "/")))))
			if err != nil {
				t.Fatalf("%s: %v", icon.Source, err)
			}
			if want := map[string]int{"192x192": 192, "512x512": 512}[icon.Sizes]; config.Width != want || config.Height != want {
				t.Errorf("%s is %d × %d, and the manifest says %s", icon.Source, config.Width, config.Height, icon.Sizes)
			}
		}
		if purposes["any"] != 2 || purposes["maskable"] != 2 {
			t.Errorf("the icons of %s are for %v", start, purposes)
		}
	}
}
