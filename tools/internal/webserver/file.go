package webserver

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
	"sync"

	"fortyeight/site"
)

// file is a file of the site as it is sent.
type file struct {
	data         []byte
	contentType  string
	etag         string
	compressible bool

	mu    sync.Mutex
	forms map[string][]byte // compressed, by coding
}

func newFile(f site.File) *file {
	kind, ok := types[path.Ext(f.Path)]
	if !ok {
		kind = "application/octet-stream"
	}
	sum := sha256.Sum256(f.Data)
	return &file{
		data:         f.Data,
		contentType:  kind,
		etag:         hex.EncodeToString(sum[:8]),
		compressible: isText(kind) || kind == wasmType,
	}
}

const wasmType = "application/wasm"

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
	".wasm":        wasmType,
	".webmanifest": "application/manifest+json",
	".xml":         "application/xml",
}

func isText(kind string) bool {
	return strings.HasPrefix(kind, "text/") || strings.HasSuffix(kind, "json") || strings.HasSuffix(kind, "xml")
}
