// Package verify compares a site as it is published with what the source builds.
//
// It knows what should be there from the build, file by file and header by header,
// and trusts nothing that the site says of itself.
//
//	differences, err := verify.Folder(built, "dist")
//	differences, err := verify.Address(ctx, built, "https://fortyeight.example")
package verify

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"fortyeight/site"
)

// A Difference is one thing that is not as the source builds it.
type Difference struct {
	Path string // of the file, from the site's root: "trust/index.html"
	What string // in words
}

func (d Difference) String() string { return d.Path + ": " + d.What }

// Folder compares the files in a folder. A file that should not be there is a
// difference too.
func Folder(built *site.Output, folder string) ([]Difference, error) {
	var found []Difference
	for _, f := range built.Files {
		data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(f.Path)))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			found = append(found, Difference{f.Path, "is missing"})
		case err != nil:
			return nil, fmt.Errorf("%s cannot be read: %w", f.Path, err)
		default:
			found = append(found, compare(f, data)...)
		}
	}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		if name = filepath.ToSlash(name); !has(built, name) {
			found = append(found, Difference{name, "is not of this build"})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: give the folder that a build has written: %w", folder, err)
	}
	return found, nil
}

func has(built *site.Output, path string) bool {
	_, ok := built.Find(path)
	return ok
}

// compare says how a file's bytes differ, if they do.
func compare(f site.File, data []byte) []Difference {
	if bytes.Equal(f.Data, data) {
		return nil
	}
	return []Difference{{f.Path, fmt.Sprintf("has the SHA-256 %x, the source builds %x", sha256.Sum256(data), sha256.Sum256(f.Data))}}
}

const (
	atOnce   = 8                // requests at a time
	patience = 60 * time.Second // for one file
)

// Address asks a running site for every file, at the address that a browser uses,
// and compares bytes and headers. Whether the site has further files, nobody can
// ask it.
func Address(ctx context.Context, built *site.Output, address string) ([]Difference, error) {
	base, err := url.Parse(address)
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return nil, fmt.Errorf("%q is no address of a site: give scheme and host, as in https://example.org", address)
	}
	client := &http.Client{
		Timeout:       patience,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	var (
		lock    sync.Mutex
		found   []Difference
		failed  error
		workers sync.WaitGroup
		next    = make(chan site.File)
	)
	for range atOnce {
		workers.Go(func() {
			for f := range next {
				one, err := ask(ctx, client, base, built.Headers, f)
				lock.Lock()
				found = append(found, one...)
				if failed == nil {
					failed = err
				}
				lock.Unlock()
			}
		})
	}
	for _, f := range built.Files {
		next <- f
	}
	close(next)
	workers.Wait()
	slices.SortFunc(found, func(a, b Difference) int { return strings.Compare(a.String(), b.String()) })
	return found, failed
}

// ask compares one file with what the site answers.
func ask(ctx context.Context, client *http.Client, base *url.URL, headers site.Headers, f site.File) ([]Difference, error) {
	path := "/" + strings.TrimSuffix(f.Path, "index.html")
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, base.JoinPath(path).String(), nil)
	if err != nil {
		return nil, err
	}
	answer, err := client.Do(request)
	if err != nil {
		return nil, fmt.Errorf("%s does not answer: %w", base, err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return []Difference{{f.Path, "is answered with " + answer.Status}}, nil
	}
	// One byte more than it should have is enough to see that it differs.
	data, err := io.ReadAll(io.LimitReader(answer.Body, int64(len(f.Data))+1))
	if err != nil {
		return []Difference{{f.Path, "breaks off: " + err.Error()}}, nil
	}
	found := compare(f, data)
	if len(data) > len(f.Data) {
		found = []Difference{{f.Path, fmt.Sprintf("is longer than the %d bytes that the source builds", len(f.Data))}}
	}
	for _, want := range headers.For(path) {
		if got := answer.Header.Get(want.Name); !sameHeader(want.Name, got, want.Value) {
			found = append(found, Difference{f.Path, fmt.Sprintf("is sent with the header %s: %s, not with %s", want.Name, orNone(got), want.Value)})
		}
	}
	return found, nil
}

// sameHeader lets hosts write spaces and the order of caching's words as they
// like.
func sameHeader(name, got, want string) bool {
	if name != "Cache-Control" {
		return got == want
	}
	words := func(value string) []string {
		all := strings.Split(strings.ToLower(value), ",")
		for i := range all {
			all[i] = strings.TrimSpace(all[i])
		}
		slices.Sort(all)
		return all
	}
	return slices.Equal(words(got), words(want))
}

func orNone(value string) string {
	if value == "" {
		return "(none)"
	}
	return value
}
