package office

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"fortyeight/keyformat/keyfile"
)

// Limits of reading, at their edge and one past it; office_test.go has those of
// sheets and of what cells take from shared strings.

func TestLongestText(t *testing.T) {
	for _, over := range []int{0, 1} {
		lines, err := workbook(t, parts{"xl/worksheets/s.xml": `<row><c t="str"><v>` + strings.Repeat("x", maxText+over) + `</v></c><c><v>1</v></c></row>`})
		if err != nil || len(lines) != 1 || lines[0] != strings.Repeat("x", maxText)+"\t1" {
			t.Errorf("a text of %d bytes: %d lines, %v", maxText+over, len(lines), err)
		}
	}
}

// TestLongestTag: attributes behind so many bytes of a tag are not looked at.
func TestLongestTag(t *testing.T) {
	for over, want := range map[int]string{0: "\t\t1", 1: "1"} {
		const reference = ` r="C1"`
		tag := "c" + strings.Repeat(" ", maxTag-1-len(reference)+over) + reference
		lines, err := workbook(t, parts{"xl/worksheets/s.xml": "<row><" + tag + "><v>1</v></c></row>"})
		if err != nil || len(lines) != 1 || lines[0] != want {
			t.Errorf("a tag of %d bytes: %q, %v", len(tag), lines, err)
		}
	}
}

// TestLastColumn: cells after the last column that is kept in its place follow
// it, whatever they call themselves.
func TestLastColumn(t *testing.T) {
	for reference, want := range map[string]string{
		"IV1": strings.Repeat("\t", maxColumns-1) + "1", "IW1": strings.Repeat("\t", maxColumns) + "1", "XFD1": strings.Repeat("\t", maxColumns) + "1",
	} {
		lines, err := workbook(t, parts{"xl/worksheets/s.xml": `<row><c r="` + reference + `"><v>1</v></c></row>`})
		if err != nil || len(lines) != 1 || lines[0] != want {
			t.Errorf("cell %s: %d tabs before it, want %d; %v", reference, strings.Count(strings.Join(lines, ""), "\t"), strings.Count(want, "\t"), err)
		}
	}
}

func TestLastRow(t *testing.T) {
	for number, want := range map[int]int{maxRows: maxRows, maxRows + 1: 1} {
		p := parts{"xl/worksheets/s.xml": fmt.Sprintf(`<row r="%d"><c><v>1</v></c></row>`, number)}
		if lines, err := workbook(t, p); err != nil || len(lines) != want {
			t.Errorf("a row that calls itself %d is the %d.; %v", number, len(lines), err)
		}
	}
}

// many are the shared strings of a workbook, all of the longest text but the last.
type many struct {
	parts
	texts, last int
}

func (m many) Open(name string) (io.ReadCloser, error) {
	if name != "xl/sharedStrings.xml" {
		return m.parts.Open(name)
	}
	text := "<si><t>" + strings.Repeat("x", maxText) + "</t></si>"
	var all []io.Reader
	for range m.texts {
		all = append(all, strings.NewReader(text))
	}
	all = append(all, strings.NewReader("<si><t>"+strings.Repeat("y", m.last)+"</t></si>"))
	return io.NopCloser(io.MultiReader(all...)), nil
}

// TestMostStrings: those beyond the bound are lines of their own, so that a key
// among them is found all the same.
func TestMostStrings(t *testing.T) {
	if testing.Short() || runtime.GOOS == "js" {
		t.Skip("it holds 128 MB")
	}
	for last, want := range map[int]error{maxText: nil, maxText + 1: keyfile.ErrTooLarge} {
		shared := many{parts{
			"xl/workbook.xml":            `<workbook><sheets><sheet name="A" r:id="r"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Target="s.xml" Id="r"/></Relationships>`,
			"xl/s.xml":                   `<row><c t="s"><v>0</v></c></row>`,
		}, MaxStrings/maxText - 1, maxText}
		if last > maxText {
			shared.texts, shared.last = MaxStrings/maxText, 1
		}
		alone := 0
		err := Workbook(t.Context(), shared, func(name string) keyfile.Emit {
			return func(line []byte, _ int) error {
				if name == "sharedStrings" {
					alone += len(line)
				}
				return nil
			}
		})
		if !errors.Is(err, want) || alone != last-maxText {
			t.Errorf("%d bytes: %d are lines of their own, %v, want %v", MaxStrings+last-maxText, alone, err, want)
		}
	}
}
