//go:build unix

package engine

import (
	"os/exec"
	"syscall"
)

// ownGroup puts a program and all that it starts into one group, so that they can
// be ended together.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
