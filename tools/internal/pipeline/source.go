package pipeline

import (
	"context"
	"os/exec"
	"strings"
	"sync"

	"fortyeight/tools/internal/licences"
	"fortyeight/tools/internal/wasmbuild"
)

// commit returns the commit of the sources, in hexadecimal digits, and "" where
// they differ from it, where they are no clone or where git is not in PATH. What
// is built does not depend on anything else of git's.
func commit(ctx context.Context) string {
	root, err := wasmbuild.Root(ctx)
	if err != nil {
		return ""
	}
	git := func(args ...string) (string, bool) {
		cmd := exec.CommandContext(ctx, "git", append([]string{"--no-optional-locks"}, args...)...)
		cmd.Dir = root
		output, err := cmd.Output()
		return strings.TrimSpace(string(output)), err == nil
	}
	if changes, ok := git("status", "--porcelain"); !ok || changes != "" {
		return ""
	}
	name, _ := git("rev-parse", "HEAD")
	return name
}

// packages returns the packages of all programs.
func packages() []string {
	var all []string
	for _, p := range Programs {
		all = append(all, p.Package)
	}
	return all
}

// notice is the text that goes with the programs. It is the same for every site
// that one process builds.
var notice = sync.OnceValues(func() ([]byte, error) {
	programs, err := licences.Programs(context.Background(), packages()...)
	return licences.Notice(programs), err
})

// Modules returns all modules of other people's code, those in the programs first.
func Modules(ctx context.Context) ([]licences.Module, error) {
	programs, err := licences.Programs(ctx, packages()...)
	if err != nil {
		return nil, err
	}
	return licences.All(ctx, programs)
}
