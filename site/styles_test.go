package site

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"fortyeight/content"
)

// Languages are written from the left or from the right; a style that names a
// side is right for one half of them only.
func TestStylesNameNoSide(t *testing.T) {
	side := regexp.MustCompile(`(?:^|[\s;{:-])(left|right)\b`)
	comment := regexp.MustCompile(`(?s)/\*.*?\*/`)
	for name, css := range assetsOf(t, ".css") {
		css = comment.ReplaceAllString(css, "")
		for line := range strings.SplitSeq(css, "\n") {
			// --right is a state, and the safe areas of a screen are what they are.
			plain := regexp.MustCompile(`--right[a-z-]*|\.[a-z-]*-right\b|"right"|safe-area-inset-(left|right)`).ReplaceAllString(line, "")
			if found := side.FindString(plain); found != "" {
				t.Errorf("site/assets/%s: %q names a side; use inline-start, inline-end, start or end", name, strings.TrimSpace(line))
			}
		}
	}
}

// A shape of a class that no style knows has no colour, and is not seen.
func TestDrawingsUseClassesThatAreThere(t *testing.T) {
	styles := assetsOf(t, ".css")["guide/drawing.css"]
	class := regexp.MustCompile(`class="([^"]*)"`)
	for _, pattern := range []string{"drawings/*.svg", "*/drawings/*.svg"} {
		files, err := fs.Glob(content.FS, pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			data, err := fs.ReadFile(content.FS, file)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := parseDrawing(data); err != nil {
				t.Errorf("content/%s:%v", file, err)
			}
			for _, match := range class.FindAllStringSubmatch(string(data), -1) {
				for _, name := range strings.Fields(match[1]) {
					if !strings.Contains(styles, "."+name+" {") && !strings.Contains(styles, "."+name+",") {
						t.Errorf("content/%s has the class %q, which site/assets/guide/drawing.css lacks", file, name)
					}
				}
			}
		}
	}
}

// assetsOf returns the assets of a kind by name; there must be some.
func assetsOf(t *testing.T, extension string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := fs.WalkDir(Assets(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != extension {
			return err
		}
		data, err := fs.ReadFile(Assets(), name)
		found[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Fatalf("there is no asset of the kind %s", extension)
	}
	return found
}
