package site

import "strings"

// everywhere returns the headers that every response carries.
func everywhere() []Header {
	return []Header{
		// An address that is followed from here learns nothing of this page.
		{"Referrer-Policy", "no-referrer"},
		// A browser must take a file for what the server says it is.
		{"X-Content-Type-Options", "nosniff"},
		{"Permissions-Policy", strings.Join(permissions, ", ")},
		// Another window gets no handle on a page that holds a key, and this with
		// the next gives the page a process of its own.
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Embedder-Policy", "require-corp"},
		// Once seen over https, never over http again: on a plain line anybody
		// between could change the program. Browsers ignore it over http, so it
		// does no harm on localhost. Subdomains are not ours to bind.
		{"Strict-Transport-Security", "max-age=31536000"},
	}
}

// forPages returns what pages carry besides. None of them can be framed.
func forPages() []Header {
	return []Header{
		{"Content-Security-Policy", contentPolicy},
		// Browsers older than frame-ancestors know this one.
		{"X-Frame-Options", "DENY"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
	}
}

// forDevelopers returns what the page with the live frame carries besides.
func forDevelopers() []Header {
	policy := source{own: "'self'", worker: "'self'", ancestors: "'none'", frames: "'self'", kept: true}.policy()
	headers := forPages()
	headers[0].Value = policy
	return headers
}

// forFiles returns what the pages in one file carry besides. They are for
// keeping: opened from here, a page with script inside would stand on the site's
// own origin. What one may do is written in it, since it travels without headers;
// this adds what only a header can say.
func forFiles() []Header {
	return []Header{
		{"Content-Disposition", "attachment"},
		{"Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'"},
		{"X-Frame-Options", "DENY"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
	}
}

// forAssets returns what the files that pages load carry besides. The worker's
// script needs the policy as much as the pages do: a worker has its own, from
// its own response. All of it is public and the same for everybody, so any site
// may load it: a frame in a sandbox is no part of this site to a browser.
func forAssets() []Header {
	return append([]Header{{"Content-Security-Policy", contentPolicy}}, forAnybody()...)
}

// forFrame returns what the frame for other sites carries besides.
func forFrame(s settings) []Header {
	return append([]Header{{"Content-Security-Policy", framePolicy(s)}}, forAnybody()...)
}

// forServiceWorker returns what the service worker carries besides. All it does is
// to fetch our own files.
func forServiceWorker() []Header {
	return []Header{
		{"Content-Security-Policy", "default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
	}
}

func forAnybody() []Header {
	return []Header{
		{"Access-Control-Allow-Origin", "*"},
		{"Cross-Origin-Resource-Policy", "cross-origin"},
	}
}

// source says where a policy lets things come from, and who may frame a page.
type source struct {
	own       string // our own files
	worker    string // what a worker may start from
	ancestors string
	frames    string // what may be framed; "" for nothing
	kept      bool   // the site's own page, which a device may take among its programs and keep
}

// contentPolicy is the Content-Security-Policy of the site. The programs run in
// workers that are files of ours, and nobody puts a page that asks for a key into
// a frame of theirs.
var contentPolicy = source{own: "'self'", worker: "'self'", ancestors: "'none'", kept: true}.policy()

// framePolicy is the Content-Security-Policy of the frame. In a sandbox it has
// no origin: in WebKit 'self' then matches nothing, so the site's address stands
// beside it, and a worker can only start from a copy that the frame makes of
// our own script.
func framePolicy(s settings) string {
	own := "'self' " + s.Address
	ancestors := "'self'" // the page for developers shows it
	for _, who := range s.Embedders {
		if who != "'none'" && who != "'self'" {
			ancestors += " " + who
		}
	}
	return source{own: own, worker: own + " data:", ancestors: ancestors}.policy()
}

// policy writes a Content-Security-Policy.
func (s source) policy() string {
	code := "fortyeight"
	var some []string // what only some need
	if s.kept {
		code += " fortyeight-offline"
		some = append(some, "manifest-src "+s.own)
	}
	if s.frames != "" {
		some = append(some, "frame-src "+s.frames)
	}
	return strings.Join(append([]string{
		// Nothing is allowed that is not named below: no fonts, media, objects.
		"default-src 'none'",
		// WebAssembly counts as code; 'wasm-unsafe-eval' lets it compile without
		// allowing eval.
		"script-src " + s.own + " 'wasm-unsafe-eval'",
		"worker-src " + s.worker,
		// The loader fetches the programs. A key cannot be sent to another origin.
		"connect-src " + s.own,
		"style-src " + s.own,
		// Icons. No data: addresses, so no picture can carry anything in or out.
		"img-src " + s.own,
		// No form is ever sent, not even by a slip.
		"form-action 'none'",
		// Relative addresses cannot be pointed elsewhere.
		"base-uri 'none'",
		"frame-ancestors " + s.ancestors,
		// Text becomes code in one place only, or two: the policies of these names,
		// which let the addresses of the workers and the service worker through.
		"require-trusted-types-for 'script'",
		"trusted-types " + code,
	}, some...), "; ")
}

// lostPolicy stands inside the page for addresses that lead nowhere, since no
// rule of a host can name those.
const lostPolicy = "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'"

// permissions is the Permissions-Policy: all that a page could ask a person
// for, or do unasked, is off, but for copying the key when they press the
// button, for keeping the screen on while they type from it, and for the camera
// when they press to hold a sheet before it. Left out are
// bluetooth, web-share and others that not every build of Chromium knows: it
// writes a complaint about each into the console of every page, where real
// trouble would drown, and both ask the person first anyway.
var permissions = []string{
	"accelerometer=()",
	"autoplay=()",
	"browsing-topics=()",
	"camera=(self)",
	"clipboard-read=()",
	"clipboard-write=(self)",
	"compute-pressure=()",
	"display-capture=()",
	"encrypted-media=()",
	"fullscreen=()",
	"gamepad=()",
	"geolocation=()",
	"gyroscope=()",
	"hid=()",
	"identity-credentials-get=()",
	"idle-detection=()",
	"keyboard-map=()",
	"local-fonts=()",
	"magnetometer=()",
	"microphone=()",
	"midi=()",
	"otp-credentials=()",
	"payment=()",
	"picture-in-picture=()",
	"publickey-credentials-create=()",
	"publickey-credentials-get=()",
	"screen-wake-lock=(self)",
	"serial=()",
	"storage-access=()",
	"sync-xhr=()",
	"usb=()",
	"window-management=()",
	"xr-spatial-tracking=()",
}
