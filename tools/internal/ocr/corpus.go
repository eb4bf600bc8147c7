// Package ocr measures the decoder of noisy texts on a corpus, and learns its
// table of costs from one.
//
// A corpus holds one JSON object a line: id, layout, key and guid (the truth)
// and text (what an OCR engine printed for a picture of them).
package ocr

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"fortyeight/keyformat"
)

// A sample is one text of a corpus with its truth.
type sample struct {
	name string
	text string
	key  keyformat.Key
	id   keyformat.ID
}

// read reads a corpus; an empty one is an error.
func read(corpus io.Reader) (samples []sample, err error) {
	lines := bufio.NewScanner(corpus)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		var line struct{ ID, Key, GUID, Text string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		s := sample{name: line.ID, text: line.Text}
		if s.key, err = keyformat.ParseKey(line.Key); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if s.id, err = keyformat.ParseID(line.GUID); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		samples = append(samples, s)
	}
	if len(samples) == 0 && lines.Err() == nil {
		return nil, fmt.Errorf("the corpus is empty")
	}
	return samples, lines.Err()
}
