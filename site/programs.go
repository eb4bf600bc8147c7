package site

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"maps"
	"slices"
)

// addPrograms writes the programs and the worker that runs them, and returns
// where they stand.
func (o *Output) addPrograms(in Input, worker []byte) (map[string]program, error) {
	if len(in.Programs) == 0 {
		return nil, fmt.Errorf("there is no program; the site needs the one named check")
	}
	workerAddress := o.add(assetPath("worker", ".js", worker), worker)

	programs := map[string]program{}
	for _, name := range slices.Sorted(maps.Keys(in.Programs)) {
		if name == wholeProgram {
			continue // it stands inside a page
		}
		wasm := in.Programs[name]
		packed, err := pack(wasm)
		if err != nil {
			return nil, err
		}
		place := assetPath(name, ".wasm", wasm)
		programs[name] = program{
			Wasm:   o.add(place, wasm),
			Gzip:   o.add(place+".gz", packed),
			Worker: workerAddress,
			Bytes:  len(wasm),
		}
	}
	return programs, nil
}

// pack compresses a program. A host that does not compress would send four
// times as much of it; the loader can take this copy instead and unpack it
// itself. The header names no file and no time, so the bytes depend on the
// program alone.
func pack(data []byte) ([]byte, error) {
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}
