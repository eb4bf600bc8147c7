package licences

// reasons are what each module is for, by its path. Those that only another module
// wants name it.
var reasons = map[string]string{
	"Go":                            "runtime and standard library, and wasm_exec.js, which starts a program",
	"github.com/hack-pad/hackpadfs": "one face for the browser's files, memory and disk",
	"github.com/skip2/go-qrcode":    "QR codes of sheets",

	"github.com/BurntSushi/toml":         "a test reads netlify.toml",
	"github.com/a-h/templ":               "views",
	"github.com/andybalholm/brotli":      "what programs and pages weigh on the wire",
	"github.com/chromedp/cdproto":        "Chromium's protocol, for chromedp",
	"github.com/chromedp/chromedp":       "tests in Chromium",
	"github.com/evanw/esbuild":           "bundles and shortens scripts and styles",
	"github.com/go-json-experiment/json": "for chromedp",
	"github.com/yuin/goldmark":           "markdown",
	"golang.org/x/net":                   "an HTML parser for tests of the pages",
	"golang.org/x/sys":                   "for chromedp and templ",
	"golang.org/x/text":                  "old encodings, in the command; the browser has its own",

	"github.com/a-h/parse":           "for the templ command",
	"github.com/cenkalti/backoff/v4": "for the templ command",
	"github.com/cli/browser":         "for the templ command",
	"github.com/fatih/color":         "for the templ command",
	"github.com/fsnotify/fsnotify":   "for the templ command",
	"github.com/mattn/go-colorable":  "for the templ command",
	"github.com/mattn/go-isatty":     "for the templ command",
	"github.com/natefinch/atomic":    "for the templ command",
	"golang.org/x/mod":               "for templ and staticcheck",
	"golang.org/x/sync":              "for templ and staticcheck",
	"golang.org/x/tools":             "for templ and staticcheck",
	"golang.org/x/exp/typeparams":    "for staticcheck",
	"honnef.co/go/tools":             "staticcheck",
}
