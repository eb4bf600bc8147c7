package licences

import (
	"bytes"
	"fmt"
	"strings"
)

// Notice is the text file that goes with programs: each module with its licence
// in full, and first what that means for whoever publishes them.
func Notice(programs []Module) []byte {
	var b bytes.Buffer
	b.WriteString("The programs of this site contain code of these projects, besides Fortyeight's own (MIT).\nTheir licences ask that these texts stay with it.\n")
	for _, m := range programs {
		fmt.Fprintf(&b, "\n%s\n%s %s (%s)\n\n%s\n", strings.Repeat("=", 78), m.Path, m.Version, m.Licence, bytes.TrimSpace(m.Text))
	}
	return b.Bytes()
}

// Table is a table in markdown of modules with their reasons. It leaves out
// versions, which go.mod has.
func Table(all []Module) string {
	var b strings.Builder
	b.WriteString("| module | licence | where | for |\n|---|---|---|---|\n")
	for _, m := range all {
		where := "build"
		if m.Browser {
			where = "browser"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", m.Path, m.Licence, where, m.Reason)
	}
	return b.String()
}
