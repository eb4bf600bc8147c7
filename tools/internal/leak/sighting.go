package leak

import "fmt"

// A Way is something that a page can speak through.
type Way string

// The twelve ways out of a page.
const (
	Request    Way = "request"           // fetch and XMLHttpRequest
	Beacon     Way = "beacon"            // sendBeacon, pings of links
	Load       Way = "load"              // pictures, scripts, styles and all that elements load
	Socket     Way = "socket"            // WebSocket, EventSource, WebTransport
	Peer       Way = "peer"              // WebRTC
	Hint       Way = "hint"              // names to look up, pages and files to fetch early
	Navigation Way = "navigation"        // location, links, windows that open
	Form       Way = "form"              // a form that is sent
	Storage    Way = "storage"           // of all kinds, with caches and cookies
	History    Way = "title and history" // what the browser's history keeps
	Console    Way = "console"           // lines, and errors that nobody catches
	Message    Way = "message"           // to other windows, channels, shared and service workers
)

// Ways are the twelve, in order.
var Ways = []Way{Request, Beacon, Load, Socket, Peer, Hint, Navigation, Form, Storage, History, Console, Message}

// What leaves when somebody asks for it.
const (
	Clipboard Way = "clipboard"
	Download  Way = "download"
	Device    Way = "device" // voices, notifications, sharing
)

// A record is one thing that was seen.
type record struct {
	Way   Way
	By    string   // who saw what
	Where string   // the page or worker, without what stands behind #
	Data  []string // what was said
	Use   bool     // that it was used at all is a sighting
}

// A Sighting is something that left a page, or tried to.
type Sighting struct {
	Way   Way
	By    string // who saw what: "fetch", "the server's log"
	Where string // address of the page or worker
	Piece string // of the key; "" where a way was used that the page has no business with
}

// String says what was seen, without a digit of the key.
func (s Sighting) String() string {
	what := s.Piece
	if what == "" {
		what = "used at all"
	}
	return fmt.Sprintf("%s: %s (%s, in %s)", s.Way, what, s.By, s.Where)
}
