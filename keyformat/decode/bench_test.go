package decode

import (
	"strings"
	"testing"

	"fortyeight/keyformat"
)

// The four texts a decoder meets: a photo's, a slip of the hand, a clean key,
// and a file that is far too long.

func BenchmarkReadOCR(b *testing.B) {
	samples := corpus(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Read(samples[i%len(samples)].Text)
	}
}

func BenchmarkReadSlip(b *testing.B) {
	text := strings.Replace(someKey, "359073", "359703", 1)
	b.ReportAllocs()
	for b.Loop() {
		Read(text)
	}
}

func BenchmarkReadClean(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Read(someKey)
	}
}

func BenchmarkReadMegabyte(b *testing.B) {
	text := strings.Repeat("The quick brown fox 123456 jumps over 98 dogs.\n", MaxText/47+1)
	b.ReportAllocs()
	for b.Loop() {
		Read(text)
	}
}

func BenchmarkReadMegabyteOfDigits(b *testing.B) {
	text := strings.Repeat("4817263950", MaxText/10+1)
	b.ReportAllocs()
	for b.Loop() {
		Read(text)
	}
}

func BenchmarkNearestID(b *testing.B) {
	samples := corpus(b)
	known := make([]keyformat.ID, 10_001)
	r := random(1)
	for i := range known {
		known[i] = randomID(r)
	}
	for i := 0; b.Loop(); i++ {
		NearestID(samples[i%len(samples)].Text, known)
	}
}
