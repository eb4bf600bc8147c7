package view

import "github.com/a-h/templ"

// Layout is what stands around every page: the head of the document, the
// header with its navigation and the footer. Its fields are ready to be shown;
// a view decides nothing.
type Layout struct {
	Lang        string // BCP 47, "en"
	Dir         string // "ltr" or "rtl"
	Title       string // the whole title of the document
	Description string
	Canonical   string // absolute address; empty where none is to be named
	Policy      string // Content-Security-Policy of a page that gets none from its host; else empty
	Shared      bool   // the page may have no origin of its own
	NoIndex     bool   // keeps the page out of search engines
	Home        string // path of the front page in this language
	Nav         []NavItem
	Foot        []Place        // where the footer leads
	Alternates  []Alternate    // this page in all its languages; none where it has one
	Languages   []LanguageItem // the other languages, for the switch
	Keeps       bool           // the page is kept for use without network, and says so
	Preview     string         // absolute address of the picture for previews of links
	Frame       Frame
	Assets      Assets
	Colours     Colours
	Inside      Inside // of a page that is one file; its Assets are empty
}

// Inside is what a page has inside that is one file.
type Inside struct {
	Style   string
	Script  string // a module
	Program string // packed and written as text, as wasm/inside.js reads it
}

// A Download is a file that people keep, and how they know it again.
type Download struct {
	Href   string
	Name   string // under which it is kept
	Bytes  int
	SHA256 string // in hexadecimal digits
}

// Frame holds the sentences around every page, from content/<lang>/frame.json.
type Frame struct {
	Dir      string `json:"dir"`      // writing direction, "ltr" or "rtl"
	Skip     string `json:"skip"`     // link that jumps over the header
	Nav      string `json:"nav"`      // name of the navigation, for screen readers
	Footer   string `json:"footer"`   // sentence at the foot of every page
	FootNav  string `json:"footNav"`  // name of the links there, for screen readers
	Reviewed string `json:"reviewed"` // stands before the date of a page's last review
	Sources  string `json:"sources"`  // heading of a page's sources
	Language string `json:"language"` // the language's own name
	Switch   string `json:"switch"`   // name of the switch between languages
	Lacking  string `json:"lacking"`  // says beside a link to the front page that the page at hand is not in this language
	Preview  string `json:"preview"`  // what the picture for previews of links shows
}

// An Alternate is a page in one of its languages.
type Alternate struct {
	Lang string // BCP 47, or "x-default" for readers of all others
	Href string // absolute address
}

// A LanguageItem is one entry of the switch between languages.
type LanguageItem struct {
	Lang string
	Name string // in that language
	Href string // the same page, or the front page
	Note string // says in that language that it is the front page; empty where it is not
}

// The size of the picture for previews of links, px: what the services that
// show them ask for.
const (
	PreviewWidth  = 1200
	PreviewHeight = 630
)

// NavItem is one entry of the navigation.
type NavItem struct {
	Label   string
	Href    string
	Lang    string // of the target, where it is not the page's own
	Current bool   // the page that is shown
	Inside  bool   // the part of the site that the page stands in
}

// Assets names the built files that a page loads, as paths from the root.
type Assets struct {
	CSS       string
	TextCSS   string   // what pages of text need besides; empty on others
	Script    string   // module script; empty on pages that need none
	First     bool     // the script lays the page out, so that nothing is painted before it
	Ahead     []string // modules that the script cannot do without
	Early     string   // one of them that need not wait for the page; empty where there is none
	Favicon   string   // SVG
	TouchIcon string   // PNG of 180 px
	Offline   string   // module script that keeps the site for use without network; empty where another loads it
	Manifest  string   // what a device that takes the site among its programs asks for
	Preview   string   // PNG for previews of links
}

// Colours paint the browser's own bars around the page.
type Colours struct {
	Light string // page background in the light scheme
	Dark  string // page background in the dark scheme
}

// Words looks up a sentence of content/words/<lang>.json. The build fails and
// names the key when a view asks for one that is not there.
type Words func(key string) string

// CheckPage is the front page: the checker, and below it the text of
// content/<lang>/check.md, which must be of use without JavaScript.
type CheckPage struct {
	Layout  Layout
	Heading string
	Words   Words
	Help    []Help
	Below   templ.Component // the text, for @p.Below
	Foot    Foot            // for @About(p.Foot)
}

// Help is a question that the checker answers in place.
type Help struct {
	Topic    string // by which scripts know it
	Question string
	Answer   string
	More     string // link to the page that says more; it says that it opens a new tab
	Place    Place  // that page
}

// Page is a page of text.
type Page struct {
	Layout  Layout
	Heading string
	Body    templ.Component
	Foot    Foot
}

// Foot says where the facts of a page come from and when they were last
// checked. A foot without a date shows nothing.
type Foot struct {
	ReviewedLabel string
	Reviewed      string // day of the last review, "2026-01-31"
	SourcesLabel  string
	Sources       []Source
	HoldsLabel    string
	Holds         string // releases of Windows; empty where that means nothing
	Address       string // the page's own, for those who print it
}

// Source is where facts come from.
type Source struct {
	Title string
	URL   string
}
