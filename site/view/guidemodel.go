package view

// A Place is a page of the site, as a link to it shows it.
type Place struct {
	Href  string
	Lang  string // of the page, where it is not the reader's own
	Title string
	Text  string // one sentence of what it is about
}

// A Heading is one of a page's headings.
type Heading struct {
	ID   string // its fragment, without #
	Text string
}

// A Section is a part of the guide.
type Section struct {
	ID    string
	Title string
	Pages []Place
}

// Guide is what stands around the text of a page of the guide.
type Guide struct {
	Words     GuideWords
	Index     Place // the guide's table of contents
	Section   string
	SectionID string    // of the section in the table of contents
	Headings  []Heading // of level 2
	Now       []Place   // where to go on to, by situation
	Check     Place     // the checker
	Previous  Place     // without Href at the first page
	Next      Place     // without Href at the last
}

// GuideWords are the sentences around the guide's text, from the object
// "guide" of content/<lang>/frame.json.
type GuideWords struct {
	Contents   string            `json:"contents"`   // heading of a page's table of contents
	Section    string            `json:"section"`    // name of a heading's link; the heading follows
	Table      string            `json:"table"`      // name of a table; the heading above it follows
	Note       string            `json:"note"`       // label that makes a quotation a note
	Careful    string            `json:"careful"`    // label that makes it a warning
	Previous   string            `json:"previous"`   // stands before the title of the page before
	Next       string            `json:"next"`       // and of the page after
	Around     string            `json:"around"`     // name of that navigation
	Now        string            `json:"now"`        // heading of the links by situation
	Check      string            `json:"check"`      // link into the checker
	CheckText  string            `json:"checkText"`  // what it is for
	Holds      string            `json:"holds"`      // stands before the releases of Windows
	Admin      string            `json:"admin"`      // mark of a command for administrators
	Shells     map[string]string `json:"shells"`     // names of the shells, by "cmd" and "powershell"
	Prints     string            `json:"prints"`     // stands before what a command prints
	Changes    string            `json:"changes"`    // and before what it changes
	Copy       string            `json:"copy"`       // button beside a command
	Copied     string            `json:"copied"`     // what it says when done
	CopyFailed string            `json:"copyFailed"` // and when the browser does not allow it
}

// A Command is something to run on a PC.
type Command struct {
	Run     string // as it is typed
	Shell   string // name of the program it is typed into
	Admin   bool   // needs an administrator's rights
	Does    string
	Prints  string
	Changes string
	Words   GuideWords
}

// A Drawing is an SVG picture that is part of the page.
type Drawing struct {
	Width, Height int    // natural size, px
	Inside        string // checked markup between <svg> and </svg>
	Label         string // what it shows, for those who cannot see it
}
