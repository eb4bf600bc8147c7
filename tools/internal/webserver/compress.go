package webserver

import (
	"bytes"
	"compress/gzip"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
)

// codings are the compressions we offer, best first.
var codings = []string{"br", "gzip"}

// accepted returns the best coding that an Accept-Encoding header allows, or "".
func accepted(header string) string {
	allowed := map[string]bool{}
	for part := range strings.SplitSeq(header, ",") {
		name, weight, _ := strings.Cut(part, ";")
		allowed[strings.ToLower(strings.TrimSpace(name))] = !isZero(weight)
	}
	for _, coding := range codings {
		if ok, named := allowed[coding]; ok || !named && allowed["*"] {
			return coding
		}
	}
	return ""
}

// isZero reports whether a weight such as "q=0.0" forbids.
func isZero(weight string) bool {
	value, ok := strings.CutPrefix(strings.ReplaceAll(weight, " ", ""), "q=")
	q, err := strconv.ParseFloat(value, 64)
	return ok && err == nil && q == 0
}

// encoded returns the file compressed, with brotli of that level. It compresses once, when
// first asked.
func (f *file) encoded(coding string, level int) []byte {
	f.mu.Lock()
	defer f.mu.Unlock()
	if data, ok := f.forms[coding]; ok {
		return data
	}
	var buffer bytes.Buffer
	var w io.WriteCloser
	if coding == "br" {
		w = brotli.NewWriterLevel(&buffer, level)
	} else {
		w = gzip.NewWriter(&buffer)
	}
	// A buffer takes every write.
	w.Write(f.data)
	w.Close()
	if f.forms == nil {
		f.forms = map[string][]byte{}
	}
	f.forms[coding] = buffer.Bytes()
	return f.forms[coding]
}
