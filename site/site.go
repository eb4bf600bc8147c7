package site

import "io/fs"

// Input is everything a build reads. Build reads nothing else: no disk, no
// network, no clock.
type Input struct {
	Content  fs.FS             // the folder content: markdown, words, site.json
	Assets   fs.FS             // the folder site/assets: a folder a component
	Scripts  fs.FS             // the JavaScript of the folder wasm: loader and worker
	Runtime  []byte            // wasm_exec.js of the Go that compiled the programs
	Programs map[string][]byte // compiled programs by name: "check", "kit", "files"
	Commit   string            // of the sources, in hexadecimal digits; empty where they are no commit
	Licences []byte            // of other people's code in the programs, as plain text; nil for none
}

// A File is one file of the built site.
type File struct {
	Path string // slash-separated, relative to the site's root: "trust/index.html"
	Data []byte
}

// Output is the built site: files, sorted by path, and what a host sends with
// them.
type Output struct {
	Files   []File
	Headers Headers
}
