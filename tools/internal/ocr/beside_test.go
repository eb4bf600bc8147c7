package ocr

import (
	"os"
	"testing"
)

// TestNeighbours: a number beside a key changes nothing about the key.
func TestNeighbours(t *testing.T) {
	if misread, wrong := neighbours(os.Stdout, true); misread > 0 || wrong > 0 {
		t.Errorf("%d keys are misread, %d of them certain", misread, wrong)
	}
}

// TestOrdinary: documents full of numbers hold no key. Each kind is read twice.
func TestOrdinary(t *testing.T) {
	if listed := ordinary(os.Stdout, 2*len(documents), true); listed > 0 {
		t.Errorf("keys are listed for %d documents without any", listed)
	}
}
