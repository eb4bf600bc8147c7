package site

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
)

// TestHashList: the list has every file but itself, in the form that sha256sum -c
// reads.
func TestHashList(t *testing.T) {
	out := mustBuild(t, inputOf(nil))
	lines := strings.Split(strings.TrimSuffix(mustFind(t, out, HashList), "\n"), "\n")
	if len(lines) != len(out.Files)-1 {
		t.Fatalf("the list has %d lines for %d files", len(lines), len(out.Files)-1)
	}
	for _, line := range lines {
		sum, path, _ := strings.Cut(line, "  ")
		if want := fmt.Sprintf("%x", sha256.Sum256([]byte(mustFind(t, out, path)))); sum != want {
			t.Errorf("%s has the hash %s, the list says %s", path, want, sum)
		}
	}
}

// TestBuildBlock: a page shows the commit and the hashes of programs, and an error
// says what it cannot show.
func TestBuildBlock(t *testing.T) {
	program := fmt.Sprintf("%x", sha256.Sum256([]byte("\x00asm small program")))
	for _, test := range []struct{ name, commit, block, want string }{
		{"a commit", "0123abcd", "commit: Made from | nothing", `<dt>Made from</dt><dd><code translate="no">0123abcd</code></dd>`},
		{"no commit", "", "commit: Made from | nothing", `<dt>Made from</dt><dd>nothing</dd>`},
		{"a program", "", "check: The checker", `<dt>The checker</dt><dd><code translate="no">` + program + `</code></dd>`},
		{"a commit that says nothing where there is none", "", "commit: Made from", "the line of the commit"},
		{"an unknown program", "", "chess: The chess", `there is no program "chess", only check`},
		{"no label", "", "check", `"check" is no line of a build block`},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := inputOf(map[string]string{"content/en/trust.md": "---\ntitle: Trust\ndescription: Trust.\nreviewed: 2026-01-31\nsources:\n- Somebody https://example.org\n---\n```build\n" + test.block + "\n```\n"})
			in.Commit = test.commit
			out, err := Build(in)
			if err != nil {
				if !strings.Contains(err.Error(), test.want) {
					t.Errorf("%v, want %q", err, test.want)
				}
				return
			}
			if page := mustFind(t, out, "trust/index.html"); !strings.Contains(page, test.want) {
				t.Errorf("the page lacks %s", test.want)
			}
		})
	}
}
