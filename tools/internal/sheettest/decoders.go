package main

import (
	"os/exec"
	"strings"
)

// A decoder reads codes from a picture file and returns their contents.
type decoder struct {
	name string
	qr   func(path string) []string
	bars func(path string) []string
}

// decoders are neither ours nor each other's.
var decoders = []decoder{
	{"zbar", zbar("qrcode"), zbar("code128")},
	{"ZXing", zxing("QRCode"), zxing("Code128")},
}

func zbar(kind string) func(string) []string {
	return func(path string) []string {
		return lines("zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-S"+kind+".enable", path)
	}
}

func zxing(kind string) func(string) []string {
	return func(path string) []string { return lines("ZXingReader", "-bytes", "-format", kind, path) }
}

// lines runs a program and returns what it prints. A program that finds nothing
// fails; that is an answer.
func lines(name string, args ...string) []string {
	output, _ := exec.Command(name, args...).Output()
	return strings.Fields(string(output))
}

// holds reports whether one of the contents is exactly the digits.
func holds(contents []string, digits string) bool {
	for _, content := range contents {
		if content == digits {
			return true
		}
	}
	return false
}
