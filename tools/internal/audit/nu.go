package audit

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// askNu lets the Nu HTML checker read every page and every drawing as files.
func askNu(ctx context.Context, s *subject, j Judge) ([]Row, error) {
	if _, err := exec.LookPath("java"); err != nil {
		return nil, errors.New("java is not in PATH: install it (Debian: apt-get install default-jre-headless)")
	}
	folder, err := j.folder(ctx)
	if err != nil {
		return nil, err
	}
	written, err := os.MkdirTemp("", "fortyeight-audit-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(written)
	row := Row{Judge: j.Name}
	pages, pictures := 0, 0
	for _, f := range s.files {
		switch path.Ext(f.Path) {
		case ".html":
			pages++
		case ".svg":
			pictures++
		default:
			continue
		}
		name := filepath.Join(written, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			return nil, err
		}
	}
	row.Page = fmt.Sprintf("%d pages, %d pictures", pages, pictures)
	// It ends with 1 where it has something to say, so only a silent failure is one.
	printed, failed := output(ctx, written, "java", "-jar", filepath.Join(folder, "build", "dist", "vnu.jar"),
		"--format", "json", "--stdout", "--also-check-svg", "--skip-non-html", written)
	known := 0
	if row.Problems, known, err = parseNu(printed, written); err != nil {
		return nil, fmt.Errorf("it gave no answer: %w", errors.Join(failed, err))
	}
	row.Figures = fmt.Sprintf("%d errors and warnings, and %d that are explained", len(row.Problems), known)
	return []Row{row}, nil
}

// parseNu reads the checker's answer about the files of a folder, and counts
// what is known to be a gap of its own.
func parseNu(printed []byte, folder string) (problems []string, known int, err error) {
	var said struct{ Messages []remark }
	if err := json.Unmarshal(printed, &said); err != nil {
		return nil, 0, err
	}
	for _, m := range said.Messages {
		if m.Type == "info" && m.SubType != "warning" {
			continue // information
		}
		if gap(m) != "" {
			known++
			continue
		}
		file := strings.TrimPrefix(strings.TrimPrefix(m.URL, "file:"), folder)
		problems = append(problems, fmt.Sprintf("%s: %s: %s: %s", file, m.Type, m.Message, m.Extract))
	}
	return problems, known, nil
}
