package keyfile

import "bytes"

// fixedColumns finds the table that PowerShell prints: names, a line of
// hyphens below each, and cells that begin where the hyphens do.
func fixedColumns(lines []heldLine, t *text) *dialect {
	for i, l := range lines[:min(len(lines), 40)] {
		line := bytes.TrimRight(l.line, " ")
		if i == 0 || len(line) < 5 || len(bytes.Trim(line, "- ")) > 0 || !bytes.Contains(line, []byte("- -")) && !bytes.Contains(line, []byte("-  ")) {
			continue
		}
		d := &dialect{format: PowerShell, legacy: t.legacy, key: -1, id: -1, device: -1, volume: -1, date: -1, dn: -1, header: l.number}
		for at := range line {
			if line[at] == '-' && (at == 0 || line[at-1] == ' ') {
				d.starts = append(d.starts, at)
			}
		}
		d.labels = cloneAll(d.cells(lines[i-1].line, nil))
		var keyed [][]byte
		for _, k := range lines[i+1:] {
			if _, ok := nextHit(k.line, 0); ok {
				keyed = append(keyed, k.line)
			}
		}
		d.learn(keyed)
		if d.key < 0 && len(keyed) == 0 {
			return nil
		}
		return d
	}
	return nil
}
