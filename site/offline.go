package site

import (
	"encoding/json"
	"path"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// ServiceWorker is where the service worker stands: a browser lets it answer for
// what stands beside and below it only, and it keeps its address for ever.
const ServiceWorker = "sw.js"

// A keptFile is what the service worker knows of a file that it keeps.
type keptFile struct {
	Sum     string `json:"sum"`     // SHA-256 of the content, in hex
	Headers int    `json:"headers"` // of a keptList
}

// A keptList is fortyeight:kept: all that the site needs without network. A new
// build with one different byte has a different list, and so a different service
// worker, which is how a browser notices.
type keptList struct {
	Files   map[string]keptFile `json:"files"`   // by path from the root, of pages without their index.html
	Headers []map[string]string `json:"headers"` // what a host sends with them
	Types   map[string]string   `json:"types"`   // media types by extension; a page has none
}

// isKept reports whether a file belongs to what works without network. What is
// there to be downloaded and taken elsewhere does not, nor what only hosts and
// search engines ask for, nor the list of hashes, which has the service worker's in
// it and is for comparing with what a host has.
func isKept(file string) bool {
	switch {
	case strings.HasPrefix(file, moduleFolder), path.Ext(file) == ".gz":
		return false
	case strings.HasPrefix(file, assetsPlace), strings.HasPrefix(file, elementFolder):
		return true
	}
	return path.Base(file) == "index.html" || file == licencesPlace || path.Ext(file) == ".svg" || path.Ext(file) == ".png"
}

// keep makes the list of a build's files.
func (o *Output) keep() keptList {
	list := keptList{Files: map[string]keptFile{}, Types: map[string]string{}}
	var sets []string // the headers of the list, to compare
	for _, f := range o.Files {
		if !isKept(f.Path) {
			continue
		}
		address := "/" + strings.TrimSuffix(f.Path, "index.html")
		headers, set := map[string]string{}, ""
		for _, h := range o.Headers.For(address) {
			headers[h.Name] = h.Value
			set += h.Name + ": " + h.Value + "\n"
		}
		n := slices.Index(sets, set)
		if n < 0 {
			n, sets, list.Headers = len(sets), append(sets, set), append(list.Headers, headers)
		}
		list.Files[address] = keptFile{hash(f.Data), n}
		list.Types[path.Ext(f.Path)] = TypeOf(f.Path)
	}
	return list
}

// addServiceWorker writes the service worker, with the list of all files that
// were added before.
func (o *Output) addServiceWorker(m modules) error {
	data, err := json.Marshal(o.keep()) // sorted by key
	if err != nil {
		return err
	}
	script, err := m.with("kept", module{string(data), api.LoaderJSON}).bundle(workerOffline, api.FormatIIFE)
	if err != nil {
		return err
	}
	o.add(ServiceWorker, script)
	return nil
}

// offlineWords are the sentences of one topic in all languages, as fortyeight:offline: the
// script that says them is one for all pages, and so is the service worker.
func (b *book) offlineWords() (module, error) {
	all := map[string]map[string]string{}
	for _, l := range b.languages {
		all[l.code] = map[string]string{}
		for key, sentence := range l.words.said {
			if partOf(key) == "words/offline" {
				all[l.code][key] = sentence
			}
		}
	}
	data, err := json.Marshal(all) // sorted by key
	return module{string(data), api.LoaderJSON}, err
}

// addOffline writes the script that keeps the site, and returns its address.
func (o *Output) addOffline(m modules) (address string, err error) {
	script, err := m.bundle(offlineEntry, api.FormatESModule)
	if err != nil {
		return "", err
	}
	return o.add(assetPath("offline", ".js", script), script), nil
}

// keepingModule is fortyeight:keeping, by which the Check page's script loads
// that one when it has nothing else to do.
func keepingModule(address string) module {
	return module{`export const keep = () => import("` + address + `");`, api.LoaderJS}
}
