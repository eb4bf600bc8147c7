package keyfile

import (
	"bytes"

	"fortyeight/keyformat"
	"fortyeight/keyformat/decode"
)

// take makes a found of a hit in a value. A damaged key is read by package
// decode: one key that is by far the likeliest becomes a record that says so,
// of several none does, since a list of guesses is no key.
func (t *text) take(h hit, value []byte, line int) (found, bool) {
	if h.whole {
		return found{key: h.key, line: line}, true
	}
	return t.repair(value[h.start:h.end], line)
}

func (t *text) repair(damaged []byte, line int) (found, bool) {
	if t.s.repairs >= MaxRepairs {
		t.notice(DamagedKey, keyformat.ID{}, line)
		return found{}, false
	}
	t.s.repairs++
	r := decode.Read(string(damaged))
	if len(r.Candidates) > 0 && (r.State == decode.Certain || r.State == decode.Likely) {
		best := r.Candidates[0]
		f := found{key: best.Key, line: line, repaired: true}
		for _, c := range best.Changes {
			f.changes = append(f.changes, Change{c.Group, c.Place, c.Kind.String()})
		}
		return f, true
	}
	t.odd++
	n := Notice{Kind: DamagedKey, Place: Place{t.src.name, line}}
	for _, c := range r.Candidates {
		n.Candidates = append(n.Candidates, c.Key)
	}
	t.s.Set.notice(n)
	return found{}, false
}

// strangeKey looks at what stands where a key should and is none, and names
// it: covered, cut off, or damaged beyond what a scan finds.
func (t *text) strangeKey(value []byte, line int) bool {
	switch {
	case isRedacted(value):
		t.notice(RedactedKey, keyformat.ID{}, line)
	case isTruncated(value):
		t.notice(TruncatedKey, keyformat.ID{}, line)
	case isFileVault(value):
		t.notice(FileVaultKey, keyformat.ID{}, line)
	case countDigits(value) >= keyDigits/2 && bytes.IndexByte(value, '-') >= 0:
		t.notice(DamagedKey, keyformat.ID{}, line)
	default:
		return false
	}
	t.odd++
	return true
}

// isRedacted reports whether a text has the shape of a key with covered
// groups: six times the same sign, and hyphens.
func isRedacted(b []byte) bool {
	groups, covered := 0, 0
	for i := 0; i < len(b); {
		n := 0
		for i+n < len(b) && b[i+n] != '-' && b[i+n] != ' ' {
			n++
		}
		group := b[i : i+n]
		switch {
		case n == keyformat.GroupDigits && isCover(group):
			groups++
			covered++
		case n == keyformat.GroupDigits && countDigits(group) == n:
			groups++
		case groups > 0 && groups < 4:
			groups, covered = 0, 0
		}
		i += n + 1
	}
	return groups >= 4 && covered > 0
}

func isCover(group []byte) bool {
	for _, c := range group {
		if c != group[0] {
			return false
		}
	}
	return bytes.IndexByte([]byte("Xx*#?_.nN"), group[0]) >= 0
}

// isTruncated reports whether a text is the beginning of a key that ends in
// dots, as PowerShell prints a cell that is too narrow.
func isTruncated(b []byte) bool {
	b = bytes.TrimSpace(b)
	rest, ok := bytes.CutSuffix(b, []byte("..."))
	if !ok {
		if rest, ok = bytes.CutSuffix(b, []byte("…")); !ok {
			return false
		}
	}
	if i := bytes.LastIndexByte(rest, ' '); i >= 0 {
		rest = rest[i+1:]
	}
	if len(rest) < keyformat.GroupDigits || len(rest) >= keyChars {
		return false
	}
	for i, c := range rest {
		if hyphen := i%(keyformat.GroupDigits+1) == keyformat.GroupDigits; hyphen && c != '-' || !hyphen && !isDigit(c) {
			return false
		}
	}
	return true
}

// isFileVault reports whether a text is the recovery key of a Mac: six groups
// of four capital letters and digits.
func isFileVault(b []byte) bool {
	const groups, size = 6, 4
	b = bytes.Trim(b, " \t\r\"'.")
	if len(b) != groups*(size+1)-1 {
		return false
	}
	letters := false
	for i, c := range b {
		if i%(size+1) == size {
			if c != '-' {
				return false
			}
		} else if !isDigit(c) && (c < 'A' || c > 'Z') {
			return false
		}
		letters = letters || c >= 'A'
	}
	return letters
}
