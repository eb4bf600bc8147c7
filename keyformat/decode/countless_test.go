package decode

import (
	"fmt"
	"strings"
	"testing"

	"fortyeight/keyformat"
)

// TestCountlessIDs: a long list of keys has more places for an ID than can be
// summed up; that ends in a refusal.
func TestCountlessIDs(t *testing.T) {
	var text strings.Builder
	for i := range 140 {
		fmt.Fprintf(&text, "%06d-000011-000022-000033-000044-000055-000066-000077\n", 11*i)
	}
	for _, list := range [][]keyformat.ID{nil, {keyformat.IDFromBytes([16]byte{1, 2, 3})}} {
		if i, p, ok := NearestID(text.String(), list); ok {
			t.Errorf("among %d IDs number %d is near, with %g", len(list), i, p)
		}
	}
	if r := Read(text.String()); r.Truncated {
		t.Error("clean keys are not all read")
	}
}
