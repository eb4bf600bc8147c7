package verify

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fortyeight/site"
	"fortyeight/tools/internal/pipeline"
	"fortyeight/tools/internal/webserver"
)

// built is a small site; the order is that of Output's promise.
func built() *site.Output {
	return &site.Output{
		Files: []site.File{
			{Path: "assets/check.js", Data: []byte("let a")},
			{Path: "index.html", Data: []byte("<p>home")},
			{Path: "trust/index.html", Data: []byte("<p>trust")},
		},
		Headers: site.Headers{
			{Path: "/*", Headers: []site.Header{{Name: "X-Content-Type-Options", Value: "nosniff"}}},
			{Path: "/trust/*", Headers: []site.Header{{Name: "Cache-Control", Value: "no-cache, private"}}},
		},
	}
}

// with returns the small site with one file's content changed; nil takes it away.
func with(path string, data []byte) *site.Output {
	b := built()
	for i, f := range b.Files {
		if f.Path == path && data == nil {
			b.Files = append(b.Files[:i], b.Files[i+1:]...)
			break
		}
		if f.Path == path {
			b.Files[i].Data = data
		}
	}
	return b
}

var differing = []struct {
	name      string
	published *site.Output
	want      string
}{
	{"the same", built(), ""},
	{"a changed byte", with("assets/check.js", []byte("let b")), "assets/check.js: has the SHA-256 "},
	{"a file less", with("trust/index.html", nil), "trust/index.html"},
}

func TestFolder(t *testing.T) {
	for _, test := range differing {
		t.Run(test.name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "site")
			if err := pipeline.Write(folder, test.published); err != nil {
				t.Fatal(err)
			}
			check(t, test.want)(Folder(built(), folder))
		})
	}
	folder := filepath.Join(t.TempDir(), "site")
	if err := pipeline.Write(folder, built()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "extra.js"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	check(t, "extra.js: is not of this build")(Folder(built(), folder))
}

func TestAddress(t *testing.T) {
	for _, test := range differing {
		t.Run(test.name, func(t *testing.T) {
			server := httptest.NewServer(webserver.New(test.published))
			defer server.Close()
			check(t, test.want)(Address(t.Context(), built(), server.URL))
		})
	}
}

func TestAddressHeaders(t *testing.T) {
	host := webserver.New(built())
	for _, test := range []struct {
		name, header, value string // what the host changes
		want                string
	}{
		{"caching in another order", "Cache-Control", "private,no-cache", ""},
		{"caching changed", "Cache-Control", "public", "trust/index.html: is sent with the header Cache-Control: public, not with no-cache, private"},
		{"a header less", "X-Content-Type-Options", "", "index.html: is sent with the header X-Content-Type-Options: (none), not with nosniff"},
	} {
		t.Run(test.name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				host.ServeHTTP(meddler{w, test.header, test.value}, r)
			}))
			defer server.Close()
			check(t, test.want)(Address(t.Context(), built(), server.URL))
		})
	}
}

// A meddler is a host that changes one header on its way.
type meddler struct {
	http.ResponseWriter
	header, value string
}

func (m meddler) WriteHeader(status int) {
	if m.Header().Del(m.header); m.value != "" {
		m.Header().Set(m.header, m.value)
	}
	m.ResponseWriter.WriteHeader(status)
}

func TestAddressOfNoSite(t *testing.T) {
	for _, address := range []string{"", "dist", "ftp://example.org", "https://"} {
		if _, err := Address(t.Context(), built(), address); err == nil {
			t.Errorf("%q is taken for the address of a site", address)
		}
	}
}

// check returns a function that wants one difference which begins so, or none.
func check(t *testing.T, want string) func([]Difference, error) {
	return func(found []Difference, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		if want == "" && len(found) > 0 {
			t.Errorf("differences where all is the same: %v", found)
		}
		if want != "" && !slices.ContainsFunc(found, func(d Difference) bool { return strings.HasPrefix(d.String(), want) }) {
			t.Errorf("found %v, want one that begins %q", found, want)
		}
	}
}
