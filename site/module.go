package site

import (
	"io/fs"
	"strings"
)

// moduleFolder is what somebody copies who wants the checker without a frame:
// a module, its types, the programs, and the headers for common hosts.
const moduleFolder = elementFolder + "module/"

// modulePrograms are the programs that the module runs.
var modulePrograms = []string{"check", "files", "kit"}

// moduleTypes are the contracts of the programs, by the names that the module's
// own refers to them by.
var moduleTypes = map[string]string{
	"check.d.ts":    "module.d.ts",
	"standing.d.ts": "check.d.ts",
	"files.d.ts":    "files.d.ts",
	"kit.d.ts":      "kit.d.ts",
}

// modulePackage makes Node take the scripts for modules, and packers find them.
const modulePackage = `{
  "name": "fortyeight",
  "private": true,
  "type": "module",
  "exports": { ".": { "types": "./check.d.ts", "default": "./check.js" } },
  "engines": { "node": ">=20" }
}
`

// addModule writes the folder for hosting the checker oneself.
func (o *Output) addModule(in Input, m modules, worker []byte) error {
	script, err := m.library(scriptsFolder + "module.js")
	if err != nil {
		return err
	}
	o.add(moduleFolder+"check.js", script)
	o.add(moduleFolder+"worker.js", worker)
	node, err := fs.ReadFile(in.Scripts, "node.js")
	if err != nil {
		return err
	}
	o.add(moduleFolder+"node.js", node)
	for name, source := range moduleTypes {
		types, err := fs.ReadFile(in.Scripts, source)
		if err != nil {
			return err
		}
		o.add(moduleFolder+name, types)
	}
	for _, name := range modulePrograms {
		if program, ok := in.Programs[name]; ok {
			o.add(moduleFolder+name+".wasm", program)
		}
	}
	o.add(moduleFolder+"package.json", []byte(modulePackage))
	for name, text := range snippets(o.Headers) {
		o.add(moduleFolder+name, []byte(strings.TrimSpace(text)+"\n"))
	}
	return nil
}
