package view_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/a-h/templ"
	"golang.org/x/net/html"

	"fortyeight/keyformat"
	"fortyeight/keyformat/sheet"
	"fortyeight/site/view"
)

// named says the key of a sentence instead of the sentence.
func named(key string) string { return "[" + key + "]" }

// printed has a value in every field, and none that another field has too.
func printed() view.Sheet {
	return view.Sheet{
		Words:   named,
		Groups:  [8]string{"000011", "000022", "000033", "000044", "000055", "000066", "000077", "000088"},
		IDFirst: "3FD763F9", IDRest: "-74C7", Device: "The device", Drive: "The drive", Owner: "The owner <&>",
		Date: "The date", Note: "The note", Repaired: true, QR: "M1 1", QRSize: 37, Bars: "M2 2", BarsWidth: 319, Number: "The number",
	}
}

func TestSheetGolden(t *testing.T) {
	bare := printed()
	bare.IDFirst, bare.IDRest, bare.Device, bare.Drive, bare.Owner, bare.Date, bare.Note, bare.Number = "", "", "", "", "", "", "", ""
	bare.Repaired = false
	for name, component := range map[string]templ.Component{
		"sheet-page":      view.SheetPage(printed()),
		"sheet-page-bare": view.SheetPage(bare),
		"sheet-card":      view.SheetCard(printed()),
		"sheet-label":     view.SheetLabel(bare),
		"sheet-templates": view.SheetTemplates(named),
		"sheet-file": view.SheetFile(view.SheetDocument{
			Lang: "en", Dir: "ltr", Words: named, Style: "p{}", Format: view.List, Letter: true, Sheets: []view.Sheet{printed(), bare},
			PageNumber: func(n, count int) string { return fmt.Sprintf("Page %d of %d", n, count) },
		}),
	} {
		t.Run(name, func(t *testing.T) { golden(t, name, component) })
	}
}

// TestDigitsStandAlone: in every format the digits follow each other with
// nothing between them but space, so that the printed file can be searched.
func TestDigitsStandAlone(t *testing.T) {
	s := view.SheetOf(named, sheet.New(keyformat.MustParseKey("042647-302313-590458-071500-554323-116567-412181-516978"), keyformat.ID{}, sheet.Fields{}), "")
	for name, component := range map[string]templ.Component{
		"page": view.SheetPage(s), "card": view.SheetCard(s), "label": view.SheetLabel(s), "row": view.SheetRow(s),
	} {
		if text := strings.Join(strings.Fields(textIn(t, component)), " "); !strings.Contains(text, "042647 302313 590458 071500 554323 116567 412181 516978") {
			t.Errorf("the %s says %s", name, text)
		}
	}
}

// TestSlots: what a sheet can say has a place in each format, and the script
// finds no place that it does not know.
func TestSlots(t *testing.T) {
	all := []string{"bars", "date", "device", "drive", "idFirst", "idRest", "note", "number", "owner", "qr", "repaired"}
	for n := '1'; n <= '8'; n++ {
		all = append(all, "group"+string(n))
	}
	var rendered strings.Builder
	if err := view.SheetTemplates(named).Render(context.Background(), &rendered); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for z := html.NewTokenizer(strings.NewReader(rendered.String())); z.Next() != html.ErrorToken; {
		for _, a := range z.Token().Attr {
			if !slices.Contains([]string{"data-slot", "data-path", "data-row", "data-without"}, a.Key) {
				continue
			}
			seen[a.Val] = true
			if !slices.Contains(all, a.Val) {
				t.Errorf("a place for %q, which no sheet says", a.Val)
			}
		}
	}
	for _, name := range all {
		if !seen[name] {
			t.Errorf("no place for %q", name)
		}
	}
}

func textIn(t *testing.T, component templ.Component) string {
	t.Helper()
	var rendered, text strings.Builder
	if err := component.Render(context.Background(), &rendered); err != nil {
		t.Fatal(err)
	}
	for z := html.NewTokenizer(strings.NewReader(rendered.String())); ; {
		switch z.Next() {
		case html.ErrorToken:
			return text.String()
		case html.TextToken:
			text.Write(z.Text())
		}
	}
}
