//go:build !unix

package engine

import "os/exec"

// ownGroup does nothing: without sh, start fails before it matters.
func ownGroup(*exec.Cmd) {}
