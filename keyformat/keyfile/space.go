package keyfile

import "bytes"

// trim drops white space at both ends, also what does not break.
func trim(line []byte) []byte {
	line = bytes.TrimSpace(line)
	for bytes.HasPrefix(line, []byte("\u00a0")) {
		line = bytes.TrimSpace(line[2:])
	}
	for bytes.HasSuffix(line, []byte("\u00a0")) {
		line = bytes.TrimSpace(line[:len(line)-2])
	}
	return line
}

func hasHigh(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return true
		}
	}
	return false
}
