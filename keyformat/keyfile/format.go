package keyfile

// A Format says in what kind of text a key stood. Its name, from String, is
// fixed.
type Format uint8

// The formats (domain.md §2).
const (
	Text        Format = iota // notes and everything else
	KeyFile                   // saved by Windows 7 to 11, or imitated by a script
	ManageBDE                 // the output of manage-bde -protectors -get
	PowerShell                // a list or table printed by PowerShell
	JSON                      // Microsoft Graph, scripts
	CSV                       // rows with commas, semicolons or bars between cells
	TSV                       // rows with tabs
	AccountPage               // the table of the Microsoft account page, copied
	HTML                      // a saved page
	LDIF                      // a directory's export
	XML                       //
	Registry                  // .reg files and others with [sections]
	Workbook                  // XLSX
	PDF                       // the text of a PDF
	Binary                    // found between bytes that are no text
	formatCount
)

var formatNames = [formatCount]string{
	Text:        "text",
	KeyFile:     "windows-key-file",
	ManageBDE:   "manage-bde",
	PowerShell:  "powershell",
	JSON:        "json",
	CSV:         "csv",
	TSV:         "tsv",
	AccountPage: "account-page",
	HTML:        "html",
	LDIF:        "ldif",
	XML:         "xml",
	Registry:    "registry",
	Workbook:    "xlsx",
	PDF:         "pdf",
	Binary:      "binary",
}

// String returns the fixed name of the format, such as "windows-key-file".
func (f Format) String() string { return formatNames[f] }

// Formats returns every format, for tests that each has its words.
func Formats() []Format { return below(formatCount) }

// A Pairing says how a key got its Key ID. Its name, from String, is fixed.
type Pairing uint8

// How a key gets its Key ID, the surest last.
const (
	Unpaired Pairing = iota // no Key ID was found with it
	FileName                // the ID stands in the name of the file
	Nearest                 // the ID is the nearest in the text
	SameRow                 // both stand in one row
	Labelled                // both stand in one block or object, and are named there
	pairCount
)

var pairingNames = [pairCount]string{"", "file name", "nearest", "same row", "labelled"}

// String returns the fixed name of the pairing, such as "same row"; it is
// empty for Unpaired.
func (p Pairing) String() string { return pairingNames[p] }

// Pairings returns every pairing, for tests that each has its words.
func Pairings() []Pairing { return []Pairing{Unpaired, FileName, Nearest, SameRow, Labelled} }
