package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"fortyeight/tools/internal/pipeline"
	"fortyeight/tools/internal/verify"
)

// checkReproducible builds a copy of the project as a stranger would: in another folder,
// with files of another time, another time zone, language and umask, with modules
// unpacked anew and without anything that was compiled before. It must give the
// bytes that this process builds.
func checkReproducible(ctx context.Context, r *report) error {
	folder, err := os.MkdirTemp("", "a stranger's computer ")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder) // -modcacherw lets it
	project := filepath.Join(folder, "here", "it stands deeper")
	if err := copyProject(ctx, project); err != nil {
		return fmt.Errorf("the project cannot be copied: %w", err)
	}
	modules, err := exec.CommandContext(ctx, "go", "env", "GOMODCACHE").Output()
	if err != nil {
		return err
	}
	downloads := filepath.ToSlash(filepath.Join(strings.TrimSpace(string(modules)), "cache", "download"))
	published := filepath.Join(folder, "published")
	env := []string{
		"TZ=Asia/Kathmandu", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8",
		"GOCACHE=" + filepath.Join(folder, "compiled"),
		"GOMODCACHE=" + filepath.Join(folder, "modules"),
		"GOPROXY=file://" + ensureSlash(downloads), "GOFLAGS=-modcacherw",
	}
	program, args := "go", []string{"run", "./tools/dev", "build", "-o", published}
	if runtime.GOOS != "windows" {
		program, args = "sh", append([]string{"-c", `umask 077 && exec go "$@"`, "sh"}, args...)
	}
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir, cmd.Env = project, append(os.Environ(), env...)
	cmd.Stdout, cmd.Stderr = &r.details, &r.details
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("the copy does not build: %w", err)
	}
	built, err := pipeline.Run(ctx, io.Discard)
	if err != nil {
		return err
	}
	differences, err := verify.Folder(built.Site, published)
	if err != nil {
		return err
	}
	for _, difference := range differences {
		fmt.Fprintln(&r.details, difference)
	}
	if len(differences) > 0 {
		return fmt.Errorf("%d files are not the same in the copy", len(differences))
	}
	r.result = fmt.Sprintf("%d files", len(built.Site.Files))
	return nil
}

// ensureSlash makes a path one of a file address, also where it begins with a
// drive's letter.
func ensureSlash(path string) string { return "/" + strings.TrimPrefix(path, "/") }

// longAgo is when the files of the copy were written.
var longAgo = time.Date(1999, 12, 31, 23, 59, 58, 0, time.UTC)

// copyProject copies what git knows or would add, and points the copy to the same
// repository, so that both are built from the same commit. What is no clone is
// copied but for what was built.
func copyProject(ctx context.Context, to string) error {
	files, repository, err := projectFiles(ctx)
	if err != nil {
		return err
	}
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil || !info.Mode().IsRegular() {
			continue // deleted and not committed yet
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		target := filepath.Join(to, file)
		if err := os.MkdirAll(filepath.Dir(target), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(target, data, info.Mode().Perm()); err != nil {
			return err
		}
		if err := os.Chtimes(target, longAgo, longAgo); err != nil {
			return err
		}
	}
	if repository == "" {
		return nil
	}
	return os.WriteFile(filepath.Join(to, ".git"), []byte("gitdir: "+repository+"\n"), 0o600)
}

func projectFiles(ctx context.Context) (files []string, repository string, err error) {
	listed, err := exec.CommandContext(ctx, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		files, err = sources("")
		return files, "", err
	}
	where, err := exec.CommandContext(ctx, "git", "rev-parse", "--absolute-git-dir").Output()
	if err != nil {
		return nil, "", err
	}
	for file := range bytes.SplitSeq(bytes.TrimSuffix(listed, []byte{0}), []byte{0}) {
		files = append(files, filepath.FromSlash(string(file)))
	}
	return files, strings.TrimSpace(string(where)), nil
}
