package archtest

import (
	"maps"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"fortyeight/tools/internal/wasmbuild"
)

// topLevel is all that stands at the top of the repository. A reader who opens it
// sees the whole house at once; what is missing here has its place in a room.
var topLevel = map[string]string{
	"content":      "what is said",
	"keyformat":    "the field",
	"wasm":         "the programs and how they are delivered",
	"site":         "how it looks",
	"tools":        "the commands",
	"go.mod":       "the module",
	"go.sum":       "the module",
	"netlify.toml": "a host looks for it here",
	"README.md":    "people look for it here",
	"LICENSE":      "people look for it here",
	".ci":          "a build server looks for it here",
	".gitignore":   "git looks for it here",
}

func TestTopLevel(t *testing.T) {
	root, err := wasmbuild.Root(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "git", "ls-files", "-z")
	cmd.Dir = root
	output, err := cmd.Output()
	if err != nil {
		t.Skipf("this is no clone, or git is not in PATH: %v", err)
	}
	tracked := map[string]bool{}
	for file := range strings.SplitSeq(strings.TrimSuffix(string(output), "\x00"), "\x00") {
		name, _, _ := strings.Cut(file, "/")
		tracked[name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(tracked)) {
		if topLevel[name] == "" {
			t.Errorf("%s stands at the top of the repository: move it into one of the folders", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(topLevel)) {
		if !tracked[name] {
			t.Errorf("%s is missing at the top of the repository (%s)", name, topLevel[name])
		}
	}
}
