package keyfile

import "bytes"

// driveLetter returns the drive that a text names, "C:", if it is one and
// nothing else: C:, "C:", C:\ or (C:).
func driveLetter(text []byte) string {
	text = bytes.Trim(text, "\"'() \\")
	if len(text) == 2 && text[1] == ':' && text[0]|0x20 >= 'a' && text[0]|0x20 <= 'z' {
		return string(text)
	}
	return ""
}

// volumeLine returns the drive of a heading such as manage-bde prints in every
// language: a word, the drive, perhaps in quotes, and its label in brackets.
// "Volume C: [OSDisk]", `Volume "D:" [Daten]`, "ボリューム C: []".
func volumeLine(line []byte) string {
	if len(line) > 120 {
		return ""
	}
	i := bytes.IndexByte(line, ':')
	if i < 1 || line[i-1]|0x20 < 'a' || line[i-1]|0x20 > 'z' {
		return ""
	}
	start := i - 1
	before := line[:start]
	before = bytes.TrimSuffix(before, []byte{'"'})
	if len(before) == 0 || before[len(before)-1] != ' ' || bytes.Count(before, []byte{' '}) > 2 {
		return ""
	}
	rest := bytes.TrimLeft(line[i+1:], "\" ")
	if len(rest) > 0 && (rest[0] != '[' || rest[len(rest)-1] != ']') {
		return ""
	}
	return string(line[start : i+1])
}
