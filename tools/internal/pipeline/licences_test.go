package pipeline

import (
	"bytes"
	"os"
	"testing"

	"fortyeight/tools/internal/licences"
)

// TestReadmeNamesOtherPeoplesCode: README's table is what dev licences prints, and
// the site's licences.txt has the licence of each module in a program.
func TestReadmeNamesOtherPeoplesCode(t *testing.T) {
	all, err := Modules(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if table := licences.Table(all); !bytes.Contains(readme, []byte(table)) {
		t.Errorf("README's table of other people's code is not this one; copy it:\n%s", table)
	}
	text, err := notice()
	if err != nil {
		t.Fatal(err)
	}
	browser := 0
	for _, m := range all {
		if m.Browser {
			browser++
			if !bytes.Contains(text, bytes.TrimSpace(m.Text)) {
				t.Errorf("licences.txt lacks the licence of %s", m.Path)
			}
		}
	}
	if browser == 0 {
		t.Error("there is no module in any program")
	}
}
