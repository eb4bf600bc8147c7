package speed

import (
	"embed"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"

	"fortyeight/site"
)

//go:embed yardstick
var pages embed.FS

// withYardstick adds the pages of the yardstick to a site, in the folder speed/. They are made of the
// same parts: the site's worker script, its check of the rule alone, and the empty program.
func withYardstick(built *site.Output, empty []byte) (*site.Output, error) {
	worker, err := find(built, "assets/worker.*.js")
	if err != nil {
		return nil, err
	}
	plain, err := fs.ReadFile(site.Assets(), "check/plain.js")
	if err != nil {
		return nil, err
	}
	both := *built
	both.Files = append(slices.Clone(built.Files),
		site.File{Path: "speed/worker.js", Data: worker.Data},
		site.File{Path: "speed/plain.js", Data: plain},
		site.File{Path: "speed/empty.wasm", Data: empty})
	names, err := fs.Glob(pages, "yardstick/*")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := fs.ReadFile(pages, name)
		if err != nil {
			return nil, err
		}
		both.Files = append(both.Files, site.File{Path: "speed/" + path.Base(name), Data: data})
	}
	return &both, nil
}

// find returns the file that is named so, but for its hash.
func find(built *site.Output, pattern string) (site.File, error) {
	for _, f := range built.Files {
		if ok, _ := path.Match(pattern, f.Path); ok {
			return f, nil
		}
	}
	return site.File{}, fmt.Errorf("the build has no file %s", pattern)
}

// loaded are the files that somebody waits for in some visit.
var loaded = []string{"index.html", "assets/*.css", "assets/*.js", "assets/check.*.wasm", "assets/files.*.wasm", "assets/kit.*.wasm", "speed/*"}

// pack asks once for what somebody will wait for, so that nobody waits for it to be compressed.
func pack(server http.Handler, built *site.Output) {
	for _, f := range built.Files {
		if !slices.ContainsFunc(loaded, func(pattern string) bool { ok, _ := path.Match(pattern, f.Path); return ok }) {
			continue
		}
		r := httptest.NewRequest(http.MethodHead, "/"+f.Path, nil)
		r.Header.Set("Accept-Encoding", "br")
		server.ServeHTTP(httptest.NewRecorder(), r)
	}
}
