package sheet

import "strconv"

// runPath appends to path, for SVG, a rectangle for every run of dark modules
// in a row whose first module lies at x, y.
func runPath(path []byte, row []bool, x, y int) []byte {
	for i := 0; i < len(row); {
		if !row[i] {
			i++
			continue
		}
		start := i
		for i < len(row) && row[i] {
			i++
		}
		path = appendNumber(append(path, 'M'), x+start)
		path = appendNumber(append(path, ' '), y)
		path = appendNumber(append(path, 'h'), i-start)
		path = appendNumber(append(path, "v1h-"...), i-start)
		path = append(path, 'z')
	}
	return path
}

func appendNumber(path []byte, n int) []byte { return strconv.AppendInt(path, int64(n), 10) }
