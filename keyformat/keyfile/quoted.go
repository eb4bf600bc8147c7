package keyfile

import "bytes"

// joinQuoted joins lines whose quotes are open with those that follow, if that
// ends well: if it does not, somebody forgot a quote.
func joinQuoted(lines []heldLine) (joined []heldLine, quoted bool) {
	open, size := false, 0
	for _, l := range lines {
		if open {
			last := &joined[len(joined)-1]
			last.line = append(append(bytes.Clone(last.line), ' '), l.line...)
			size++
		} else {
			joined, size = append(joined, l), 1
		}
		if bytes.Count(l.line, []byte{'"'})%2 == 1 {
			open, quoted = !open, true
		}
		if size > maxRowLines {
			return lines, false
		}
	}
	if !quoted || open && size > 1 {
		return lines, false
	}
	return joined, true
}
