package keyformat

import (
	"strings"
	"testing"
)

func BenchmarkParseKey(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseKey(sample); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheckHalfTyped(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Check(sample[:27])
	}
}

func BenchmarkCheckWrong(b *testing.B) {
	text := strings.Replace(sample, "590458", "590459", 1)
	b.ReportAllocs()
	for b.Loop() {
		Check(text)
	}
}

func BenchmarkCheckMebibyte(b *testing.B) {
	line := "Identifier: " + idA + " and some other words 2026-11-24\n"
	text := strings.Repeat(line, MaxText/len(line))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Check(text)
	}
}

// BenchmarkCheckRowOfKeys has a mebibyte of keys in one row: what is asked of
// each must not look at all that follow.
func BenchmarkCheckRowOfKeys(b *testing.B) {
	text := strings.Repeat(strings.ReplaceAll(sample, "-", " ")+" ", MaxText/(len(sample)+1))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Check(text)
	}
}

// TestParseKeyDoesNotAllocate holds what the benchmark shows.
func TestParseKeyDoesNotAllocate(t *testing.T) {
	for _, text := range []string{sample, "Windows 11 key 2: " + strings.ReplaceAll(sample, "-", "\u2009")} {
		if n := testing.AllocsPerRun(100, func() { ParseKey(text) }); n != 0 {
			t.Errorf("ParseKey allocates %v times", n)
		}
	}
}
