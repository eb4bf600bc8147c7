package view

// Sheet is one backup sheet, ready to be shown: what keyformat/sheet says.
//
// The same view serves two ends. The command renders it with values. The page
// carries it with Slots set, every place empty, in a template that a script
// fills; what has nothing to say stays out of sight there. A place is marked
// with data-slot (text), data-path (the path of a drawing) or data-row (a part
// that is left out when its slot stays empty).
type Sheet struct {
	Words Words
	Slots bool

	Groups          [8]string
	IDFirst, IDRest string // the Key ID's first eight characters, and what follows
	Device, Drive   string
	Owner, Date     string
	Note            string
	Repaired        bool
	QR              string // path of the dark modules
	QRSize          int    // side in modules, quiet zone included
	Bars            string // path of the bars
	BarsWidth       int    // in modules, quiet zones included
	Number          string // "Sheet 3 of 250", or empty
}

// A SheetFormat is a kind of paper, or a way to use it. It is part of the name
// of a class.
type SheetFormat string

// The formats.
const (
	A4     SheetFormat = "a4"
	Letter SheetFormat = "letter"
	Card   SheetFormat = "card"  // 85.6 × 54 mm, to be cut out
	Label  SheetFormat = "label" // 62 mm wide
	List   SheetFormat = "list"  // one row a key
	Blank  SheetFormat = "blank" // to be filled in by hand
)

// SheetFormats are the formats in the order in which they are offered.
var SheetFormats = []SheetFormat{A4, Letter, Card, Label, List, Blank}

// SheetDocument is a file of its own that prints sheets.
type SheetDocument struct {
	Lang, Dir string
	Words     Words
	Style     string // the style sheet; the file stands alone
	Format    SheetFormat
	Letter    bool // cards, lists and blank sheets: on Letter instead of A4
	Sheets    []Sheet
	// PageNumber says "Page 3 of 36"; a list needs it.
	PageNumber func(n, count int) string
}
