package webserver

import (
	"crypto/sha256"
	"encoding/hex"
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
	kind := site.TypeOf(f.Path)
	sum := sha256.Sum256(f.Data)
	return &file{
		data:         f.Data,
		contentType:  kind,
		etag:         hex.EncodeToString(sum[:8]),
		compressible: isText(kind) || kind == wasmType,
	}
}

const wasmType = "application/wasm"

func isText(kind string) bool {
	return strings.HasPrefix(kind, "text/") || strings.HasSuffix(kind, "json") || strings.HasSuffix(kind, "xml")
}
