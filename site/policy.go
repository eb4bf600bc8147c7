package site

import "strings"

// everywhere returns the headers that every response carries. The worker's
// script and the programs need them as much as the pages do: a worker has its
// own policy, from its own response.
func everywhere() []Header {
	return []Header{
		{"Content-Security-Policy", strings.Join(contentPolicy, "; ")},
		// An address that is followed from here learns nothing of this page.
		{"Referrer-Policy", "no-referrer"},
		// A browser must take a file for what the server says it is.
		{"X-Content-Type-Options", "nosniff"},
		// Browsers older than frame-ancestors know this one.
		{"X-Frame-Options", "DENY"},
		{"Permissions-Policy", strings.Join(permissions, ", ")},
		// Another window gets no handle on a page that holds a key, and the
		// three together give the page a process of its own.
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Embedder-Policy", "require-corp"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
		// Once seen over https, never over http again: on a plain line anybody
		// between could change the program. Browsers ignore it over http, so it
		// does no harm on localhost. Subdomains are not ours to bind.
		{"Strict-Transport-Security", "max-age=31536000"},
	}
}

// contentPolicy is the Content-Security-Policy, one directive an entry.
var contentPolicy = []string{
	// Nothing is allowed that is not named below: no frames, fonts, media,
	// objects, manifests.
	"default-src 'none'",
	// Our own files only. WebAssembly counts as code; 'wasm-unsafe-eval' lets it
	// compile without allowing eval.
	"script-src 'self' 'wasm-unsafe-eval'",
	// The programs run in workers that are files of ours.
	"worker-src 'self'",
	// The loader fetches the programs. A key cannot be sent to another origin.
	"connect-src 'self'",
	"style-src 'self'",
	// Icons. No data: addresses, so no picture can carry anything in or out.
	"img-src 'self'",
	// No form is ever sent, not even by a slip.
	"form-action 'none'",
	// Relative addresses cannot be pointed elsewhere.
	"base-uri 'none'",
	// Nobody puts a page that asks for a key into a frame of theirs.
	"frame-ancestors 'none'",
	// Text becomes code in one place only: the policy of that name, which lets
	// the worker's address through.
	"require-trusted-types-for 'script'",
	"trusted-types fortyeight",
}

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
