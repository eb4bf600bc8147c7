package site

import "path"

// types are ours and not those of the mime package, which asks the machine, and
// machines differ.
var types = map[string]string{
	".css":         "text/css; charset=utf-8",
	".gz":          "application/gzip",
	".html":        "text/html; charset=utf-8",
	".ico":         "image/x-icon",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".md":          "text/markdown; charset=utf-8",
	".mjs":         "text/javascript; charset=utf-8",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".ts":          "text/plain; charset=utf-8",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
	".xml":         "application/xml",
}

// TypeOf returns the media type of a file by its name, as hosts know it.
func TypeOf(name string) string {
	if kind, ok := types[path.Ext(name)]; ok {
		return kind
	}
	return "application/octet-stream"
}
