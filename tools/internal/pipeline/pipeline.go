// Package pipeline builds everything there is to build: the programs, and the
// site around them.
//
// The commands build and serve, the budgets and the browser tests all share it, so
// what is tested is what is published.
//
//	built, err := pipeline.Run(ctx, os.Stdout) // tells what it does
//	webserver.New(built.Site)
package pipeline

import (
	"context"
	"fmt"
	"io"
	"maps"
	"time"

	"fortyeight/content"
	"fortyeight/site"
	"fortyeight/tools/internal/sizes"
	"fortyeight/tools/internal/wasmbuild"
	"fortyeight/wasm"
)

// Programs are the programs for the browser by the name that the site knows
// them by, in the order in which a page needs them.
var Programs = []Program{
	{Name: "check", Package: "./wasm/check", Ratio: sizes.CheckRatio, Flags: []string{wasmbuild.Small}},
	{Name: "kit", Package: "./wasm/kit", Ratio: sizes.KitRatio},
	{Name: "camera", Package: "./wasm/camera", Ratio: sizes.CameraRatio, Flags: []string{wasmbuild.Small, wasmbuild.Except("fortyeight/keyformat/sheet/photo")}},
	{Name: "files", Package: "./wasm/files", Ratio: sizes.FilesRatio, Flags: []string{wasmbuild.Small, wasmbuild.Except("fortyeight/keyformat/keyfile")}},
	{Name: "whole", Package: "./wasm/whole", Ratio: sizes.WholeRatio, Flags: []string{wasmbuild.Small, wasmbuild.Except("fortyeight/keyformat/keyfile"), wasmbuild.Except("fortyeight/keyformat/sheet/photo")}},
}

// A Program is one program for the browser.
type Program struct {
	Name    string
	Package string   // from the module's root
	Ratio   float64  // most that it may weigh, in empty Go programs
	Flags   []string // further flags of the compiler
}

// Built is all that a build makes.
type Built struct {
	Site     *site.Output
	Programs map[string][]byte // by name
}

// Run builds everything and writes a line to log before each step that takes time.
func Run(ctx context.Context, log io.Writer) (*Built, error) {
	programs := map[string][]byte{}
	for _, p := range Programs {
		fmt.Fprintf(log, "Compiling %s for the browser (the first time takes a minute) …\n", p.Package)
		began := time.Now()
		program, err := wasmbuild.Compile(ctx, p.Package, p.Flags...)
		if err != nil {
			return nil, err
		}
		programs[p.Name] = program
		fmt.Fprintf(log, "  %s bytes in %.1f s\n", sizes.Number(len(program)), time.Since(began).Seconds())
	}
	fmt.Fprintln(log, "Building the site …")
	began := time.Now()
	output, err := build(ctx, programs)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(log, "  %d files in %.1f s\n", len(output.Files), time.Since(began).Seconds())
	return &Built{Site: output, Programs: programs}, nil
}

// With builds the same site with another program in the place of one of its own: tests
// give it programs with faults.
func (b *Built) With(ctx context.Context, name string, program []byte) (*site.Output, error) {
	programs := maps.Clone(b.Programs)
	programs[name] = program
	return build(ctx, programs)
}

// build builds the site around programs, by name.
func build(ctx context.Context, programs map[string][]byte) (*site.Output, error) {
	runtime, err := wasmbuild.Runtime(ctx)
	if err != nil {
		return nil, err
	}
	notice, err := notice()
	if err != nil {
		return nil, err
	}
	output, err := site.Build(site.Input{
		Content:  content.FS,
		Assets:   site.Assets(),
		Scripts:  wasm.Scripts,
		Runtime:  runtime,
		Programs: programs,
		Commit:   commit(ctx),
		Licences: notice,
	})
	if err != nil {
		return nil, fmt.Errorf("the site does not build:\n%w", err)
	}
	return output, nil
}
