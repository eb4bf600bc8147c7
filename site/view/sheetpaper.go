package view

import (
	"slices"

	"fortyeight/keyformat/sheet"
)

// sheetPaper returns the classes of the paper that a format is printed on.
func sheetPaper(format SheetFormat, letter bool) string {
	class := "fe-paper--a4"
	switch {
	case format == Label:
		class = "fe-paper--label"
	case format == Letter || letter && format != A4:
		class = "fe-paper--letter"
	}
	if format == Card {
		class += " fe-paper--card"
	}
	return class
}

// How many sheets a page has where it has several. There is room for an eighth
// row on A4, but a printer may need more margin than the page asks for.
const (
	listRows  = 7
	cardsEach = 8
)

// pages returns the sheets that stand together on each page.
func (d SheetDocument) pages() [][]Sheet {
	many := 1
	switch d.Format {
	case List:
		many = listRows
	case Card:
		many = cardsEach
	}
	return slices.Collect(slices.Chunk(d.Sheets, many))
}

// emptySheet has an empty slot for everything. The drawings' sizes are those of
// every key, so the script fills in paths alone.
func emptySheet(words Words) Sheet {
	return Sheet{Words: words, Slots: true, QRSize: sheet.QRSize, BarsWidth: sheet.BarsWidth(1)}
}

// SheetOf returns what the view shows of a sheet. The number says which of how
// many it is, or is empty.
func SheetOf(words Words, s sheet.Sheet, number string) Sheet {
	first, rest := s.IDParts()
	return Sheet{
		Words:  words,
		Groups: s.Groups(), IDFirst: first, IDRest: rest,
		Device: s.Device, Drive: s.Drive, Owner: s.Owner, Date: s.Date, Note: s.Note,
		Repaired: s.Repaired,
		QR:       sheet.QR(s.Key).Path(), QRSize: sheet.QRSize,
		Bars: sheet.Bars(s.Key, 1)[0].Path(), BarsWidth: sheet.BarsWidth(1),
		Number: number,
	}
}
