package keyfile

import (
	"bytes"

	"fortyeight/keyformat"
)

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

// unquote takes the signs off a line that mail programs put before what they
// quote. They stand alone or with a space between them.
func unquote(line []byte) []byte {
	if len(line) == 0 || line[0] != '>' {
		return line
	}
	return bytes.TrimLeft(line, "> ")
}

// plainDashes returns a line with hyphens in place of the dashes that programs
// for text make of them: U+2010 to U+2015, and the minus.
func plainDashes(line []byte) []byte {
	if bytes.IndexByte(line, 0xE2) < 0 || len(line) > maxValue {
		return line
	}
	out := make([]byte, 0, len(line))
	for i := 0; i < len(line); i++ {
		if rest := line[i:]; len(rest) >= 3 && rest[0] == 0xE2 &&
			(rest[1] == 0x80 && rest[2] >= 0x90 && rest[2] <= 0x95 || rest[1] == 0x88 && rest[2] == 0x92) {
			out = append(out, '-')
			i += 2
			continue
		}
		out = append(out, line[i])
	}
	return out
}

// plainGroups returns a line with hyphens between the groups of its key, where
// it has one with signs between them that part words or cells elsewhere.
func plainGroups(line []byte) []byte {
	const size = keyformat.GroupDigits
	if len(line) < keyChars || len(line) > maxValue || countDigits(line) < keyDigits {
		return line
	}
	var out []byte
	for i := size; i+size < len(line); i++ {
		if bytes.IndexByte([]byte(",;/_:|\t"), line[i]) < 0 || countDigits(line[i-size:i]) < size || countDigits(line[i+1:i+1+size]) < size {
			continue
		}
		if out == nil {
			out = bytes.Clone(line)
		}
		out[i] = '-'
	}
	if h, ok := nextHit(out, 0); ok && h.whole {
		return out
	}
	return line
}
