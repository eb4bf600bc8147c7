package main

import (
	"bytes"
	"context"
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// sources returns the project's files whose name ends so, from the top.
func sources(ending string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (path == ".git" || path == defaultFolder) {
			return fs.SkipDir
		}
		if entry.Type().IsRegular() && strings.HasSuffix(path, ending) {
			found = append(found, path)
		}
		return nil
	})
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("there is no file *%s in the project", ending)
	}
	return found, err
}

// checkFormat does what gofmt -l does, without asking that gofmt be in PATH.
func checkFormat(_ context.Context, r *report) error {
	files, err := sources(".go")
	if err != nil {
		return err
	}
	wrong := 0
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		formatted, err := format.Source(source)
		if err != nil {
			fmt.Fprintf(&r.details, "%s: %v\n", file, err)
			wrong++
		} else if !bytes.Equal(source, formatted) {
			fmt.Fprintln(&r.details, file)
			wrong++
		}
	}
	if wrong > 0 {
		return fmt.Errorf("%d files are not formatted: run gofmt -w on them", wrong)
	}
	r.result = fmt.Sprintf("%d files", len(files))
	return nil
}

// viewFolder holds all views.
const viewFolder = "site/view"

// checkGenerated compares the committed *_templ.go with what templ would write, and
// changes nothing.
func checkGenerated(ctx context.Context, r *report) error {
	views, err := sources(".templ")
	if err != nil {
		return err
	}
	generated, err := sources("_templ.go")
	if err != nil {
		return err
	}
	for _, file := range generated {
		// templ itself says nothing about what it would no longer write.
		if view := strings.TrimSuffix(file, "_templ.go") + ".templ"; !slices.Contains(views, view) {
			return fmt.Errorf("%s is left over from %s, which is gone: delete it", file, view)
		}
	}
	for _, file := range views {
		if filepath.ToSlash(filepath.Dir(file)) != viewFolder {
			return fmt.Errorf("%s stands outside %s, where nobody generates: move it there", file, viewFolder)
		}
	}
	// Without the version, so that an update of templ changes only what it changes.
	args := []string{"tool", "templ", "generate", "-include-version=false", "-path", viewFolder}
	if err := r.run(ctx, nativeEnv, "go", append(args, "-check")...); err != nil {
		return fmt.Errorf("run go %s at the top of the project, and commit what it writes: %w", strings.Join(args, " "), err)
	}
	r.result = fmt.Sprintf("%d views", len(views))
	return nil
}
