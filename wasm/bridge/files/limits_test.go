package files

import (
	"fmt"
	"strings"
	"testing"
)

// What one call gives at most, at the edge and one past it.

func TestMostRows(t *testing.T) {
	p := open(t)
	p.take(false, false, "list.csv", table(maxWindow+1))
	p.finish()
	for _, count := range []int{maxWindow, maxWindow + 1} {
		out := p.call("rows", "query", "", "from", "0", "count", fmt.Sprint(count))
		if got := len(out["rows"].([]any)); got != maxWindow || out["total"] != float64(maxWindow+1) {
			t.Errorf("%d rows are asked for, %d come, of %v", count, got, out["total"])
		}
	}
}

func TestMostPlaces(t *testing.T) {
	for _, places := range []int{maxPlaces, maxPlaces + 1} {
		p := open(t)
		var files []string
		for i := range places {
			files = append(files, fmt.Sprintf("%d.txt", i), note(1, "PC", "2024-01-02"))
		}
		p.take(false, false, files...)
		p.finish()
		row := p.call("rows", "query", "", "from", "0", "count", "1")["rows"].([]any)[0].(map[string]any)
		if got, more := len(row["places"].([]any)), row["morePlaces"]; got != maxPlaces || more != float64(places-maxPlaces) {
			t.Errorf("a key in %d places: %d are named, and %v more", places, got, more)
		}
	}
}

func TestMostMatches(t *testing.T) {
	for _, keys := range []int{maxMatches, maxMatches + 1} {
		p := open(t)
		var b strings.Builder
		b.WriteString("Key ID,Recovery key\n")
		for i := range keys {
			fmt.Fprintf(&b, "3FD763F9-74C7-4E90-8FA2-%012X,%s\n", i, made(i))
		}
		p.take(false, false, "list.csv", b.String())
		p.finish()
		out := p.call("match", "id", "3FD763F9")
		if got := len(out["rows"].([]any)); got != maxMatches || out["total"] != float64(keys) {
			t.Errorf("%d keys of one beginning: %d are given, of %v", keys, got, out["total"])
		}
	}
}
